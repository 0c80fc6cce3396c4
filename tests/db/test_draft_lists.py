"""Which drafts a list holds, and in which order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.drafts import DraftQuery, Kind, Status


@pytest.fixture
def titles(work):
    """The titles that answer a query."""

    def ask(**query):
        ids = work.drafts.ids(DraftQuery(**query))
        return [row.title for row in work.drafts.rows(ids)]

    return ask


@pytest.fixture
def three(work, draft_of, unit, now):
    """北 (oldest, with a unit), 安, 中 (newest)."""
    day = timedelta(days=1)
    first = draft_of("北", "一二三", unit_ids=(unit.id,), kind=Kind.DYNAMIC, received=now - 2 * day)
    second = draft_of("安", "一二", event_date=date(2026, 7, 9), received=now - day)
    third = draft_of("中", "一", event_date=date(2026, 7, 1), status=Status.READY)
    return [work.drafts.add(draft, "王五") for draft in (first, second, third)]


@pytest.mark.parametrize(
    ("order", "ascending"),
    [
        ("received", ["北", "安", "中"]),
        ("title", ["安", "北", "中"]),
        ("characters", ["中", "安", "北"]),
        ("event_date", ["北", "中", "安"]),
        ("status", ["安", "北", "中"]),
        ("kind", ["北", "中", "安"]),
        ("unit", ["北", "中", "安"]),
    ],
)
def test_every_order_sorts_both_ways(titles, three, order, ascending):
    assert titles(order=order, descending=False) == ascending
    assert sorted(titles(order=order)) == sorted(ascending)
    assert titles(order=order)[0] != ascending[0]


def test_an_order_nobody_knows_is_refused(titles):
    with pytest.raises(ValueError, match="no such order"):
        titles(order="colour")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"statuses": frozenset({Status.READY})}, ["中"]),
        ({"kind": Kind.DYNAMIC}, ["北"]),
        ({"received_from": date(2026, 7, 14)}, ["中", "安"]),
        ({"received_to": date(2026, 7, 13)}, ["北"]),
        ({"words": "二", "statuses": frozenset({Status.NEW})}, ["安", "北"]),
        ({"order": "status", "statuses": frozenset({Status.NEW})}, ["安", "北"]),
    ],
)
def test_filters_narrow_the_list(titles, three, query, expected):
    assert titles(**query) == expected


def test_a_joint_draft_is_listed_under_each_unit(work, titles, three, unit, draft_of):
    other = work.registry.save_unit(replace(unit, id=0, name="云岭县住建局", short="住建局"))
    work.drafts.add(draft_of("联合", unit_ids=(unit.id, other.id)), "王五")
    assert titles(unit_id=other.id) == ["联合"]
    assert titles(unit_id=unit.id) == ["联合", "北"]


def test_rows_come_in_the_order_asked_for(work, three):
    ids = [three[1].id, three[2].id, three[0].id]
    assert [row.id for row in work.drafts.rows(ids)] == ids
    assert work.drafts.rows([ids[0], 999]) == work.drafts.rows(ids[:1])
    assert work.drafts.rows([]) == []
