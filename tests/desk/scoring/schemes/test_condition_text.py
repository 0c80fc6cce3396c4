"""Conditions typed in one line."""

import pytest

from desk.errors import FieldError
from desk.scoring.clauses.condition import ANYTHING, Ask, Condition, Trait
from desk.scoring.schemes.condition_text import condition_text, parse_condition


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("刊物：每日要情、政务信息；字数：≥600", "刊物：每日要情、政务信息；字数：≥600"),
        ("刊物:每日要情,政务信息; 字数>=600", "刊物：每日要情、政务信息；字数：≥600"),
        ("字数：＞100、<=600", "字数：>100、≤600"),
        ("家数：2.0", "家数：2"),
        ("约稿", "约稿：是"),
        ("级别：*", "级别：*"),
        ("单位：“甲、乙联合办”、丙局", "单位：“甲、乙联合办”、丙局"),
        ("刊物：要情、要情", "刊物：要情"),
        ("", ""),
    ],
)
def test_what_is_typed_is_shown_in_its_usual_form(typed, shown):
    assert condition_text(parse_condition(typed)) == shown
    assert parse_condition(shown) == parse_condition(typed)


def test_nothing_typed_holds_of_everything():
    assert parse_condition(" ") == ANYTHING


def test_names_with_quotation_marks_come_back():
    asked = Condition((Ask(Trait.UNIT, ("“两办”信息科", '5"号')), Ask(Trait.NOTE, ("a：b",))))
    assert parse_condition(condition_text(asked)) == asked


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("级別：省级", "没有“级別”这一项。是不是“级别”？"),
        ("层级：省", "“层级”不能写“省”，只能写：本级、市级、省级、国家级。"),
        ("字数：600字", "“字数”的界限“600字”读不懂"),
        ("刊物：甲；刊物：乙", "“刊物”写了两次"),
        ("刊物：", "“刊物”没有写值"),
        ("每日要情", "“每日要情”读不懂"),
    ],
)
def test_what_cannot_be_read_is_told(typed, told):
    with pytest.raises(FieldError, match=told) as caught:
        parse_condition(typed)
    assert caught.value.field == "when"
