"""Where a draft answers a query, in its own characters."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.body import Body, Picture, Table, plain
from desk.drafts import Draft, Original
from desk.folding import fold
from desk.searching import Field, IssueName, Part, parts_of, passages, spans_of, words_of

NOW = datetime(2026, 7, 15, tzinfo=UTC)
LONG = "开头" * 60


def draft_of(title="关于照明的情况", text="路灯修好了", original="路灯修好了", **fields):
    kept = Original("照明报送.docx", "", plain(original))
    return Draft(title, plain(text), kept, NOW, **fields)


def marked(passage):
    return [passage.text[start:end] for start, end in passage.spans]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("增长５．２％。", "5.2%", ["５．２％"]),
        ("ＧＤＰ和gdp", "gDp", ["ＧＤＰ", "gdp"]),
        ("路路路灯", "路路 路灯", ["路路路灯"]),
        ("完成…了", ".", ["…"]),
        ("😀路灯", "灯", ["灯"]),
        ("路灯", "公园", []),
    ],
)
def test_words_are_marked_in_the_texts_own_characters(text, words, expected):
    spans = spans_of(text, words_of(words))
    assert [text[start:end] for start, end in spans] == expected


@given(st.text("路灯Ａa１1…é ", max_size=12), st.text("路灯a1.é", min_size=1, max_size=3))
def test_a_mark_stands_wherever_the_word_is_and_nowhere_else(text, word):
    spans = spans_of(text, [fold(word)])
    assert bool(spans) == (fold(word) in fold(text))
    assert all(fold(word)[0] in fold(text[start:end]) for start, end in spans)


def test_a_passage_shows_the_word_far_into_a_paragraph():
    (passage,) = passages(draft_of(text=f"无关\n{LONG}路灯修好了{LONG}"), "路灯")
    assert marked(passage) == ["路灯"]
    assert passage.field is Field.TEXT
    assert passage.at > 0
    assert passage.is_cut


def test_two_words_in_two_places_give_two_passages():
    found = passages(draft_of(text=f"路灯{LONG}\n别的\n{LONG}公园"), "公园 路灯")
    assert [marked(one) for one in found] == [["路灯"], ["公园"]]


def test_a_paragraph_with_both_words_is_better_than_two():
    (passage,) = passages(draft_of(text="公园\n路灯\n公园路灯"), "公园 路灯")
    assert passage.text == "公园路灯"


def test_a_word_of_the_title_alone_shows_how_the_text_begins():
    (passage,) = passages(draft_of(), "照明")
    assert (passage.text, passage.spans) == ("路灯修好了", ())


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("钱七", Field.AUTHOR),
        ("65321188", Field.PHONE),
        ("报送.doc", Field.FILE),
        ("旧标题", Field.ORIGINAL),
        ("民政局", Field.UNIT),
        ("防汛", Field.TOPIC),
        ("政务信息第12期", Field.ISSUE),
    ],
)
def test_a_passage_says_where_the_word_was_found(words, field):
    draft = draft_of(
        original="旧标题\n路灯修好了", author="钱七", phone="65321188", topics=("防汛",)
    )
    beside = [Part(Field.UNIT, "云岭县民政局"), Part(Field.ISSUE, "《政务信息》2026年第12期")]
    assert [one.field for one in passages(draft, words, beside)] == [field]


def test_a_line_of_the_original_that_was_kept_is_not_searched_twice():
    parts = [part.field for part in parts_of(draft_of(original="路灯修好了\n盖章"))]
    assert parts.count(Field.ORIGINAL) == 1


def test_cells_and_captions_are_parts():
    body = Body((Table((("危房", "3"),), 1, "附表"), Picture("x", 1, 1, "现场")))
    draft = Draft("空", body, Original("", "", body), NOW)
    assert [part.text for part in parts_of(draft)] == ["空", "附表", "危房\t3", "现场"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("第12期", IssueName(12, is_total=False)),
        ("总第120期", IssueName(120, is_total=True)),
        (
            "《政务信息》2026年第3期",
            IssueName(3, is_total=False, publication="政务信息", year=2026),
        ),
        ("第期", None),
        ("12", None),
    ],
)
def test_a_word_names_an_issue(word, name):
    assert IssueName.of(word) == name
