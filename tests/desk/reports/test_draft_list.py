"""The list of drafts on paper, read back from its pages."""

from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest

from desk.drafts import DraftRow, Status, Urgency
from desk.errors import DeskError
from desk.reports.draft_list import MOST, DraftPaper, ListPart, draft_list_pdf

NOW = datetime(2026, 7, 15, 1, 30, tzinfo=UTC)


@pytest.fixture
def row():
    def make(title="县教育局开展校园安全检查", **fields):
        values = {"units": "县教育局", "kind": "动态型", "status": Status.NEW, "characters": 300}
        values |= {"id": 1, "received": NOW, "source": "", "holder": "王敏", **fields}
        return DraftRow(title=title, **values)

    return make


@pytest.fixture
def printed():
    """The texts of the pages of a list."""

    def read(*parts, about="待办"):
        pdf = draft_list_pdf(DraftPaper("来稿清单", about, NOW, parts))
        pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
        return ["".join(page.split()) for page in pages]

    return read


def test_a_line_holds_what_the_screen_shows(row, printed):
    late = row("山体滑坡", urgency=Urgency.EXTRA, due=NOW - timedelta(days=2))
    (page,) = printed(ListPart("", [late]))
    for text in ("来稿清单", "待办", "共1篇", "【特急】山体滑坡", "县教育局", "新到超2天", "王敏"):
        assert text in page


def test_parts_have_headings_and_numbers_run_on(row, printed):
    parts = (ListPart("7月15日", [row("甲稿")]), ListPart("7月14日", [row("乙稿"), row("丙稿")]))
    (page,) = printed(*parts)
    assert "7月15日1篇" in page
    assert "7月14日2篇" in page
    assert page.index("甲稿") < page.index("7月14日") < page.index("3", page.index("乙稿"))


def test_every_page_has_the_heading_and_its_number(row, printed):
    pages = printed(ListPart("", [row(f"第{number}篇") for number in range(80)]))
    assert len(pages) > 1
    assert all("谁在办" in page for page in pages)
    assert f"第1页共{len(pages)}页" in pages[0]


def test_a_title_of_200_characters_and_marks_of_typst_are_printed_whole(row, printed):
    title = "#strong[*关于$x$进一步*]" + "很长的标题" * 40
    (page,) = printed(ListPart("", [row(title, units="")]))
    assert title in page
    assert "未认出" in page


@pytest.mark.parametrize(("count", "said"), [(0, "没有稿件"), (MOST + 1, "一次最多打印")])
def test_no_drafts_and_too_many_are_refused(row, count, said):
    with pytest.raises(DeskError, match=said):
        draft_list_pdf(DraftPaper("来稿清单", "", NOW, [ListPart("", [row()] * count)]))


def test_a_character_that_no_face_prints_stands_as_a_mark(row, printed):
    (page,) = printed(ListPart("", [row("王\U0003fffd带队检查")]))
    assert "王〓带队检查" in page
