"""A letter as .docx and .xlsx says what its text says."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest

from desk.layout.preview import page_count
from desk.reports.letter import Letter, Line, LineKind
from desk.reports.letter_docx import letter_docx
from desk.reports.letter_pdf import letters_pdf
from desk.reports.letter_sheet import letter_xlsx


@pytest.fixture
def letter():
    lines = (
        Line("7月报送1篇。"),
        Line("一、情况", LineKind.HEADING),
        Line("1．“<标题>&甲”", LineKind.ITEM),
        Line("理由：=SUM(A1)。", LineKind.DETAIL),
    )
    return Letter("信息报送指导单（2026年7月）", "县教育局", lines, "办公室", date(2026, 8, 1))


def test_the_docx_holds_every_line_in_order(letter):
    found = docx.Document(BytesIO(letter_docx(letter)))
    texts = [one.text for one in found.paragraphs]
    assert texts == [
        letter.title, "县教育局：", *(line.text for line in letter.lines), "办公室", "2026年8月1日",
    ]  # fmt: skip
    assert found.sections[0].page_width.mm == pytest.approx(210, abs=0.1)


def test_the_sheet_holds_every_line_under_its_part_and_no_formula(letter):
    page = openpyxl.load_workbook(BytesIO(letter_xlsx(letter))).worksheets[0]
    rows = [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=3)]
    assert ("一、情况", "理由：=SUM(A1)。") in rows
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)


@pytest.mark.parametrize("write", [letter_docx, letter_xlsx])
def test_equal_letters_give_equal_bytes(letter, write):
    assert write(letter) == write(letter)


@pytest.mark.parametrize("name", ["王\U00030edd", "张\ue123", "李\U0003fffd", "赵\u200e\x07🙂"])
def test_a_name_that_no_face_prints_stops_no_letter(letter, name):
    rare = replace(letter, to=name, lines=(Line(f"{name}采写的信息已采用。"),), office=name)
    assert page_count(letters_pdf((rare,))) == 1
    assert letter_docx(rare)
    assert letter_xlsx(rare)
