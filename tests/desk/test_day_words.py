"""The clerk types a day as it is spoken."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.day_words import read_day
from desk.errors import DeskError

TODAY = date(2026, 7, 15)  # a Wednesday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("今天", date(2026, 7, 15)),
        ("昨日", date(2026, 7, 14)),
        ("zt", date(2026, 7, 14)),
        ("大前天", date(2026, 7, 12)),
        ("15日", date(2026, 7, 15)),
        ("16", date(2026, 6, 16)),
        ("7月14", date(2026, 7, 14)),
        ("7.14", date(2026, 7, 14)),
        ("12-30", date(2025, 12, 30)),
        ("8月1日", date(2026, 8, 1)),
        ("0714", date(2026, 7, 14)),
        ("２０２６.７.１", date(2026, 7, 1)),
        ("2026 年 7 月 1 日", date(2026, 7, 1)),
        ("周五", date(2026, 7, 10)),
        ("周三", date(2026, 7, 15)),
        ("上周日", date(2026, 7, 12)),
        ("下周1", date(2026, 7, 20)),
        ("星期天", date(2026, 7, 12)),
        (" ", None),
    ],
)
def test_a_day_is_understood(typed, day):
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["abc", "99", "31", "2026-13-01", "0230", "周八", "去年"])
def test_what_names_no_day_is_said(typed):
    with pytest.raises(DeskError, match="看不出是哪一天"):
        read_day(typed, TODAY)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 300))
def test_a_day_of_the_last_months_is_found_by_month_and_day(today, back):
    day = today - timedelta(days=back)
    assert read_day(f"{day.month}月{day.day}日", today) == day
