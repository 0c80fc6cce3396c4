"""The audit trail is only added to, and what is done to it behind our back is found."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from db import migrations
from db.engine import writer
from db.keys import read_key
from desk.audit import RESTORED, AuditQuery, AuditRecord, Head, Link, digest_of
from desk.audit_check import KnownHead, check_trail
from desk.errors import DeskError
from desk.jobs import finish
from desk.office_clock import minute_words

TRIGGERS = ("audit_is_not_changed", "audit_is_not_cut", "audit_is_not_replaced")
LINES = st.text(st.characters(codec="utf-8"), max_size=6)


def record(now, action="登记来稿", subject="draft:1", detail="", who="王敏"):
    return AuditRecord(now, who, action, subject, detail)


@pytest.fixture
def told(store, now):
    """Five records, one a unit of work."""
    for number in range(1, 6):
        with store.begin() as work:
            work.audit.add(record(now + timedelta(minutes=number), subject=f"draft:{number}"))
    return store


@pytest.fixture
def behind(paths, told):
    """Changes the trail as one who has the key and knows the triggers could."""

    def change(*statements):
        engine = writer(paths.store, read_key(paths.store))
        with engine.begin() as connection:
            for one in (*(f"DROP TRIGGER {name}" for name in TRIGGERS), *statements):
                connection.execute(text(one))
        engine.dispose()

    return change


def checked(store, known=()):
    return finish(check_trail(store, known))


def head(store):
    with store.read() as work:
        return work.audit.head()


def test_an_untouched_trail_is_whole(told):
    found = checked(told)
    assert found.faults == ()
    assert found.head == head(told)
    assert found.head.length == 5
    assert "5 条逐条核对" in found.words


def test_an_empty_trail_is_whole(store):
    assert checked(store).head == Head(0, "") == head(store)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET who = '别人'",
        "DELETE FROM audit",
        "REPLACE INTO audit SELECT * FROM audit",
    ],
)
def test_the_database_itself_refuses_to_change_or_cut_the_trail(told, statement):
    engine = told._writer
    with pytest.raises(Exception, match="only added to"), engine.begin() as connection:
        connection.execute(text(statement))
    assert checked(told).faults == ()


@pytest.mark.parametrize("column", ["who", "action", "subject", "detail"])
def test_a_changed_record_is_named(told, behind, column):
    behind(f"UPDATE audit SET {column} = '改' WHERE id = 3")  # noqa: S608 - our own words
    (sentence,) = checked(told).faults
    assert "第 3 条（2026-07-15 09:33" in sentence


def test_a_changed_moment_is_named(told, behind):
    behind("UPDATE audit SET \"when\" = '2026-07-01 00:00:00.000000' WHERE id = 2")
    assert "第 2 条（2026-07-01 08:00" in checked(told).words


def test_a_moment_that_is_none_any_more_is_named_too(told, behind):
    behind("UPDATE audit SET \"when\" = '昨天' WHERE id = 2")
    assert "第 2 条（昨天 王敏 登记来稿）" in checked(told).faults[0]


@pytest.mark.parametrize("spoilt", ["'昨天'", "7", "x'00'", "'9999-12-31 23:59:59'", "''"])
def test_a_record_without_a_moment_is_shown_all_the_same(told, behind, spoilt):
    behind(f'UPDATE audit SET "when" = {spoilt} WHERE id = 2')  # noqa: S608 - of this test
    with told.read() as work:
        found = work.audit.page(work.audit.ids(AuditQuery()))
    assert [minute_words(one.when) for one in found[-2:]] == ["时间不明", "2026-07-15 09:31"]
    assert "第 2 条" in checked(told).faults[0]


def test_bytes_that_are_no_text_are_named_too(told, behind):
    behind("UPDATE audit SET detail = CAST(x'fffe' AS TEXT) WHERE id = 3")
    assert "第 3 条" in checked(told).faults[0]


def test_a_record_put_before_the_first_is_noticed(told, behind):
    behind("UPDATE audit SET id = -7 WHERE id = 5")
    assert "第 -7 条" in checked(told).faults[0]


def test_a_record_taken_out_is_noticed_at_the_next(told, behind):
    behind("DELETE FROM audit WHERE id = 3")
    assert "第 4 条" in checked(told).words


def test_the_beginning_cut_off_is_noticed(told, behind):
    behind("DELETE FROM audit WHERE id < 3")
    assert "第 3 条" in checked(told).words


def test_two_records_that_changed_places_are_noticed(told, behind):
    behind(
        "UPDATE audit SET id = 99 WHERE id = 3",
        "UPDATE audit SET id = 3 WHERE id = 4",
        "UPDATE audit SET id = 4 WHERE id = 99",
    )
    assert "第 3 条" in checked(told).words
    assert "共有 3 条" in checked(told).words


def test_the_end_cut_off_is_noticed_by_a_head_kept_elsewhere(told, behind, now):
    known = KnownHead(head(told), now, "desk-20260715-093000.infodesk")
    behind("DELETE FROM audit WHERE id > 3")
    assert checked(told).faults == ()  # the chain itself cannot know
    (sentence,) = checked(told, [known]).faults
    assert "有 5 条操作记录，现在只有 3 条" in sentence


def test_a_trail_written_anew_is_noticed_by_a_head_kept_elsewhere(told, behind, now):
    known = KnownHead(head(told), now, "desk-20260715-093000.infodesk")
    behind("DELETE FROM audit WHERE id > 3")
    for _one in range(4):
        with told.begin() as work:
            work.audit.add(record(now, action="改写"))
    assert "与现在的记录对不上" in checked(told, [known]).words


def test_heads_of_a_state_that_was_replaced_by_a_restore_are_no_fault(told, behind, now):
    known = KnownHead(head(told), now, "desk-20260715-093000.infodesk")
    behind("DELETE FROM audit WHERE id > 3")
    with told.begin() as work:
        work.audit.add(record(now + timedelta(hours=1), RESTORED, "backup"))
    found = checked(told, [known])
    assert found.faults == ()
    assert found.replaced == 1


def test_heads_along_the_trail_agree(told, now):
    first = KnownHead(head(told), now, "a")
    with told.begin() as work:
        work.audit.add(record(now))
    second = KnownHead(head(told), now, "b")
    assert checked(told, [first, second]).agreed == 2


def test_records_of_one_unit_of_work_follow_each_other_and_a_rollback_leaves_no_gap(told, now):
    with pytest.raises(DeskError), told.begin() as work:  # noqa: PT012 - the second of two fails
        work.audit.add(record(now, "不成"))
        work.audit.add(record(now, "长" * 61))
    with told.begin() as work:
        work.audit.add(record(now, "甲"))
        work.audit.add(record(now, "乙\n换行", detail="两\n行"))
    assert checked(told).faults == ()
    with told.read() as work:
        assert [one.id for one in work.audit.records(limit=2)] == [7, 6]


def test_a_line_that_is_too_long_is_refused_and_the_chain_goes_on(told, now):
    with told.begin() as work:
        with pytest.raises(DeskError, match="操作"):
            work.audit.add(record(now, "长" * 61))
        work.audit.add(record(now, "短"))
    assert checked(told).head.length == 6


def test_two_processes_continue_one_chain(told, paths, now):
    other = type(told).open(paths, clock=lambda: now)
    for store in (told, other, told, other):
        with store.begin() as work:
            work.audit.add(record(now))
    other.close()
    assert checked(told).head.length == 9


@given(st.lists(LINES, min_size=10, max_size=10))
def test_no_two_records_share_what_is_hashed(fields):
    one, other = (Link(1, "2026", *part, "") for part in (fields[:4], fields[4:8]))
    assert (digest_of("", one) == digest_of("", other)) == (one == other)


def test_records_of_before_the_chain_are_chained(tmp_path):
    engine = writer(tmp_path / "before.db", "0" * 64)
    (tmp_path / "before.db").touch()
    old = "INSERT INTO audit VALUES (:when, '王敏', '登记来稿', 'draft:1', '路灯', :id)"
    with engine.begin() as connection:
        path = migrations.steps()
        at = [step.__module__ for step in path].index("db.migrations.m0026_audit_chain")
        migrations.upgrade(connection, path[:at])
        for number, when in ((2, "2026-07-15 01:30:00.000000"), (5, "2026-07-15 01:31:00")):
            connection.execute(text(old), {"when": when, "id": number})
        migrations.upgrade(connection, path)
        rows = connection.execute(
            text('SELECT id, "when", who, action, subject, detail, digest FROM audit ORDER BY id')
        ).all()
        indexes = connection.execute(text("PRAGMA index_list(audit)")).all()
    engine.dispose()
    links = [Link(*row) for row in rows]
    assert [one.number for one in links] == [2, 5]
    assert links[0].digest == digest_of("", links[0])
    assert links[1].digest == digest_of(links[0].digest, links[1])
    assert len(indexes) == 2


def ids(store, **wanted):
    with store.read() as work:
        return work.audit.ids(AuditQuery(**wanted))


def test_records_are_found_by_day_person_action_subject_and_words(store, now):
    day = date(2026, 7, 15)
    with store.begin() as work:
        work.audit.add(record(now, "导出稿件", "draft:1", "桌面\\稿件.docx"))
        work.audit.add(record(now, "打印本期", "issue:1", "30 份", who="李国华"))
        work.audit.add(record(now + timedelta(days=1), "改状态", "draft:12", "100% 通过"))
    assert ids(store) == [3, 2, 1]
    assert ids(store, first=day, last=day) == [2, 1]
    assert ids(store, who="李国华") == [2]
    assert ids(store, action="改状态") == [3]
    assert ids(store, beginnings=("导出", "打印")) == [2, 1]
    assert ids(store, subject="draft") == [3, 1]
    assert ids(store, subject="draft:1") == [1]
    assert ids(store, words="稿件 桌面") == [1]
    assert ids(store, words="100%") == [3]
    assert ids(store, words="0_") == []


def test_pages_come_in_the_order_asked_for(told):
    with told.read() as work:
        assert [one.id for one in work.audit.page([5, 1, 3])] == [5, 1, 3]
        assert work.audit.people() == ["王敏"]
        assert work.audit.actions() == ["登记来稿"]
