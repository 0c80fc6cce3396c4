from datetime import date
from decimal import Decimal

import pytest

from desk.importing import values


@pytest.mark.parametrize(
    "text",
    [
        "2026-3-9",
        "2026/03/09",
        "2026年3月9日",
        "2026.3.9",
        "20260309",
        "46090",
        "２０２６年３月９日",
        "2026-03-09 08:30:00",
        " 2026-3-9 ",
    ],
)
def test_days_are_read_in_the_ways_offices_write_them(text):
    assert values.day(text) == date(2026, 3, 9)


@pytest.mark.parametrize("text", ["", "3月9日", "2026-2-30", "昨天", "26.3.9", "2026"])
def test_what_is_no_day_is_not_guessed(text):
    assert values.day(text) is None


def test_points_are_exact():
    assert values.points("0.3分") == Decimal("0.3")


@pytest.mark.parametrize("text", ["", "-1", "1e3", "六十", "NaN"])
def test_what_are_no_points_is_not_guessed(text):
    assert values.points(text) is None


def test_names_are_parted_and_each_is_taken_once():
    assert values.names("甲局、乙局，甲局\n丙局、") == ("甲局", "乙局", "丙局")
