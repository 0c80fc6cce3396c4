"""Months to close are told on their day; units without a point from February on."""

from datetime import date, datetime

import pytest

from desk.agenda.found import scores
from desk.closings.books import close, reopen
from desk.closings.periods import find
from desk.facts import Fact, FactKind
from desk.office_clock import OFFICE_CLOCK


def at(day, hour=9):
    return datetime(day.year, day.month, day.day, hour, tzinfo=OFFICE_CLOCK)


@pytest.fixture
def booked(office, store):
    """The office has facts since April."""
    fact = Fact(FactKind.SUBMISSION, date(2026, 4, 3), office.units[0].id, "甲稿", "import:1")
    with store.begin() as work:
        work.ledger.add([fact])
    return fact


def closed(store, office, key, day):
    with store.read() as work:
        period = find(work.catalogue.schemes(), key)
    by = type(office.by)("王敏", at(day))
    return close(store, period, by=by)


@pytest.mark.parametrize(
    ("day", "is_told"),
    [(date(2026, 7, 6), False), (date(2026, 7, 7), True), (date(2026, 7, 20), True)],
)
def test_a_month_is_to_be_closed_by_the_fifth_working_day(booked, shown, day, is_told):
    assert bool(shown(at(day), scores.closings)) is is_told


def test_a_closed_month_is_told_no_longer(booked, shown, store, office):
    closed(store, office, "2026-06", date(2026, 7, 3))
    assert shown(at(date(2026, 7, 15)), scores.closings) == []


def test_a_quarter_closes_its_months(booked, shown, store, office):
    closed(store, office, "2026Q2", date(2026, 7, 3))
    assert shown(at(date(2026, 7, 15)), scores.closings) == []


def test_a_month_opened_again_is_told_again(booked, shown, store, office):
    held = closed(store, office, "2026-05", date(2026, 6, 3))
    closed(store, office, "2026-06", date(2026, 7, 3))
    reopen(store, held.id, "漏登两条", by=office.by)
    assert shown(at(date(2026, 7, 15)), scores.closings) == ["2026年5月还没有结账"]


def test_months_before_the_office_closed_any_are_not_asked_for(booked, shown):
    assert shown(at(date(2026, 7, 15)), scores.closings) == ["2026年6月还没有结账"]


def test_an_office_without_facts_has_nothing_to_close(office, shown):
    assert shown(at(date(2026, 7, 15)), scores.closings) == []


@pytest.mark.parametrize(("month", "count"), [(1, 0), (2, 2), (7, 2)])
def test_units_without_a_point_are_told_from_february_on(office, found, month, count):
    assert len(found(at(date(2026, month, 15)), scores.zeros)) == count


def test_a_unit_with_a_target_that_has_a_point_is_not_told(office, store, found):
    fact = Fact(
        FactKind.ADOPTION,
        date(2026, 3, 2),
        office.units[0].id,
        "甲稿",
        "import:1",
        publication_id=office.publication.id,
        section_id=office.publication.sections[0].id,
    )
    with store.begin() as work:
        work.ledger.add([fact])
    assert [one.who for one in found(at(date(2026, 7, 15)), scores.zeros)] == ["县水利局"]
