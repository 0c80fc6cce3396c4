"""Searching around anchors finds what searching everywhere would."""

import re

from desk.checks.spots import around, found_around

MONTH = re.compile("月")


def test_stretches_that_meet_are_merged():
    assert list(around(MONTH, "1月至2月，一共8千元，到7月", 2, 2)) == [(0, 7), (12, 15)]


def test_a_text_without_anchors_is_left_alone():
    assert list(around(MONTH, "全县共有8千户", 2, 2)) == []


def test_nothing_is_found_twice_and_nothing_missed():
    text = "1月至2月，一共8千元，到7月"

    found = found_around(re.compile(r"\d月"), MONTH, text, 2, 2)

    assert [match.group() for match in found] == ["1月", "2月", "7月"]


def test_what_stands_before_a_stretch_still_counts():
    found = found_around(re.compile(r"(?<!第)\d月"), MONTH, "第8月", 1, 0)

    assert list(found) == []
