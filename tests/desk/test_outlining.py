"""Numbers of headings are read, written, continued and put in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.body import Level, level_of
from desk.outlining import heading_number, levelled, next_count, number_of, renumbered

TEXTS = ("一、基本情况", "正文。", "二、做法", "（一）抓学习。", "（三）抓落实。", "二、成效")


@given(level=st.sampled_from(list(Level)[1:]), count=st.integers(1, 99))
def test_a_number_that_is_written_is_read_again(level, count):
    found = number_of(heading_number(level, count) + "工作")
    assert (found.level, found.count) == (level, count)
    assert level_of(heading_number(level, count)) is level


@pytest.mark.parametrize(
    "text", ["1.5万亩", "今年以来", "12、13日下雨", "", "2026年", "一是抓学习"]
)
def test_what_only_looks_like_a_number_is_none(text):
    assert number_of(text) is None


@pytest.mark.parametrize("text", ["1、抓学习", "(1)抓学习", "①抓学习", " 一、抓学习", "1. 抓学习"])
def test_other_forms_of_a_number_make_way(text):
    ((length, number),) = levelled([text], [0], Level.SECOND)
    assert number + text[length:] == "（一）抓学习"


def test_a_heading_goes_on_from_the_one_before_it_in_its_parent():
    assert next_count(TEXTS[:2], Level.FIRST) == 2
    assert next_count(TEXTS[:4], Level.SECOND) == 2
    assert next_count(TEXTS, Level.SECOND) == 1


def test_several_paragraphs_are_numbered_one_after_the_other():
    texts = ["一、做法", "抓学习", "抓落实", "抓督导"]
    changes = levelled(texts, [1, 2, 3], Level.SECOND)
    assert [number for _length, number in changes] == ["（一）", "（二）", "（三）"]


def test_running_text_loses_its_number():
    assert levelled(["（二）抓落实"], [0], Level.PLAIN) == [(3, "")]


def test_numbers_are_put_in_order_and_begin_anew_under_each_heading():
    assert renumbered(TEXTS) == [(4, 3, "（二）"), (5, 2, "三、")]
    assert renumbered(["一、甲", "1.乙", "二、丙", "2.丁"]) == [(3, 2, "1.")]


def test_a_text_in_order_is_left_alone():
    assert renumbered(["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]) == []
