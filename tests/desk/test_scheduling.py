"""When issues are due, and which were missed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.calendar import SpecialDay, by_day, is_working
from desk.compiling import new_issue
from desk.errors import FieldError
from desk.issues import Series
from desk.publications import Rhythm, Schedule
from desk.scheduling import (
    all_missing,
    due_days,
    next_due,
    skip,
    uncovered,
    unskip,
)

TODAY = date(2026, 7, 15)  # a Wednesday
DAYS = st.dates(date(2026, 1, 1), date(2027, 3, 31))
SPECIALS = st.lists(st.builds(SpecialDay, DAYS, st.booleans()), max_size=12).map(by_day)
WEEKLY = st.builds(
    Schedule, st.just(Rhythm.WEEKLY), st.sets(st.integers(0, 6), min_size=1).map(tuple)
)
MONTHLY = st.builds(
    Schedule, st.just(Rhythm.MONTHLY), st.sets(st.integers(1, 31), min_size=1).map(tuple)
)
SCHEDULES = st.one_of(WEEKLY, MONTHLY, st.just(Schedule(Rhythm.WORKDAYS)))


@given(SCHEDULES, DAYS, st.integers(0, 60), SPECIALS)
def test_due_days_are_working_days_in_order_and_each_once(schedule, first, length, specials):
    last = first + timedelta(length)
    due = due_days(schedule, first, last, specials)
    assert due == sorted(set(due))
    assert all(first <= day <= last and is_working(day, specials) for day in due)


@given(SCHEDULES, DAYS, st.integers(0, 40), st.integers(0, 40), SPECIALS)
def test_two_spans_have_the_due_days_of_both(schedule, first, one, two, specials):
    middle, last = first + timedelta(one), first + timedelta(one + two + 1)
    parts = due_days(schedule, first, middle, specials)
    parts += due_days(schedule, middle + timedelta(1), last, specials)
    assert parts == due_days(schedule, first, last, specials)


@given(SCHEDULES, DAYS, SPECIALS)
def test_the_next_due_day_is_the_first_of_those_to_come(schedule, day, specials):
    found = next_due(schedule, day, specials)
    assert found is not None
    assert due_days(schedule, day, found, specials) == [found]


@given(SCHEDULES, DAYS, DAYS, SPECIALS)
def test_nothing_is_due_before_the_schedule_holds(schedule, first, since, specials):
    dated = replace(schedule, since=since)
    due = due_days(dated, first, first + timedelta(60), specials)
    assert all(day >= since for day in due)


@given(SCHEDULES, DAYS, st.lists(DAYS, max_size=20), SPECIALS)
def test_an_issue_of_a_due_day_covers_it_and_one_issue_covers_one_day(
    schedule, first, issued, specials
):
    due = due_days(schedule, first, first + timedelta(60), specials)
    left = uncovered(schedule, due, issued)
    assert set(left) <= set(due)
    assert len(due) - len(left) <= len(issued)
    assert uncovered(schedule, due, due) == []
    assert uncovered(schedule, due, []) == due


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (Schedule(Rhythm.WEEKLY, (2,)), [14, 21, 28]),  # Wednesdays; that of the holiday moves
        (Schedule(Rhythm.WEEKLY, (3, 5)), [8, 10, 15, 19, 22, 26, 29]),  # the 10th makes up
        (Schedule(Rhythm.MONTHLY, (1, 31)), [8]),  # the 31st is a Saturday: due in November
    ],
)
def test_what_falls_on_a_day_of_rest_is_due_on_the_next_working_day(schedule, expected):
    due = due_days(schedule, date(2026, 10, 1), date(2026, 10, 31), {})
    moved = [day.day for day in due]
    assert moved == ([8, *expected] if schedule.days == (2,) else expected)


def test_a_short_month_has_its_31st_on_its_last_day():
    schedule = Schedule(Rhythm.MONTHLY, (31,))
    assert due_days(schedule, date(2026, 4, 1), date(2026, 4, 30), {}) == [date(2026, 4, 30)]


def test_an_early_or_late_weekly_counts_for_its_week():
    schedule = Schedule(Rhythm.WEEKLY, (2,))
    due = [date(2026, 7, 8), date(2026, 7, 15)]
    assert uncovered(schedule, due, [date(2026, 7, 7), date(2026, 7, 17)]) == []
    assert uncovered(schedule, due, [date(2026, 7, 10)]) == [date(2026, 7, 15)]


@pytest.fixture
def daily(office):
    """《政务信息》 comes out on every working day since Monday the 13th."""
    schedule = Schedule(Rhythm.WORKDAYS, since=date(2026, 7, 13))
    with office.store.begin() as work:
        return work.catalogue.save_publication(replace(office.publication, schedule=schedule))


def missed_days(office, publication, today=TODAY):
    with office.store.read() as work:
        return sorted(one.day.day for one in all_missing(work, [publication], today))


def test_every_due_day_without_an_issue_is_missed(office, daily):
    new_issue(office.store, daily.id, date(2026, 7, 14), by=office.by)
    assert missed_days(office, daily) == [13, 15]


def test_a_supplement_does_not_stand_for_an_issue(office, daily):
    new_issue(office.store, daily.id, TODAY, Series.SUPPLEMENT, by=office.by)
    assert 15 in missed_days(office, daily)


def test_a_skipped_day_is_missed_no_longer_until_it_is_taken_back(office, daily):
    skip(office.store, daily.id, date(2026, 7, 13), "停刊", by=office.by)
    assert missed_days(office, daily) == [14, 15]
    unskip(office.store, daily.id, date(2026, 7, 13), by=office.by)
    assert missed_days(office, daily) == [13, 14, 15]


def test_a_day_is_skipped_for_a_reason(office, daily):
    with pytest.raises(FieldError, match="不出刊要写明理由"):
        skip(office.store, daily.id, TODAY, "  ", by=office.by)


def test_without_a_beginning_nothing_is_missed(office):
    assert missed_days(office, office.publication) == []


def test_what_is_missing_is_told_in_sentences_the_newest_first(office, daily):
    with office.store.read() as work:
        told = [one.told(TODAY) for one in all_missing(work, [daily], TODAY)]
    assert told == [
        "今天应出《政务信息》，还没有新建",
        "7月14日的《政务信息》没有出刊",
        "7月13日的《政务信息》没有出刊",
    ]
