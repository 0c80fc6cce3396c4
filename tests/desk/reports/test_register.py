"""Tables for paper and files."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from desk.errors import DeskError
from desk.layout.preview import page_count
from desk.reports.register import Heading, Part, Register, register_pdf
from desk.reports.register_docx import register_docx
from desk.reports.register_sheet import register_workbook, sheet_names

HEADINGS = (Heading("期号", 20, centred=True), Heading("标题"), Heading("页码", 14, centred=True))
LINES = (("第2期", "=1+1", 1), ("第2期", "县教育局开展检查", 2), ("第3期", "防汛", 1))


def table(lines=LINES, **fields):
    parts = (Part("", lines),)
    return Register("年度目录", "共 2 期", "编制", date(2026, 7, 1), HEADINGS, parts, **fields)


def test_what_lines_share_is_printed_once_and_kept_in_every_line_of_the_sheet():
    document = Document(BytesIO(register_docx(table(groups=1))))
    (grid,) = document.tables
    assert [row.cells[0].text for row in grid.rows] == ["期号", "第2期", "", "第3期"]
    sheet = load_workbook(BytesIO(register_workbook([("政务信息", table(groups=1))])))["政务信息"]
    assert [row[0].value for row in sheet.iter_rows(min_row=3)] == ["第2期", "第2期", "第3期"]


def test_no_title_becomes_a_formula():
    book = load_workbook(BytesIO(register_workbook([("政务信息", table())])))
    cell = book["政务信息"]["B3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_the_head_is_on_every_page_of_a_long_table():
    pdf = register_pdf(table([("第1期", f"标题{n}", n) for n in range(200)]))
    assert page_count(pdf) > 3


@pytest.mark.parametrize("before", range(26, 36))
def test_the_heading_of_a_part_is_never_alone_and_stands_on_every_page(before):
    parts = [Part(name, [("1", name, 1)] * count) for name, count in (("甲", before), ("乙", 40))]
    made = replace(table(), parts=parts)
    document = PdfDocument(register_pdf(made))
    for page in document:
        words = page.get_textpage().get_text_range().split()
        assert words[words.index("页码") + 1] in ("甲", "乙")
        assert words[words.index("第") - 1] != "乙" or words.count("乙") > 1


def test_the_same_table_gives_the_same_bytes():
    assert register_pdf(table()) == register_pdf(table())
    assert register_docx(table()) == register_docx(table())


@pytest.mark.parametrize("write", [register_pdf, register_docx])
def test_an_empty_table_is_refused_with_a_sentence(write):
    with pytest.raises(DeskError, match="没有内容"):
        write(table(()))


def test_sheets_have_short_names_of_their_own():
    names = list(sheet_names(["每日/要情", "每日_要情", "长" * 40, "长" * 41]))
    assert names[:2] == ["每日_要情", "每日_要情（2）"]
    assert len({*names}) == 4
    assert all(len(name) <= 31 for name in names)
