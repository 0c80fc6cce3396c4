"""The sheet for the safe: one page on which each group of the key stands under its number."""

import pypdfium2
import pytest

from ui.locking.sheet import sheet

KEY = "9NNDH-77JNW-MPFV6-MPTNV-NMPRT-EK4MP-FTVHW-DRANC"
OFFICE = "云岭县人民政府办公室（县外事办公室、县大数据发展服务中心、县机关事务管理局）"


@pytest.fixture
def text(qapp):
    with pypdfium2.PdfDocument(sheet(KEY, OFFICE, "2026-07-15")) as document:
        assert len(document) == 1
        return document[0].get_textpage().get_text_range()


def test_every_group_stands_whole_on_one_page(text):
    assert [one for one in text.split() if one in KEY.split("-")] == KEY.split("-")


def test_the_last_group_is_named_as_the_program_names_it(text):
    assert "第8组" in text.replace(" ", "")
