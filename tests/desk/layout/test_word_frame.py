"""What is put into a Word file stands there whole and in order."""

import docx

from desk.layout.word_frame import put_in

CELL = "<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
LINE = "<w:p><w:pPr/><w:r><w:t>{}</w:t></w:r></w:p>"


def test_a_long_table_keeps_its_rows_between_the_paragraphs_around():
    rows = "".join(f"<w:tr>{CELL.format(at)}{CELL.format('户')}</w:tr>" for at in range(500))
    document = docx.Document()
    put_in(document, f"{LINE.format('前')}<w:tbl><w:tblPr/>{rows}</w:tbl>{LINE.format('后')}")
    assert [one.text for one in document.paragraphs] == ["前", "后"]
    texts = document.element.body.xpath("w:tbl/w:tr/w:tc[1]//w:t/text()")
    assert texts == [str(at) for at in range(500)]
