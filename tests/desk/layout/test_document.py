"""Official documents: tables with merged heads, attachments across, the same in Word."""

from datetime import date
from io import BytesIO

import docx
import pytest
from pypdfium2 import PdfDocument

from desk.body import plain
from desk.layout.document import (
    Attachment,
    Document,
    Drawing,
    document_docx,
    document_pdf,
)
from desk.stat_table import Head, StatTable

LONG = "云岭县国家现代农业科技示范园区管理委员会"
HEADS = (
    Head("名次"),
    Head("单位", left=True),
    Head("采用条数", (Head("县级"), Head("上级"))),
    Head("得分"),
)


def table(count, title="各单位得分情况表"):
    rows = tuple((at, f"{LONG}{at}组", at, 0, at * 2) for at in range(1, count + 1))
    total = (None, "合计", 1, 2, 3)
    return StatTable(title, HEADS, (*rows, total), "注：按得分排列。", frozenset({count}))


def wide(columns, count=3):
    heads = (Head("单位", left=True), *(Head(f"第{at}项") for at in range(1, columns)))
    row = (LONG, *(f"{at}234.5" for at in range(1, columns)))
    return StatTable("统计表", heads, (row,) * count)


@pytest.fixture
def document():
    def make(*parts, **changes):
        named = {
            "title": "关于2026年第三季度政务信息采用情况的通报",
            "office": "云岭县人民政府办公室",
        }
        return Document(day=date(2026, 10, 12), parts=parts, **(named | changes))

    return make


@pytest.fixture
def pages(fonts):
    def read(value):
        with PdfDocument(document_pdf(value, fonts)) as pdf:
            return [
                ("".join(page.get_textpage().get_text_range().split()), page.get_size())
                for page in pdf
            ]

    return read


def test_the_head_of_a_table_stands_on_every_page_of_it(document, pages):
    read = pages(document(table(200)))
    assert len(read) > 6
    assert all("名次" in text and "县级" in text for text, _ in read)


def test_each_unit_of_a_long_table_stands_on_one_page_only(document, pages):
    texts = [text for text, _ in pages(document(table(120)))]
    assert [sum(f"会{at}组" in text for text in texts) for at in range(1, 121)] == [1] * 120


def test_an_attachment_across_has_pages_across_and_the_next_is_upright(document, pages):
    parts = (
        Attachment("统计表", landscape=True),
        wide(20),
        Attachment("条目"),
        *plain("一条。").blocks,
    )
    read = pages(document(*plain("正文。").blocks, *parts))
    assert [width > height for _, (width, height) in read] == [False, True, False]
    assert read[1][0].startswith("附件1统计表")
    assert read[2][0].startswith("附件2条目")
    assert "附件：1.统计表2.条目" in read[0][0]


def test_columns_that_do_not_fit_go_on_in_a_table_with_the_names_again(document, pages):
    read = "".join(text for text, _ in pages(document(Attachment("表", landscape=True), wide(60))))
    assert "统计表（之一）" in read
    assert "统计表（之二）" in read
    assert all(f"{at}234.5" in read for at in range(1, 60))


def test_long_names_break_no_date_and_no_number_of_an_issue(document, fonts):
    heads = (Head("日期"), Head("期号"), Head("标题", left=True), Head("报送单位", left=True))
    row = ("12月21日", "第131期", "建议盘活闲置资源缓解老城区停车难问题", f"{LONG}、{LONG}")
    whole = document_pdf(document(StatTable("采用信息明细", heads, (row,) * 3)), fonts)
    with PdfDocument(whole) as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert words.count("12月21日") == words.count("第131期") == 3


def test_a_table_without_rows_says_so(document, pages):
    assert "无" in pages(document(StatTable("空表", HEADS, ())))[0][0]


def test_equal_documents_have_equal_bytes(document, fonts, photo):
    value = document(
        table(3), Drawing(photo(), 120, "图1"), Attachment("表", landscape=True), wide(9)
    )
    assert document_pdf(value, fonts) == document_pdf(value, fonts)
    assert document_docx(value, fonts) == document_docx(value, fonts)


def test_word_merges_heads_and_lays_the_attachment_across(document, fonts):
    value = document(table(3), Attachment("表", landscape=True), wide(9), copies_to="县委办公室")
    file = docx.Document(BytesIO(document_docx(value, fonts)))
    head = file.tables[0].rows[0].cells
    assert [cell.text for cell in head] == ["名次", "单位", "采用条数", "采用条数", "得分"]
    assert [one.page_width > one.page_height for one in file.sections] == [False, True, False]
    assert "抄送：县委办公室。" in [one.text for one in file.paragraphs]
