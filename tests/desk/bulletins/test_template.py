"""The template language: what falls away, what stands, what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.body import Level
from desk.bulletins.marks import TemplateError
from desk.bulletins.template import Figure, Value, fill

VALUES = {
    "采用条数": Value("12"),
    "批示条数": Value("0"),
    "采用率": Value("0.0%"),
    "挂零名单": Value(""),
    "先进名单": Value("县教育局、县水利局"),
    "刊物明细": Value(paragraphs=("《政务信息》3条。", "《云岭要情》9条。")),
    "批示明细": Value(paragraphs=()),
}
PLAIN = st.text(st.characters(exclude_characters="{}｛｝\n\r", exclude_categories=["Cs"]))


def told(text: str) -> list[str]:
    return [one.text for one in fill(text, VALUES)]


@given(st.lists(PLAIN))
def test_text_without_braces_comes_back_as_it_is(lines):
    assert told("\n".join(lines)) == [one.strip() for one in lines if one.strip()]


@given(PLAIN, PLAIN, st.sampled_from([one for one in VALUES if "明细" not in one]))
def test_a_figure_is_where_its_value_was_put(before, after, name):
    before, after = before.strip(" 〔〕"), after.strip(" 〔〕")
    text = f"一{before}{{{name}}}{after}一".replace("〔", "").replace("〕", "")
    for one in fill(text, VALUES):
        for figure in one.figures:
            assert one.text[figure.start : figure.end] == VALUES[figure.name].text


def test_a_value_stands_in_its_place():
    (one,) = fill("采用{采用条数}条。", VALUES)
    assert one.text == "采用12条。"
    assert one.figures == (Figure(2, 4, "采用条数"),)


def test_braces_may_be_typed_full_width():
    assert told("采用｛采用条数｝条") == ["采用12条"]


@pytest.mark.parametrize("name", ["批示条数", "采用率", "挂零名单"])
def test_a_group_falls_away_with_nothing_to_tell(name):
    assert told(f"采用{{采用条数}}条〔，其中{{{name}}}〕。") == ["采用12条。"]


def test_a_group_stands_where_its_value_is_missing_if_asked_so():
    assert told("〔没有{挂零名单}：全部有采用。〕〔没有{采用条数}：无采用。〕") == ["全部有采用。"]


def test_a_condition_alone_decides_and_prints_nothing():
    assert told("〔有{采用条数}：批示{批示条数}条。〕") == ["批示0条。"]


def test_brackets_without_values_are_text():
    assert told("云政办〔2026〕3号：{采用条数}") == ["云政办〔2026〕3号：12"]


def test_a_number_in_brackets_may_stand_in_a_group():
    assert told("〔有{采用条数}：依据云政办〔2026〕3号。〕") == ["依据云政办〔2026〕3号。"]


def test_a_line_of_which_nothing_is_left_falls_away():
    assert told("〔批示{批示条数}条〕〔、{挂零名单}〕。\n完") == ["完"]


def test_paragraphs_take_the_place_of_their_line():
    found = fill("前\n{刊物明细}\n{批示明细}\n〔有{采用条数}：{刊物明细}〕", VALUES)
    assert [one.text for one in found] == ["前", *VALUES["刊物明细"].paragraphs * 2]
    assert [(one.line, one.nth) for one in found] == [(1, 0), (2, 0), (2, 1), (4, 0), (4, 1)]


def test_headings_are_numbered_by_those_that_stand():
    text = "{一}、甲\n〔有{批示条数}：{一}、乙〕\n{（一）}子\n{（一）}丑\n{一}、丙\n{（一）}寅"
    assert told(text) == ["一、甲", "（一）子", "（二）丑", "二、丙", "（一）寅"]


def test_a_heading_has_its_level():
    assert [one.level for one in fill("{一}、甲\n乙", VALUES)] == [Level.FIRST, Level.PLAIN]


def test_points_are_counted_within_their_part():
    text = "{一}、甲\n{一是}子。{一是}丑。\n{一}、乙\n〔{一是}批示{批示条数}。〕{一是}寅。"
    assert told(text) == ["一、甲", "一是子。二是丑。", "二、乙", "寅。"]


def test_an_unknown_name_is_told_with_its_line_and_the_nearest_one():
    with pytest.raises(
        TemplateError, match=r"第 2 行的“{采用数}”不是能用的名称。是不是“采用条数”？"
    ):
        fill("甲\n{采用数}", VALUES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("甲{采用条数", "第 1 行的“{”后面没有配对的“}”"),
        ("甲采用条数}", "第 1 行的“}”前面没有配对的“{”"),
        ("〔甲{采用条数}", "“〔”后面没有配对的“〕”"),
        ("{采用条数}〕", "“〕”前面没有配对的“〔”"),
        ("〔甲〔{采用条数}〕〕", "又套了一层"),
        ("{}", "里没有名称"),
        ("明细：{刊物明细}", "要单独占一行"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text, said):
    with pytest.raises(TemplateError, match=said):
        fill(text, VALUES)
