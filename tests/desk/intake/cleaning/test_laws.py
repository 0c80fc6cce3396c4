"""Laws of cleaning over any text, and texts that it must leave as they are."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.body import Body, Paragraph, Picture, Run, Table, level_of, plain
from desk.checks.catalogue import catalogue
from desk.intake.cleaning.clean import Cleaned, clean
from desk.intake.cleaning.radicals import SUPPLEMENT

CLEAN = Path(__file__).parents[2] / "checks" / "clean"
PIECES = st.sampled_from(
    [
        *"一是二、（）()，,。.；;：:？?！!“”＂‘’《》〈〉【】[]﹝﹞〔〕﹙﹚",
        *'" \u3000\xa0\u2003\t\u200b\u00ad\ufeff\x07',
        *"\uf06c\uf0d8·●-*oØ０９Ａ．⽂⻓⺠%％…—～「」〝〞",
        *[
            "县教育局",
            "组织检查",
            "张晓明",
            "12",
            "1,200.5",
            "9:30",
            "[2026]",
            "12号",
            "云政发",
            "1.",
        ],
        *["http://a.cn/x,y", "yl@yl.gov.cn", "New York", "3月9日", "校园安全", "一、", "（一）"],
        *["全县四十二所中小学校开展春季开学安全检查，采取查资料、看现场、问情况"],
    ]
)
LINES = st.lists(PIECES, max_size=14).map("".join)
PARAGRAPHS = st.lists(st.tuples(LINES, st.booleans()), min_size=1, max_size=3).map(
    lambda parts: Paragraph(
        tuple(Run(text, bold) for text, bold in parts),
        level_of("".join(text for text, _bold in parts)),
    )
)
TABLES = st.lists(st.tuples(LINES, LINES), min_size=1, max_size=2).map(
    lambda rows: Table(tuple(rows), caption=rows[0][0])
)
BODIES = st.lists(PARAGRAPHS | TABLES, max_size=7).map(lambda blocks: Body(tuple(blocks)))


def common(text: str) -> str:
    """Ideographs, digits and letters in their common forms, but o and Ø, which may be bullets."""
    ideographs = "".join(SUPPLEMENT.get(sign, sign) for sign in text)
    return re.sub(r"[\W_oØ]", "", unicodedata.normalize("NFKC", ideographs))


def visible(body: Body) -> str:
    """What a reader sees of a body, tables included."""
    texts = []
    for block in body.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        elif isinstance(block, Table):
            texts += [block.caption, *(cell for row in block.rows for cell in row)]
    return common("".join(texts))


def bold(body: Body) -> str:
    """The bold characters that a reader sees."""
    runs = [run for paragraph in body.paragraphs for run in paragraph.runs]
    return common("".join(run.text for run in runs if run.bold))


@given(BODIES)
def test_cleaning_twice_changes_nothing_more(body):
    once = clean(body)
    assert clean(once.body) == Cleaned(once.body)


@given(BODIES)
def test_no_character_and_no_digit_is_lost_or_moved(body):
    assert visible(clean(body).body) == visible(body)


@given(BODIES)
def test_a_note_is_made_exactly_where_something_changed(body):
    cleaned = clean(body)
    assert bool(cleaned.notes) == (cleaned.body != body)


@given(st.text(max_size=60))
def test_any_characters_are_taken(text):
    once = clean(Body((Paragraph((Run(text),)),))).body
    assert clean(once).body == once


@given(BODIES)
def test_weights_stay_with_their_characters(body):
    assert bold(clean(body).body) == bold(body)


@pytest.mark.parametrize("path", sorted(CLEAN.glob("*.txt")), ids=lambda path: path.stem)
def test_a_clean_draft_is_not_touched(path):
    body = plain(path.read_text("utf-8"))
    assert clean(body) == Cleaned(body)


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_the_good_example_of_a_rule_is_not_touched(code):
    body = plain(catalogue()[code].good)
    assert clean(body).body == body


def test_cells_and_captions_lose_only_blanks_and_wide_digits():
    table = Table((("姓　名", "数 量,单位"), ("王 敏", " １２,３\u200b")), caption="\uf06c表１ ")
    assert clean(Body((table,))).body.blocks == (
        Table((("姓名", "数 量,单位"), ("王敏", "12,3")), caption="\uf06c表1"),
    )


def test_a_picture_keeps_everything_but_its_captions_blanks():
    picture = Picture("ab", 40, 30, " 图１ 检查现场,县教育局 ")
    assert clean(Body((picture,))).body.blocks == (Picture("ab", 40, 30, "图1 检查现场,县教育局"),)


def test_every_block_of_a_composite_keeps_where_it_came_from():
    texts = ("今年以来,县教育局抓好校园安全,成效明显", "明显。。县水利局抓好防汛")
    blocks = [Paragraph((Run(text),), source=at) for at, text in enumerate(texts, start=7)]
    cleaned = clean(Body((*blocks, Table((("镇 ",),), source=9)))).body
    assert [one.source for one in cleaned.blocks] == [7, 8, 9]
