"""Where items stand on the pages, how full these are, and what an item takes."""

import pytest

from desk.body import Body, Table, plain
from desk.layout.content import ItemContent, SectionContent
from desk.layout.grid import MM
from desk.layout.measuring import lines_needed
from desk.layout.pdf import render_pdf
from desk.layout.templates import load_template


def test_an_item_stands_where_its_title_is_printed(issue, fonts, boxes, chinese):
    content = issue(chinese(400), chinese(900), contents_list=False)
    places = render_pdf(content, {}, fonts).places
    pages = boxes(content)
    assert list(places) == ["k1", "k2"]
    for key, place in places.items():
        title = [char for char in pages[place.page - 1] if char[0] == key[1]]
        assert any(abs(char[4] - place.top / MM) < 4 for char in title)


def test_the_lines_of_an_item_are_the_same_alone_and_in_an_issue(issue, fonts, chinese):
    table = Table((("乡镇", "投资"), ("青石镇", "1200")), 1, "投资情况")
    content = issue(
        chinese(500), Body((*plain("一、题目\n正文。").blocks, table)), contents_list=False
    )
    places = render_pdf(content, {}, fonts).places
    template = load_template("zhengwu")
    for item in content.sections[0].items:
        assert lines_needed(item, "信息", template, fonts) == places[item.key].rows


def test_the_heading_of_a_section_is_no_line_of_the_item_before(issue, fonts, chinese):
    one = issue(chinese(100), contents_list=False)
    items = (ItemContent("另一条", plain(chinese(50)), (), "k9"),)
    two = issue(chinese(100), sections=(*one.sections, SectionContent("简讯", items)))
    alone, followed = (render_pdf(content, {}, fonts).places["k1"] for content in (one, two))
    assert followed.rows == alone.rows


@pytest.mark.parametrize("length", [20, 600, 1500])
def test_the_lines_taken_and_left_of_the_last_page_make_a_page(issue, fonts, chinese, length):
    content = issue(chinese(length), contents_list=False)
    pages = render_pdf(content, {}, fonts)
    assert len(pages.fill) == pages.page_count
    assert pages.fill[-1] + pages.lines_left_on_last_page == pages.lines == 22
    assert all(0 < taken <= 22 for taken in pages.fill)


def test_a_page_that_text_runs_over_is_full(issue, fonts, chinese):
    pages = render_pdf(issue(chinese(3000), contents_list=False), {}, fonts)
    assert pages.page_count > 3
    assert set(pages.fill[1:-1]) == {22}
