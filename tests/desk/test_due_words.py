"""Moments to come in the clerk's words; it is Wednesday 15 July 2026, half past nine."""

from datetime import time

import pytest

from desk.calendar import SpecialDay
from desk.due_words import off_words, read_due
from desk.errors import DeskError
from desk.office_clock import office_time


def read(text, now, specials=None):
    found = read_due(text, now, time(17), specials or {})
    return f"{office_time(found):%m-%d %H:%M}" if found else None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("周五17时", "07-17 17:00"),
        ("周三", "07-15 17:00"),
        ("周二", "07-21 17:00"),
        ("下周二上午", "07-21 12:00"),
        ("3天后", "07-18 17:00"),
        ("三天内", "07-18 17:00"),
        ("3个工作日", "07-20 17:00"),
        ("两小时内", "07-15 11:30"),
        ("7月28日", "07-28 17:00"),
        ("7月28日16:30前", "07-28 16:30"),
        ("28日下午5点半", "07-28 17:30"),
        ("10号", "08-10 17:00"),
        ("3月1日", "03-01 17:00"),
        ("明天下班前", "07-16 18:00"),
        ("17时", "07-15 17:00"),
        ("０７２８", "07-28 17:00"),
        ("mt", "07-16 17:00"),
        ("2周后", "07-29 17:00"),
        ("", None),
    ],
)
def test_words_name_a_moment_to_come(text, moment, now):
    assert read(text, now) == moment


def test_a_day_of_a_month_past_is_of_next_year(now):
    assert read_due("3月1日", now, time(17), {}).year == 2027


def test_working_days_mind_the_offices_own_exceptions(now):
    day = office_time(now).date().replace(day=16)
    assert read("1个工作日", now, {day: SpecialDay(day, is_working=False)}) == "07-17 17:00"


def test_a_day_off_is_told(now):
    assert off_words(office_time(now).date().replace(day=18), {}) == "7月18日是星期六，不上班"


@pytest.mark.parametrize("text", ["不知道", "25时", "2月30日", "32日"])
def test_what_names_no_moment_is_said_with_examples(text, now):
    with pytest.raises(DeskError, match="周五17时"):
        read(text, now)
