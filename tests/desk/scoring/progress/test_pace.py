from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.calendar import SpecialDay, by_day
from desk.scoring.progress.pace import PaceWay, Pacing, pace


@pytest.mark.parametrize(
    ("first", "last", "part"),
    [
        (date(2026, 1, 1), date(2026, 9, 30), Fraction(3, 4)),
        (date(2026, 1, 1), date(2026, 12, 31), Fraction(1)),
        (date(2026, 1, 1), date(2026, 2, 14), Fraction(3, 24)),
        (date(2026, 7, 1), date(2026, 9, 30), Fraction(1, 4)),
        (date(2026, 7, 1), date(2026, 6, 30), Fraction(0)),
    ],
)
def test_the_pace_is_the_part_of_the_year_that_went_by(first, last, part):
    assert pace(first, last) == part


UNEVEN = tuple(
    map(Decimal, ("5", "10", "20", "30", "40", "50", "60", "70", "80", "90", "95", "100"))
)
WAYS = [
    Pacing(),
    Pacing(PaceWay.WORKDAYS),
    Pacing(PaceWay.WORKDAYS, start_month=8),
    Pacing(PaceWay.SET, UNEVEN),
    Pacing(PaceWay.SET, UNEVEN, start_month=8),
]


def test_the_pace_by_working_days_stands_still_over_a_holiday():
    by_work = Pacing(PaceWay.WORKDAYS)
    before, after = (pace(date(2025, 1, 1), day, by_work) for day in NATIONAL_DAY)
    assert before == after


NATIONAL_DAY = date(2025, 9, 30), date(2025, 10, 8)


def test_a_day_the_office_works_of_its_own_counts():
    sunday = date(2025, 3, 2)
    own = Pacing(PaceWay.WORKDAYS, specials=by_day([SpecialDay(sunday, is_working=True)]))
    assert pace(sunday, sunday, own) > 0
    assert pace(sunday, sunday, Pacing(PaceWay.WORKDAYS)) == 0


def test_the_pace_set_by_months_is_reached_at_their_ends():
    by_month = Pacing(PaceWay.SET, UNEVEN)
    assert pace(date(2026, 1, 1), date(2026, 3, 31), by_month) == Fraction(20, 100)
    assert pace(date(2026, 1, 1), date(2026, 3, 15), by_month) == Fraction(10, 100) + Fraction(
        10, 100
    ) * Fraction(15, 31)
    assert pace(date(2026, 4, 1), date(2026, 6, 30), by_month) == Fraction(30, 100)


def test_the_months_that_are_set_begin_with_the_office_s_own_year():
    by_month = Pacing(PaceWay.SET, UNEVEN, start_month=8)
    assert pace(date(2025, 8, 1), date(2025, 10, 31), by_month) == Fraction(20, 100)


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(days=st.tuples(DAYS, DAYS, DAYS).map(sorted), way=st.sampled_from(WAYS))
def test_the_pace_of_two_windows_is_that_of_both_together(days, way):
    first, middle, last = days
    whole = pace(first, last, way)
    assert whole == pace(first, middle, way) + pace(middle + timedelta(1), last, way)
    assert whole >= 0


@pytest.mark.parametrize("way", WAYS)
def test_a_whole_year_is_the_whole_task(way):
    begin = date(2025, way.start_month, 1)
    assert pace(begin, date(2026, way.start_month, 1) - timedelta(1), way) == 1
