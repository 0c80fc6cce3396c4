"""Periods by what is typed, and those before and after."""

from datetime import date

import pytest

from ui.scores.periods import Reach, name_of, periods, reach_of, step
from ui.scores.typed_period import typed

TODAY = date(2026, 7, 15)
SO_FAR = (date(2026, 1, 1), TODAY)


def told(text, days=SO_FAR):
    found = typed(text, days, TODAY)
    return found and tuple(f"{one:%Y-%m-%d}" for one in found)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026Q3", "2026-07-01", "2026-09-30"),
        ("ｑ２", "2026-04-01", "2026-06-30"),
        ("2024年第四季度", "2024-10-01", "2024-12-31"),
        ("三季度", "2026-07-01", "2026-09-30"),
        ("前三季度", "2026-01-01", "2026-09-30"),
        ("9月", "2026-09-01", "2026-09-30"),
        ("十二月份", "2026-12-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("1-9月", "2026-01-01", "2026-09-30"),
        ("上半年", "2026-01-01", "2026-06-30"),
        ("2025H2", "2025-07-01", "2025-12-31"),
        ("去年下半年", "2025-07-01", "2025-12-31"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019年全年", "2019-01-01", "2019-12-31"),
        ("至今", "2026-01-01", "2026-07-15"),
        ("本月", "2026-07-01", "2026-07-31"),
        ("上季度", "2026-04-01", "2026-06-30"),
        ("3月9日", "2026-03-09", "2026-03-09"),
        ("3月1日至4月5日", "2026-03-01", "2026-04-05"),
        ("2026-04-05 到 2026-03-01", "2026-03-01", "2026-04-05"),
    ],
)
def test_a_period_is_understood_as_clerks_type_it(text, first, last):
    assert told(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "13月", "2月30日", "Q5", "九十月", "明天", "7", "2026-13", "9-1月"]
)
def test_what_is_no_period_is_not_guessed(text):
    assert told(text) is None


def test_without_a_year_the_year_on_view_is_meant():
    days = (date(2024, 1, 1), date(2024, 12, 31))
    assert told("9月", days) == ("2024-09-01", "2024-09-30")


@pytest.mark.parametrize(
    ("here", "before"),
    [
        ("2026年1月", "2025年12月"),
        ("2026Q1", "2025Q4"),
        ("2026H1", "2025H2"),
        ("至今", "2025"),
        ("3月1日至3月10日", "2月19日至2月28日"),
        ("2026-02-01至2026-05-31", "2025-10-01至2026-01-31"),
    ],
)
def test_the_period_before_is_of_the_same_kind_and_leads_back(here, before):
    days, former = (typed(one, SO_FAR, TODAY) for one in (here, before))
    assert step(days, -1, TODAY) == former
    assert step(former, 1, TODAY) == days


def test_every_period_offered_has_the_name_it_is_offered_by():
    for reach in Reach:
        for name, days in periods(TODAY, reach, 2024).items():
            assert typed(name, SO_FAR, TODAY) == days
            if name not in ("本月", "上月"):
                assert name_of(days, TODAY) == name


def test_periods_are_offered_back_to_the_first_year_of_the_books():
    assert "2016年全年" in periods(TODAY, since=2016)
    assert "2016年1月" in periods(TODAY, Reach.MONTH, 2016)
    assert "2015年12月" not in periods(TODAY, Reach.MONTH, 2016)


def test_days_of_no_kind_have_no_name():
    days = date(2026, 3, 2), date(2026, 3, 31)
    assert (reach_of(days, TODAY), name_of(days, TODAY)) == (Reach.ANY, "")
