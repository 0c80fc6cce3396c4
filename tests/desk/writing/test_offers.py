"""A few keys find what is to be inserted."""

from datetime import date

import pytest

from desk.drafts import Kind
from desk.phrases import Category, Phrase
from desk.units import Unit
from desk.writing.offers import Offers

UNITS = [
    Unit("云岭县教育体育局", "县教体局", 1, ("县教育局",), code="101"),
    Unit("云岭县财政局", "县财政局", 1, active=False),
    Unit("云岭县交通运输局", "县交通局", 1),
]
PHRASES = [
    Phrase(Category.SKELETON, "首报", "××月××日\n××", "sb", Kind.INCIDENT),
    Phrase(Category.SKELETON, "罗列式", "一、××\n二、××", "ll", Kind.MEASURE),
    Phrase(Category.PHRASE, "同比增长", "同比增长××%", "tbzz"),
    Phrase(Category.DOCUMENT, "春耕方案", "云政发〔2026〕3号", day=date(2026, 3, 1)),
    Phrase(Category.LEADER, "李国华", "县长"),
    Phrase(Category.PHRASE, "停用的", "不该出现", "ty", is_active=False),
]


@pytest.fixture
def offers():
    return Offers(UNITS, PHRASES)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("xjt", "县教体局"), ("教体", "县教体局"), ("101", "县教体局"), ("县教育", "县教体局"),
        ("lgh", "县长李国华"), ("县长", "县长李国华"), ("cg", "《春耕方案》（云政发〔2026〕3号）"),
        ("tbzz", "同比增长××%"), ("同比", "同比增长××%"),
    ],
)  # fmt: skip
def test_initials_characters_and_abbreviations_find_it(offers, typed, text):
    assert offers.find(typed)[0].text == text


def test_full_names_are_offered_beside_short_ones(offers):
    assert [one.text for one in offers.find("县教体")] == ["县教体局", "云岭县教育体育局"]


def test_what_is_out_of_use_is_not_offered(offers):
    assert offers.find("财政") == []
    assert offers.find("停用") == []


def test_skeletons_of_the_drafts_kind_come_first(offers):
    assert offers.find("", Kind.MEASURE)[0].name == "罗列式"
    assert offers.find("", Kind.INCIDENT)[0].name == "首报"


def test_only_a_whole_and_single_match_is_exact(offers):
    assert offers.exact("tbzz").text == "同比增长××%"
    assert offers.exact("101").text == "县教体局"
    assert offers.exact("tb") is None


def test_what_stands_before_the_cursor_is_taken_for_the_query(offers):
    assert offers.typed_before("今年以来，xjt") == "xjt"
    assert offers.typed_before("今年以来，县教") == "县教"
    assert offers.typed_before("编号zzzz") == ""
    assert offers.typed_before("今年以来，") == ""
