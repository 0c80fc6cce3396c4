"""What is to stand on one page is set as large as it fits there."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from desk.layout.forms import Form, form_docx, form_pdf, set_form
from desk.layout.preview import page_count

SENTENCE = "各单位要对照全年任务，明确专人，逐月补齐，年底前见到明显成效。"


@pytest.fixture
def form():
    return Form("主任会材料", "云岭县人民政府办公室", date(2026, 10, 12), one_page=True)


def long(form, sentences):
    return replace(form, paragraphs=(SENTENCE * sentences,) * 2)


def test_what_fits_is_set_as_large_as_any_form(form, fonts):
    assert set_form(long(form, 3), fonts).grid.size == 16
    assert form_pdf([long(form, 3)], fonts) == form_pdf(
        [replace(long(form, 3), one_page=False)], fonts
    )


@pytest.mark.parametrize("sentences", [11, 16, 22, 28])
def test_more_is_set_smaller_on_one_page(form, fonts, sentences):
    found = set_form(long(form, sentences), fonts)
    assert found.grid.size < 16
    assert page_count(form_pdf([long(form, sentences)], fonts)) == 1


def test_the_word_file_breaks_where_the_page_does(form, fonts):
    wanted = long(form, 16)
    document = docx.Document(BytesIO(form_docx(wanted, fonts)))
    lines = set_form(wanted, fonts).layout.blocks[1].lines
    assert document.paragraphs[1].text == "".join(one.text for one in lines)


def test_letters_of_all_sizes_go_into_one_file(form, fonts):
    assert page_count(form_pdf([long(form, 3), long(form, 22), long(form, 3)], fonts)) == 3
