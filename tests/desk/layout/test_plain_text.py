"""The clean text: what the pages say, without the page."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.body import Body, Picture, Table, plain
from desk.layout.compose import compose
from desk.layout.content import ItemContent, SectionContent
from desk.layout.dressing import dressed
from desk.layout.model import Strip
from desk.layout.plain_text import issue_text, item_text
from desk.layout.printed import printed_pieces

TABLE = Table((("乡镇", "完成投资"), ("青石镇", "1,200万元"), ("合计", "")), 1, "投资情况")
words = st.text(
    alphabet="天地玄黄宇宙洪荒，。“”（）《》0123456789%abc—… ", min_size=1, max_size=120
)


def squeezed(text):
    return "".join(text.split())


@pytest.fixture
def body_of_pages(printed, fonts):
    """What the pages show between head and foot, page numbers apart."""

    def read(content):
        pages, texts = printed(content)
        layout = compose(content, dressed(content), fonts, contents=False)
        head = "".join(
            piece.text
            for block in layout.blocks
            if isinstance(block, Strip)
            for piece in (*block.left, *block.center, *block.right)
        )
        foot = squeezed(
            "".join(piece.text for piece in printed_pieces(type(layout)((), layout.tail)))
        )
        numbered = zip(texts, range(1, pages.page_count + 1), strict=True)
        text = "".join(page.removesuffix(f"—{number}—") for page, number in numbered)
        return text.removeprefix(squeezed(head)).removesuffix(foot)

    return read


@pytest.mark.parametrize("template", ["zhengwu", "meiri"])
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=3))
def test_the_text_has_the_characters_of_the_pages(template, texts, issue, body_of_pages, fonts):
    content = issue(*["\n".join(one) for one in texts], contents_list=False, template=template)
    assert squeezed(issue_text(content, fonts)) == body_of_pages(content)


def test_notes_headings_tables_captions_and_units_are_in_the_text(issue, body_of_pages, fonts):
    mixed = Body((*plain("一、总体情况\n进展顺利。").blocks, TABLE))
    sections = tuple(
        SectionContent(name, (ItemContent(f"{name}的题目", mixed, ("县教育局",), name),))
        for name in ("信息", "简讯")
    )
    content = issue(sections=sections, note=plain("请各单位学习。"), contents_list=False)
    text = issue_text(content, fonts)
    assert squeezed(text) == body_of_pages(content)
    assert "编者按：请各单位学习。" in text
    assert "投资情况\n乡镇\t完成投资\n青石镇\t1,200万元\n合计\t" in text
    assert text.endswith(("（县教育局供稿）", "（县教育局）"))


def test_no_page_furniture_is_in_the_text(issue, fonts):
    text = issue_text(issue("正文。"), fonts)
    assert not re.search("政务信息|内部资料|目　录|共印|县委书记|— 1 —", text)


def test_items_stand_apart_and_paragraphs_on_lines_of_their_own(issue, fonts):
    text = issue_text(issue("第一段。\n第二段。", "另一条。"), fonts)
    assert text == (
        "第1条信息的题目\n第一段。\n第二段。\n（县教育局供稿）\n\n"
        "第2条信息的题目\n另一条。\n（县教育局供稿）"
    )


def test_one_item_can_be_had_alone(issue, fonts):
    content = issue("甲的内容。", "乙的内容。", note=plain("编者的话。"))
    assert item_text(content, "k2", fonts) == "第2条信息的题目\n乙的内容。\n（县教育局供稿）"
    assert item_text(content, "k9", fonts) == ""


def test_a_row_that_the_page_must_cut_stays_one_row(issue, chinese, fonts):
    tall = Table((("事项", "说明"), ("甲", chinese(2000))), 1, "说明表")
    lines = issue_text(issue(Body((tall,))), fonts).split("\n")
    assert [line.count("\t") for line in lines if "\t" in line] == [1, 1]


def test_an_empty_table_and_a_picture_leave_nothing_behind(issue, fonts):
    empty = Body((Table((("", ""),)), Picture("d", 10, 10, "现场图"), TABLE))
    text = issue_text(issue(empty), fonts)
    assert "现场图\n投资情况\n乡镇" in text
