"""Periods: natural ones, windows of the scheme, and what they are called."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.scoring.clauses.clause import Span
from desk.scoring.periods.spans import period_of, periods_in, year_of
from desk.scoring.scheme import Scheme, Window


def scheme(*windows, start=1):
    return Scheme("办法", date(2020, 1, 1), (), start_month=start, windows=windows)


@pytest.mark.parametrize(
    ("span", "name", "first", "last"),
    [
        (Span.WEEK, "2026年第12周（3月16日至22日）", (2026, 3, 16), (2026, 3, 22)),
        (Span.MONTH, "2026年3月", (2026, 3, 1), (2026, 3, 31)),
        (Span.TWO_MONTHS, "2026年3月至4月", (2026, 3, 1), (2026, 4, 30)),
        (Span.QUARTER, "2026年第一季度", (2026, 1, 1), (2026, 3, 31)),
        (Span.HALF, "2026年上半年", (2026, 1, 1), (2026, 6, 30)),
        (Span.YEAR, "2026年", (2026, 1, 1), (2026, 12, 31)),
    ],
)
def test_a_natural_period_holds_its_day(span, name, first, last):
    found = period_of(date(2026, 3, 18), span, scheme())
    assert (found.name, found.first, found.last) == (name, date(*first), date(*last))
    assert found.year == 2026


def test_quarters_and_halves_are_named_through_the_year():
    names = [
        one.name for one in periods_in(date(2026, 1, 1), date(2026, 12, 31), Span.QUARTER, scheme())
    ]
    assert names == [f"2026年第{number}季度" for number in "一二三四"]
    assert period_of(date(2026, 7, 1), Span.HALF, scheme()).name == "2026年下半年"


def test_a_year_may_begin_in_august():
    found = year_of(date(2026, 7, 31), scheme(start=8))
    assert (found.name, found.first) == ("2025年8月至2026年7月", date(2025, 8, 1))
    assert found.year == 2025
    assert year_of(date(2026, 8, 1), scheme(start=8)).year == 2026


def test_quarters_and_halves_begin_with_the_year():
    own = scheme(start=8)
    quarter = period_of(date(2026, 1, 31), Span.QUARTER, own)
    half = period_of(date(2026, 1, 31), Span.HALF, own)
    assert (quarter.name, quarter.last) == ("2025年11月至2026年1月", date(2026, 1, 31))
    assert (half.name, half.first) == ("2025年8月至2026年1月", date(2025, 8, 1))
    assert period_of(date(2026, 2, 1), Span.QUARTER, own).name == "2026年2月至4月"
    assert period_of(date(2026, 8, 1), Span.QUARTER, scheme(start=7)).name == "2026年第三季度"


def test_a_week_over_new_year_belongs_to_the_year_of_its_sunday():
    found = period_of(date(2025, 12, 30), Span.WEEK, scheme())
    assert (found.name, found.year) == ("2026年第1周（12月29日至1月4日）", 2026)


def test_windows_replace_the_natural_periods():
    own = scheme(
        Window(Span.QUARTER, "三季度", (7, 1), (10, 9)),
        Window(Span.QUARTER, "四季度", (10, 10), (1, 5)),
    )
    third = period_of(date(2026, 10, 9), Span.QUARTER, own)
    fourth = period_of(date(2027, 1, 5), Span.QUARTER, own)
    assert (third.name, third.first) == ("2026年三季度", date(2026, 7, 1))
    assert (fourth.name, fourth.first, fourth.year) == ("2026年四季度", date(2026, 10, 10), 2026)
    assert period_of(date(2026, 5, 1), Span.QUARTER, own) is None
    assert period_of(date(2026, 5, 1), Span.MONTH, own).name == "2026年5月"


def test_a_window_of_the_year_gives_it_its_borders():
    own = scheme(Window(Span.YEAR, "年度", (8, 1), (7, 31)))
    found = year_of(date(2026, 2, 1), own)
    assert (found.name, found.first, found.last) == (
        "2025年度",
        date(2025, 8, 1),
        date(2026, 7, 31),
    )


def test_a_day_outside_every_window_still_has_a_year():
    own = scheme(Window(Span.YEAR, "年度", (1, 10), (12, 20)))
    assert year_of(date(2026, 12, 25), own).name == "2026年"


def test_the_end_of_february_does_in_any_year():
    own = scheme(
        Window(Span.MONTH, "二月", (2, 1), (2, 29)), Window(Span.MONTH, "后", (2, 29), (3, 5))
    )
    common = periods_in(date(2026, 2, 1), date(2026, 3, 5), Span.MONTH, own)
    assert [(one.first, one.last) for one in common] == [
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 3, 5)),
    ]
    assert period_of(date(2028, 2, 10), Span.MONTH, own).last == date(2028, 2, 29)


@given(
    st.dates(date(1999, 1, 1), date(2040, 1, 1)),
    st.integers(0, 800),
    st.sampled_from(Span),
    st.integers(1, 12),
)
def test_natural_periods_follow_one_another_without_gaps(first, length, span, start):
    last = first + timedelta(days=length)
    found = periods_in(first, last, span, scheme(start=start))
    assert found[0].first <= first <= found[0].last
    assert found[-1].first <= last <= found[-1].last
    for one, following in itertools.pairwise(found):
        assert following.first == one.last + timedelta(days=1)
