"""A store of the release before facts of every kind (version 14) keeps its figures."""

from datetime import UTC, date, datetime

import pytest

from db import migrations
from db.engine import connect, migrating, writer
from db.keys import key_beside, new_key, write_key
from db.store import SqlStore
from desk.assessing import assess

VERSION = 14
SETUP = (
    "INSERT INTO unit_groups (id, name, position) VALUES (1, '部门', 0)",
    (
        "INSERT INTO units (id, name, short, group_id, aliases, active, code) VALUES"
        " (1, '县教育局', '教育局', 1, '[]', 1, ''), (2, '县水利局', '水利局', 1, '[]', 1, ''),"
        " (3, '县林业局', '林业局', 1, '[]', 1, '')"
    ),
    (
        "INSERT INTO publications (id, name, tier, active, template, copies, send_to) VALUES"
        " (1, '政务信息', '本级', 1, 'zhengwu', 30, '[]')"
    ),
    (
        "INSERT INTO sections (id, publication_id, name, position) VALUES"
        " (1, 1, '信息', 0), (2, 1, '简讯', 1)"
    ),
    (
        "INSERT INTO schemes (id, name, valid_from, joint) VALUES"
        " (1, '旧办法', '2026-01-01', '各计全分'), (2, '新办法', '2026-04-01', '平均分配')"
    ),
    (
        "INSERT INTO point_rules"
        " (scheme_id, position, publication_id, section_id, points, composite)"
        " VALUES (1, 0, 1, NULL, '2', NULL), (2, 0, 1, 1, '5', '1.5'), (2, 1, 1, NULL, '1', NULL)"
    ),
    "INSERT INTO quotas (year, unit_id, points, items) VALUES (2026, 1, '40', 10)",
)
FACT = (
    "INSERT INTO facts (id, kind, day, ym, unit_id, title, source, publication_id, section_id,"
    " role, shares, issue_number, note, item_id, part, portion, of_day, reverses)"
    " VALUES (?, ?, ?, 202601, ?, ?, ?, ?, ?, ?, ?, '1', '', ?, '', ?, ?, ?)"
)
FACTS = (
    (1, "报送", "2026-02-01", 1, "甲", "draft:1", None, None, "单条", 1, 1, None, None, None),
    (2, "采用", "2026-02-03", 1, "甲", "issue:1", 1, 1, "单条", 1, 1, None, None, None),
    *(
        (
            2 + unit,
            "采用",
            "2026-05-06",
            unit,
            "乙",
            "issue:2",
            1,
            1,
            "联合",
            3,
            2,
            None,
            None,
            None,
        )
        for unit in (1, 2, 3)
    ),
    (6, "采用", "2026-05-07", 2, "丙", "issue:3", 1, 1, "综合", 2, 3, "3/5", None, None),
    (7, "采用", "2026-05-08", 2, "丁", "import:x", 1, 2, "单条", 1, 0, None, None, None),
    (8, "冲销", "2026-06-01", 1, "甲", "issue:4", 1, 1, "单条", 1, 1, None, "2026-02-03", 2),
    (9, "采用", "2026-06-01", 3, "甲", "issue:4", 1, 1, "单条", 1, 1, None, "2026-02-03", None),
    *(
        (
            9 + unit,
            "冲销",
            "2026-06-02",
            unit,
            "乙",
            "issue:5",
            1,
            1,
            "联合",
            3,
            2,
            None,
            "2026-05-06",
            2 + unit,
        )
        for unit in (1, 2, 3)
    ),
)


@pytest.fixture
def upgraded(paths):
    """A store that the release before wrote, opened by this program."""
    paths.data.mkdir(parents=True)
    key = new_key()
    write_key(key_beside(paths.store), key)
    connect(paths.store, key, create=True).close()
    engine = writer(paths.store, key)
    with migrating(engine) as connection:
        migrations.upgrade(connection, migrations.steps()[:VERSION])
        for step in SETUP:
            connection.exec_driver_sql(step)
        for fact in FACTS:
            connection.exec_driver_sql(FACT, fact)
    engine.dispose()
    store = SqlStore.open(paths, clock=lambda: datetime(2026, 7, 15, tzinfo=UTC))
    yield store
    store.close()


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [  # as the release before has them
        ((1, 1), (3, 31), {"教育局": ("2", 1, 1), "水利局": ("0", 0, 0), "林业局": ("0", 0, 0)}),
        (
            (5, 1),
            (5, 31),
            {"教育局": ("1.67", 0, 1), "水利局": ("4.17", 0, 3), "林业局": ("1.66", 0, 1)},
        ),
        (
            (6, 1),
            (6, 30),
            {"教育局": ("-3.67", 0, -2), "水利局": ("-1.67", 0, -1), "林业局": ("0.34", 0, 0)},
        ),
        (
            (1, 1),
            (12, 31),
            {"教育局": ("0.00", 1, 0), "水利局": ("2.50", 0, 2), "林业局": ("2.00", 0, 1)},
        ),
    ],
)
def test_points_and_items_are_what_they_were(upgraded, first, last, wanted):
    table = assess(upgraded, date(2026, *first), date(2026, *last))
    found = {one.unit.short: (str(one.points), one.submitted, one.adopted) for one in table.units}
    assert found == wanted
