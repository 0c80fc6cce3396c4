"""Lists divided by day or unit: what a plain grouping of the rows would give."""

from datetime import timedelta
from itertools import groupby, product
from random import Random

import pytest

from desk.drafts import ORDERS, DraftQuery, Kind, Status
from desk.office_clock import day_of, office_time
from desk.views import Grouping, Section


@pytest.fixture
def many(office, now):
    """Sixty drafts of two units and of none, over a month, some at midnight of this machine."""
    random = Random(3)  # noqa: S311 - the same drafts every time
    midnight = office_time(now).replace(hour=0, minute=0)
    units = [(office.units[0].id,), (office.units[1].id, office.units[0].id), ()]
    for number in range(60):
        start = random.choice([now, midnight])
        office.draft(
            f"稿件{random.randrange(30)}",
            received=start - timedelta(hours=random.choice([0, 1, 5, 24, 30 * number])),
            unit_ids=random.choice(units),
            kind=random.choice([Kind.DYNAMIC, Kind.PROBLEM, None]),
            status=random.choice([Status.NEW, Status.EDITING, Status.READY]),
        )


def _day(row):
    return day_of(row.received).isoformat()


def _unit(row):
    return row.units.split("、")[0]


_NAMES = {Grouping.DAY: _day, Grouping.UNIT: _unit}


@pytest.mark.parametrize("grouping", _NAMES)
def test_parts_hold_their_drafts_in_the_order_asked_for(store, many, grouping):
    name_of = _NAMES[grouping]
    for order, descending in product(sorted(ORDERS), [True, False]):
        query = DraftQuery(order=order, descending=descending)
        with store.read() as work:
            ids, sections = work.drafts.sections(query, grouping)
            names = {row.id: name_of(row) for row in work.drafts.rows(ids)}
            plain = work.drafts.ids(query)
        parts = [(name, list(part)) for name, part in groupby(ids, names.__getitem__)]
        assert sections == [Section(name, len(part)) for name, part in parts]
        for name, part in parts:
            assert part == [one for one in plain if names[one] == name]


def test_days_come_newest_first_and_turn_round_with_their_order(store, many):
    with store.read() as work:
        _, by_title = work.drafts.sections(DraftQuery(order="title"), Grouping.DAY)
        _, falling = work.drafts.sections(DraftQuery(), Grouping.DAY)
        _, rising = work.drafts.sections(DraftQuery(descending=False), Grouping.DAY)
    assert by_title == falling == rising[::-1]
    assert [one.name for one in rising] == sorted(one.name for one in rising)


def test_units_come_in_the_office_order_and_none_last(store, many):
    with store.read() as work:
        _, sections = work.drafts.sections(DraftQuery(order="title"), Grouping.UNIT)
    assert [one.name for one in sections] == ["县教育局", "县水利局", ""]


def test_parts_hold_only_what_answers_the_query(store, many):
    query = DraftQuery(words="稿件1", statuses=frozenset({Status.NEW}))
    with store.read() as work:
        plain = work.drafts.ids(query)
        for grouping in Grouping:
            ids, sections = work.drafts.sections(query, grouping)
            assert sorted(ids) == sorted(plain)
            assert sum(one.count for one in sections) == len(ids)


def test_nothing_has_no_parts(store):
    with store.read() as work:
        assert all(work.drafts.sections(DraftQuery(), one) == ([], []) for one in Grouping)
