"""When a draft's clock runs out, and how that is said."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from desk.calendar import SpecialDay, by_day
from desk.clocks import DEFAULTS, GROUNDS, Clock, Limits, Pressure, Timing, state
from desk.drafts import Kind
from desk.office_clock import OFFICE_CLOCK
from desk.office_hours import OfficeCalendar, OfficeHours, Shift
from desk.terms import ClockUnit, Since

LIMITS = Limits({clock.kind: clock for clock in DEFAULTS})
WEDNESDAY = date(2026, 7, 15)


def local(day, hour, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=OFFICE_CLOCK)


MORNING = local(WEDNESDAY, 9)


def due(kind, event_date=None, received=MORNING, limits=LIMITS):
    return limits.due(Timing(kind, event_date, received))


def test_every_kind_has_a_default_and_says_why():
    assert {clock.kind for clock in DEFAULTS} == {*Kind, None} == set(GROUNDS)


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        (Kind.DYNAMIC, date(2026, 7, 16)),
        (Kind.FEEDBACK, date(2026, 7, 16)),
        (Kind.EXPERIENCE, date(2026, 7, 25)),
        (None, date(2026, 7, 25)),
    ],
)
def test_a_limit_in_days_ends_when_the_office_closes(kind, ends):
    assert due(kind, WEDNESDAY) == local(ends, 18)


def test_progress_of_a_month_is_due_on_the_tenth_of_the_next():
    assert due(Kind.MEASURE, date(2026, 6, 30)) == local(date(2026, 7, 10), 18)


def test_working_days_skip_the_weekend_and_the_offices_own_days_off():
    friday, off = date(2026, 7, 17), SpecialDay(date(2026, 7, 20), is_working=False)
    limits = Limits(LIMITS.clocks, by_day([off]))
    assert due(Kind.FEEDBACK, friday) == local(date(2026, 7, 20), 18)
    assert due(Kind.FEEDBACK, friday, limits=limits) == local(date(2026, 7, 21), 18)


def test_without_an_event_the_clock_runs_from_receipt():
    assert due(Kind.DYNAMIC) == local(date(2026, 7, 16), 18)


def test_what_comes_after_closing_counts_as_the_next_days():
    assert due(Kind.DYNAMIC, received=local(WEDNESDAY, 19)) == local(date(2026, 7, 17), 18)


def test_hours_run_from_receipt_on_the_day_of_the_event():
    assert due(Kind.INCIDENT, WEDNESDAY) == local(WEDNESDAY, 11)


def test_an_incident_of_the_day_before_is_late_when_it_arrives():
    assert due(Kind.INCIDENT, WEDNESDAY - timedelta(1)) == local(WEDNESDAY, 2)


def test_a_coming_event_has_its_whole_limit():
    assert due(Kind.INCIDENT, WEDNESDAY + timedelta(1)) == local(WEDNESDAY + timedelta(1), 2)


def test_no_days_mean_the_same_day():
    limits = Limits({None: Clock(None, 0, ClockUnit.DAYS)})
    assert due(None, WEDNESDAY, limits=limits) == local(WEDNESDAY, 18)


def test_a_limit_from_receipt_does_not_ask_for_the_event():
    limits = Limits({None: Clock(None, 1, ClockUnit.DAYS, Since.RECEIPT)})
    assert due(None, WEDNESDAY - timedelta(9), limits=limits) == local(date(2026, 7, 16), 18)


def test_a_lanes_limit_goes_before_its_kinds():
    up, hour = 7, Clock(None, 1, ClockUnit.HOURS, Since.RECEIPT)
    limits = Limits(LIMITS.clocks, lanes={up: {None: hour}}, proposed={Kind.PROBLEM: up})
    assert due(Kind.PROBLEM, limits=limits) == local(WEDNESDAY, 10)
    assert due(Kind.DYNAMIC, limits=limits) == local(date(2026, 7, 16), 18)
    sent = Timing(Kind.DYNAMIC, None, MORNING, id=3)
    assert replace(limits, taken={3: up}).due(sent) == local(WEDNESDAY, 10)


def test_a_day_ends_when_the_office_closes_in_that_season():
    hours = OfficeHours(summer=Shift(closes=time(18, 30)))
    limits = Limits(LIMITS.clocks, OfficeCalendar((), hours))
    assert due(Kind.DYNAMIC, limits=limits) == local(date(2026, 7, 16), 18, 30)
    assert due(Kind.DYNAMIC, date(2026, 11, 2), limits=limits) == local(date(2026, 11, 3), 18)


def test_a_mistyped_year_has_no_clock():
    assert due(Kind.MEASURE, date(9999, 12, 31)) is None


def test_a_kind_without_a_limit_has_no_clock():
    assert due(Kind.DYNAMIC, limits=Limits()) is None


@pytest.mark.parametrize(
    ("left", "words", "pressure"),
    [
        (timedelta(hours=49), "余 2 天", Pressure.CALM),
        (timedelta(hours=47), "余 1 天", Pressure.CALM),
        (timedelta(hours=15, minutes=1), "余 15 小时", Pressure.CALM),
        (timedelta(hours=9), "余 9 小时", Pressure.SOON),  # today
        (timedelta(hours=3, minutes=59), "余 3 小时", Pressure.SOON),
        (timedelta(seconds=20), "余 1 分钟", Pressure.SOON),
        (timedelta(minutes=-30), "超 30 分钟", Pressure.OVER),
        (timedelta(days=-2), "超 2 天", Pressure.OVER),
    ],
)
def test_a_clock_is_said_in_words(left, words, pressure):
    said = state(MORNING + left, MORNING)
    assert (said.words, said.pressure) == (words, pressure)


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (2, ClockUnit.HOURS, "2 小时"),
        (0, ClockUnit.DAYS, "当天"),
        (10, ClockUnit.DAYS, "10 天"),
        (1, ClockUnit.WORKING_DAYS, "1 个工作日"),
        (30, ClockUnit.MINUTES, "30 分钟"),
    ],
)
def test_a_limit_is_said_as_the_office_says_it(amount, unit, words):
    assert Clock(None, amount, unit).words == words
