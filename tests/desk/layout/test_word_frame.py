"""What is put into a Word file stands there whole and in order."""

from datetime import date

import docx

from desk.layout.content import About
from desk.layout.fonts import bundled_fonts
from desk.layout.grid import PrintSize, grid_of
from desk.layout.pdf import page_data
from desk.layout.word_frame import new_document, put_in

CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
LINE = "<w:p><w:pPr/><w:r><w:t>{}</w:t></w:r></w:p>"


def test_a_long_table_keeps_its_rows_between_the_paragraphs_around():
    rows = "".join(f"<w:tr>{CELL.format(at)}{CELL.format('户')}</w:tr>" for at in range(500))
    document = docx.Document()
    put_in(document, f"{LINE.format('前')}<w:tbl><w:tblPr/>{rows}</w:tbl>{LINE.format('后')}")
    assert [one.text for one in document.paragraphs] == ["前", "后"]
    texts = document.element.body.xpath("w:tbl/w:tr/w:tc[1]//w:t/text()")
    assert texts == [str(at) for at in range(500)]


def test_a_name_too_long_for_a_property_is_cut_there():
    about = About("政" * 300, "办" * 300, date(2026, 7, 15))
    properties = new_document(about, grid_of("full", PrintSize.NORMAL)).core_properties
    assert (properties.title, properties.author) == ("政" * 255, "办" * 255)


def test_what_no_file_can_hold_is_left_out_of_its_properties():
    about = About("增\x00刊\ud800\uffff", "办\x1f公室", date(2026, 7, 15))
    properties = new_document(about, grid_of("full", PrintSize.NORMAL)).core_properties
    assert (properties.title, properties.author) == ("增刊", "办公室")
    assert page_data(about, [], bundled_fonts())["title"].startswith("增刊")
