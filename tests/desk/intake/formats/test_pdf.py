"""A PDF with text gives its paragraphs; one without says so."""

import pytest

from desk.errors import NotReadableError
from desk.intake.document import Align, Grid, Line
from desk.intake.reading import read

SENTENCE = "云岭县教育局组织开展春季学期校园安全检查。"


@pytest.fixture
def pages(sample):
    """Three pages with a header and numbers, made by LibreOffice."""
    return read(sample("pages.pdf"), "a.pdf")


def lines(document) -> list[Line]:
    return [block for block in document.blocks if isinstance(block, Line)]


def test_a_wrapped_title_is_one_centred_line(pages):
    first, second = lines(pages)[:2]
    assert first.text == "云岭县教育局扎实开展春季学期校园安全大检查"
    assert (first.align, first.size) == (Align.CENTRE, 22)
    assert second.text == "全力守护师生平安"


def test_paragraphs_are_joined_across_lines_and_pages(pages):
    texts = [line.text for line in lines(pages)]
    assert len(texts) == 2 + 5 * 3 + 2
    assert all(text.endswith(("时限。", "责任", "张三）", "日", "查", "安")) for text in texts)


def test_page_headers_and_numbers_are_no_text(pages):
    assert pages.margins == ("云岭县教育局信息稿",)
    assert not any("—" in line.text or "信息稿" in line.text for line in lines(pages))


def test_a_signature_stands_at_the_right(pages):
    assert [(line.text, line.align) for line in lines(pages)[-2:]] == [
        ("（县教育局 张三）", Align.RIGHT),
        ("2026年3月13日", Align.RIGHT),
    ]


def test_small_print_at_the_foot_is_a_footnote(sample):
    document = read(sample("inspection.pdf"), "a.pdf")
    assert document.footnotes == ("数据截至3月12日。",)
    assert "已整改15处。" in lines(document)[2].text
    assert lines(document)[0].red


def test_radicals_become_characters_and_punctuation_stays(pdf, written):
    letters = "⾸先⼈⺠⻓⻔，（１）⼯作开展检查。"
    document = read(pdf(written(letters), letters=letters), "a.pdf")
    assert lines(document)[0].text == "首先人民长门，（１）工作开展检查。"


def test_a_slanted_mark_across_the_page_is_no_text(pdf, written):
    turned = written(SENTENCE, turn="0.7 0.7 -0.7 0.7", y=300)
    document = read(pdf(written(SENTENCE) + "\n" + turned, letters=SENTENCE), "a.pdf")
    assert [line.text for line in lines(document)] == [SENTENCE]


def test_lines_of_as_many_parts_are_a_table(pdf, written):
    cells = [written("甲乙", x, y, 12) for y in (700, 680, 660) for x in (80, 200, 320)]
    document = read(pdf("\n".join(cells), letters="甲乙"), "a.pdf")
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    assert [len(row) for row in grid.rows] == [3, 3, 3]


def test_a_raised_figure_of_a_note_is_no_part_of_a_number(pdf):
    letters = "整改隐患一共有1处。5"
    text = "BT /F 16 Tf 1 0 0 1 80 700 Tm <00000001000200030004000500060007> Tj"
    text += " /F 8 Tf 6 Ts <000a> Tj /F 16 Tf 0 Ts <00080009> Tj ET"
    assert lines(read(pdf(text, letters=letters), "a.pdf"))[0].text == "整改隐患一共有1处。"


def test_only_the_first_hundred_pages_are_read_and_that_is_said(pdf, written):
    document = read(pdf(*[written(SENTENCE)] * 102, letters=SENTENCE), "a.pdf")
    assert "PDF 超过 100 页，后面 2 页没有读入。" in document.notes


def test_a_page_of_more_characters_than_a_draft_has_is_refused(pdf, written):
    places = ((x, y) for x in range(10, 500, 12) for y in range(5, 800, 3))
    page = "\n".join(written(SENTENCE, x, y, size=0.5) for x, y in places)
    with pytest.raises(NotReadableError, match="文字超过 20 万个"):
        read(pdf(page, letters=SENTENCE), "a.pdf")


REFUSED = {
    "sealed": ("有打开密码", "去掉密码"),
    "scanned": ("扫描件或图片", "要 Word 稿"),
    "garbled": ("读出来是乱码", "要 Word 稿"),
    "broken": ("不完整或已损坏", "要 Word 稿"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_named_with_what_to_do(kind: str, sample, pdf, written):
    private = "\ue001" * 30
    data = {
        "sealed": sample("sealed.pdf"),
        "scanned": pdf("0 0 100 100 re f"),
        "garbled": pdf(written(private), letters=private),
        "broken": b"%PDF-1.7\ntrailer",
    }[kind]
    with pytest.raises(NotReadableError) as refusal:
        read(data, "a.docx")
    assert all(part in str(refusal.value) for part in REFUSED[kind])
