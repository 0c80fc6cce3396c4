"""Official forms come from the engine of the issues, as PDF and as Word file."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from pypdfium2 import PdfDocument

from desk.body import Table
from desk.layout.forms import Form, form_docx, form_pdf

ROWS = (("序号", "发送单位", "签收人"), *((f"{at}", f"第{at}个单位", "") for at in range(1, 41)))


@pytest.fixture
def form():
    return Form(
        "《信息专报》2026年第12期发送登记表",
        "云岭县人民政府办公室",
        date(2026, 11, 20),
        meta=("密级：秘密", "共 40 份"),
        to="各发送单位",
        paragraphs=("请核对份号后签收。",),
        table=Table(ROWS),
        columns=(1, 4, 2),
        closing=("联系人：周文清，电话0875-5122119。",),
        signed=("云岭县人民政府办公室", "2026年11月20日"),
    )


def words(text):
    return "".join(text.split())


def test_a_form_prints_every_word_and_repeats_the_head_of_its_table(form, fonts):
    with PdfDocument(form_pdf([form], fonts)) as document:
        texts = [words(page.get_textpage().get_text_range()) for page in document]
    assert texts[0].startswith("《信息专报》2026年第12期发送登记表密级：秘密共40份各发送单位：")
    assert all("序号发送单位签收人" in text for text in texts[:2])
    assert "云岭县人民政府办公室2026年11月20日" in texts[-1]


def test_the_word_file_says_the_same(form, fonts):
    document = docx.Document(BytesIO(form_docx(form, fonts)))
    assert [cell.text for cell in document.tables[0].rows[40].cells] == ["40", "第40个单位", ""]
    said = [one.text for one in document.paragraphs]
    assert said[0] == form.title
    assert said[-2:] == list(form.signed)


def test_columns_part_the_page_as_told(form, fonts):
    document = docx.Document(BytesIO(form_docx(form, fonts)))
    first, second, third = (column.width for column in document.tables[0].columns)
    assert second / first == pytest.approx(4, rel=0.01)
    assert third / first == pytest.approx(2, rel=0.01)


@pytest.mark.parametrize("rows", range(8, 16))
def test_no_page_holds_a_signature_alone(rows, form, fonts):
    with PdfDocument(form_pdf([replace(form, table=Table(ROWS[:rows]))], fonts)) as document:
        last = words(document[len(document) - 1].get_textpage().get_text_range())
    assert "联系人：周文清，电话0875-5122119。云岭县人民政府办公室" in last


def test_several_forms_each_begin_a_page(form, fonts):
    with PdfDocument(form_pdf([form, form], fonts)) as document:
        count = len(document)
    with PdfDocument(form_pdf([form], fonts)) as document:
        assert count == 2 * len(document)
