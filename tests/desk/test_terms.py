"""Terms and office hours keep their laws, whatever day and amount."""

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.calendar import SpecialDay, is_working
from desk.office_clock import day_of, moment_at
from desk.office_hours import OfficeCalendar, OfficeHours, Shift, WorkMeter, span, worked
from desk.terms import ClockUnit, Term

FIRST, LAST = date(2023, 1, 1), date(2028, 12, 31)
HOURS = OfficeHours(summer=Shift(time(8), time(12), time(15), time(18, 30)))
OFF = SpecialDay(date(2026, 7, 15), is_working=False)
ON = SpecialDay(date(2026, 7, 18), is_working=True)
CALENDAR = OfficeCalendar((OFF, ON), HOURS)

moments = st.builds(moment_at, st.dates(FIRST, LAST), st.times())
terms = st.builds(Term, st.integers(0, 40), st.sampled_from(ClockUnit))


@given(moments, terms)
def test_a_term_never_ends_before_it_begins(start, term):
    assert term.end(start, CALENDAR) >= start


@given(moments, st.integers(0, 40))
def test_a_term_in_working_days_never_ends_on_a_day_off(start, amount):
    end = Term(amount, ClockUnit.WORKING_DAYS).end(start, CALENDAR)
    assert is_working(day_of(end), CALENDAR)


@given(moments, st.timedeltas(timedelta(), timedelta(days=60)), terms)
def test_what_begins_later_never_ends_earlier(start, later, term):
    assert term.end(start, CALENDAR) <= term.end(start + later, CALENDAR)


@given(moments, terms)
def test_a_longer_term_never_ends_earlier(start, term):
    assert term.end(start, CALENDAR) <= Term(term.amount + 1, term.unit).end(start, CALENDAR)


@given(moments, moments)
def test_a_clock_set_back_gives_no_working_time(one, other):
    assert worked(max(one, other), min(one, other), CALENDAR) == timedelta()


@given(st.lists(moments, min_size=2, max_size=6))
def test_working_time_adds_up_and_is_never_longer_than_time(times):
    times.sort()
    parts = [worked(start, end, CALENDAR) for start, end in pairwise(times)]
    whole = worked(times[0], times[-1], CALENDAR)
    assert sum(parts, timedelta()) == whole <= times[-1] - times[0]


@given(moments, moments)
def test_the_meter_says_what_counting_day_by_day_says(one, other):
    meter = WorkMeter(date(2024, 1, 1), date(2027, 12, 31), CALENDAR)
    assert meter.between(one, other) == worked(one, other, CALENDAR)


@pytest.mark.parametrize(
    ("day", "closes"),
    [(date(2026, 5, 31), "18:00"), (date(2026, 6, 1), "18:30"), (date(2026, 9, 30), "18:30")],
)
def test_summer_has_its_own_hours(day, closes):
    assert f"{HOURS.closing(day):%H:%M}" == closes


def test_a_working_day_is_as_long_as_the_offices_own():
    assert span(timedelta(hours=8), OfficeHours(Shift(returns=time(14), closes=time(18, 30)))) == (
        "1 个工作日"
    )


def test_hours_are_said_as_they_hang_at_the_door():
    assert Shift().words == "8:30—12:00，14:30—18:00"
