"""Parts of composites and versions in the store, also of stores that come from before."""

from fractions import Fraction

import pytest
from sqlalchemy import text

from db import migrations
from db.engine import writer
from desk.drafts import Channel, DraftQuery
from desk.facts import Fact, FactKind
from desk.parts import Part, PartRole


@pytest.fixture
def three(office):
    return [office.draft(title).id for title in ("甲", "乙", "丙")]


def test_parts_come_back_in_their_order_with_role_and_share(store, three):
    parts = (Part(three[2], PartRole.MAIN, 60), Part(three[1], share=40))
    with store.begin() as work:
        work.parts.put(three[0], (Part(three[1]),))
        work.parts.put(three[0], parts)
        assert work.parts.of(three[0]) == parts
        assert work.parts.of(three[1]) == ()


def test_a_fact_keeps_its_item_and_exact_share(store, office, now):
    fact = Fact(
        FactKind.ADOPTION,
        now.date(),
        office.units[0].id,
        "甲",
        "issue:1",
        item_id=7,
        part=PartRole.MAIN,
        portion=Fraction(1, 3),
    )
    with store.begin() as work:
        work.ledger.add([fact])
        (kept,) = work.ledger.between(now.date(), now.date())
    assert (kept.item_id, kept.part, kept.portion) == (7, PartRole.MAIN, Fraction(1, 3))


def test_a_limited_list_is_full_though_versions_stand_among_its_first(office, store, three):
    with store.begin() as work:
        carrier = work.catalogue.publications()[0].id
    for original in three:
        office.draft("版", channel=Channel.VERSION, version_of=original, carrier_id=carrier)
    with store.read() as work:
        assert work.drafts.ids(DraftQuery(limit=2)) == three[:0:-1]
        assert work.drafts.ids(DraftQuery(order="title", descending=False, limit=9)) == sorted(
            three, key=lambda one: {three[0]: 1, three[1]: 2, three[2]: 0}[one]
        )
        assert len(work.drafts.ids(DraftQuery(with_versions=True))) == 6


BEFORE = """
INSERT INTO unit_groups (id, name, position) VALUES (1, '乡镇', 0);
INSERT INTO units (id, name, short, group_id, aliases, active)
VALUES (1, '县教育局', '教育局', 1, '[]', 1);
INSERT INTO drafts (id, title, title_key, original_name, original_digest, received, channel, author,
    phone, approver, urgency, secrecy, status, characters, has_table, has_picture, ticks, notes,
    revision, merged_into)
VALUES
    (1, '综合', 'x', '', '', '2026-07-15 01:30:00', '综合', '', '', '', '平件', '无', '在编', 1,
     0, 0, '[]', '[]', 1, NULL),
    (2, '甲', 'x', '', '', '2026-07-15 01:30:00', '文件', '', '', '', '平件', '无', '并入', 1,
     0, 0, '[]', '[]', 1, 1),
    (3, '乙', 'x', '', '', '2026-07-15 01:30:00', '文件', '', '', '', '平件', '无', '并入', 1,
     0, 0, '[]', '[]', 1, 1);
INSERT INTO facts (kind, day, ym, unit_id, title, source, role, shares, issue_number, note)
VALUES ('报送', '2026-07-15', 202607, 1, '甲', 'draft:2', '单条', 1, '', ''),
    ('采用', '2024-07-15', 202407, 1, '旧', 'import:1', '单条', 1, '', '')
"""


def test_an_older_store_gets_parts_of_equal_credit_and_facts_their_items(tmp_path):
    (tmp_path / "old.db").touch()
    engine = writer(tmp_path / "old.db", "0" * 64)
    with engine.begin() as connection:
        migrations.upgrade(connection, migrations.steps()[:3])
        for statement in BEFORE.split(";"):
            connection.execute(text(statement))
        migrations.upgrade(connection, migrations.steps())
        parts = connection.execute(text("SELECT * FROM parts ORDER BY position")).all()
        items = connection.execute(text("SELECT item_id FROM facts ORDER BY id")).all()
    engine.dispose()
    assert [tuple(one) for one in parts] == [(1, 2, 0, "协", None), (1, 3, 1, "协", None)]
    assert [one for (one,) in items] == [2, 0]
