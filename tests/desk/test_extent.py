"""The room an item takes is what its issue gives it."""

from datetime import date

import pytest

from desk.body import plain
from desk.extent import Extent, extent
from desk.layout.compose import compose
from desk.layout.content import IssueContent, ItemContent, SectionContent
from desk.layout.fonts import bundled_fonts
from desk.layout.paging import paginate
from desk.layout.templates import load_template

TEXT = "今年以来，全县坚持问题导向，扎实推进农田建设，建成高标准农田二万亩。" * 12


@pytest.mark.parametrize(("lines", "said"), [(22, "1.00"), (23, "1.05"), (11, "0.50"), (1, "0.05")])
def test_the_share_of_a_page_has_two_decimals(lines, said):
    assert Extent(lines, 22).pages == said


@pytest.mark.parametrize("folder", ["zhengwu", "meiri"])
def test_an_item_takes_the_lines_it_gets_in_an_issue(folder):
    item = ItemContent("云岭县推进农田建设", plain(f"{TEXT}\n{TEXT}"), ("水务局",), "1")
    other = ItemContent("另一条", plain("短讯一条。"), ("教育局",), "2")
    fonts, template = bundled_fonts(), load_template(folder)

    def used(*items):
        section = SectionContent("信息", items)
        content = IssueContent(folder, "刊", 1, 1, date(2026, 7, 15), "办公室", (section,))
        paged = paginate(compose(content, template, fonts, contents=False), 22)
        return len(paged.pages) * 22 - paged.free

    alone, both = used(other), used(other, item)
    gap = template.item_style("信息").before
    assert both - alone == extent(item, folder, "信息", fonts).lines + max(0, gap)


def test_a_longer_text_takes_more_lines():
    fonts = bundled_fonts()
    lines = [
        extent(ItemContent("标题", plain(TEXT[:size])), "zhengwu", "信息", fonts).lines
        for size in (20, 100, 300)
    ]
    assert lines == sorted(set(lines))
