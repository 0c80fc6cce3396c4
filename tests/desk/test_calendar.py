"""Which days the office works on."""

from datetime import date

import pytest

from desk.calendar import SpecialDay, add_working_days, by_day, is_working, known_until, national

PLAIN = by_day(())


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 7, 15), True),  # a Wednesday
        (date(2026, 7, 18), False),  # a Saturday
        (date(2026, 10, 1), False),
        (date(2026, 10, 10), True),  # a Saturday worked for 国庆节
    ],
)
def test_the_state_council_decides_on_holidays_and_the_days_worked_for_them(day, works):
    assert is_working(day, PLAIN) is works


def test_a_day_worked_for_a_holiday_says_which():
    assert national(date(2026, 10, 10)).name == "国庆节"


def test_the_offices_own_day_outranks_the_national_one():
    own = by_day([SpecialDay(date(2026, 10, 1), is_working=True, name="值班")])
    assert is_working(date(2026, 10, 1), own)


def test_beyond_the_announced_years_monday_to_friday_count():
    beyond = date(known_until().year + 1, 10, 1)
    assert is_working(beyond, PLAIN) is (beyond.weekday() < 5)


def test_working_days_leap_over_a_long_holiday():
    assert add_working_days(date(2026, 9, 30), 1, PLAIN) == date(2026, 10, 8)


def test_a_working_day_needs_no_leap_when_none_is_added():
    assert add_working_days(date(2026, 7, 15), 0, PLAIN) == date(2026, 7, 15)


def test_a_day_off_without_working_days_moves_to_the_next_one():
    assert add_working_days(date(2026, 7, 18), 0, PLAIN) == date(2026, 7, 20)
