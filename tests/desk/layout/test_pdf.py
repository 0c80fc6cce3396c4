"""What the PDF holds: the page of GB/T 9704-2012, the text as it was, the parts of 简报."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from desk.body import Body, Paragraph, Picture, Run, Table, plain
from desk.layout.content import SectionContent
from desk.layout.grid import GRIDS
from desk.layout.pdf import render_pdf
from desk.layout.pictures import place_picture
from desk.layout.preview import page_images

HOSTILE = '#panic("x") $x^2$ @ref *粗* _斜_ \\ {{ }} <b> #[a] `code` "引" //注 [a](b) \\u{41}'


def rows(page):
    """The characters of each line, by the lower edge of their boxes."""
    found = {}
    for char, left, bottom, right, top in page:
        found.setdefault(round(bottom, 1), []).append((left, char, right, top))
    return [sorted(found[key]) for key in sorted(found)]


def body_rows(page):
    return rows(page)[:-1]  # the last one is the page number


def test_equal_input_gives_equal_bytes(issue, fonts):
    first, second = (render_pdf(issue("正文。" * 90), {}, fonts) for _ in range(2))
    assert first.pdf == second.pdf


def test_text_that_looks_like_markup_prints_literally(issue, printed):
    _, texts = printed(issue(HOSTILE))
    assert "".join(HOSTILE.split()) in "".join(texts)


def test_pages_are_a4(issue, fonts):
    with pypdfium2.PdfDocument(render_pdf(issue("正文"), {}, fonts).pdf) as document:
        assert [round(side * 25.4 / 72, 1) for side in document[0].get_size()] == [210.0, 297.0]


def test_a_full_page_of_chinese_has_22_lines_of_28(issue, boxes, chinese):
    page = body_rows(boxes(issue(chinese(3000)))[2])
    assert [len(row) for row in page] == [28] * 22


def test_the_first_characters_stand_37_mm_and_the_last_262_mm_down(issue, boxes, chinese):
    page = boxes(issue(chinese(3000)))[2]
    assert min(top for *_, top in page) == pytest.approx(37, abs=1)
    body = [bottom for row in [page[: 22 * 28]] for _, _, bottom, _, _ in row]
    assert max(body) == pytest.approx(262, abs=1)


def test_the_bound_edge_changes_sides(issue, boxes, chinese):
    pages = boxes(issue(chinese(3000)))
    lefts = [min(left for _, left, *_ in page) for page in pages[1:3]]
    assert lefts == [pytest.approx(26, abs=0.3), pytest.approx(28, abs=0.3)]
    assert max(right for *_, right, _ in pages[2]) <= 28 + 156 + 0.5


def test_lines_stand_29_6_points_apart(issue, boxes, chinese):
    bottoms = [row[0][3] for row in body_rows(boxes(issue(chinese(3000)))[2])]
    steps = [after - before for before, after in pairwise(bottoms)]
    assert steps == [pytest.approx(29.6 * 25.4 / 72, abs=0.03)] * 21


def test_no_mark_is_squeezed(issue, boxes):
    text = "（甲）“乙。”“丙！”（丁）《戊》、“己”。" * 12
    page = body_rows(boxes(issue(text, contents_list=False))[0])
    full = [row for row in page if len(row) > 25][1:]
    for row in full:
        steps = [b[0] - a[0] for a, b in pairwise(row)]
        assert max(steps) - min(steps) < 0.02
        assert row[0][0] == pytest.approx(28, abs=0.05)


def test_the_text_copied_out_is_the_text(issue, printed):
    text = "（一）行政长官说：“走高山、过大河——见日月……”增长87.3%，其中PM2.5为8.5微克。" * 9
    _, texts = printed(issue(text))
    assert text in "".join(page.removesuffix(f"—{number}—") for number, page in enumerate(texts, 1))
    assert not any("\u2e80" <= char <= "\u2fdf" for char in "".join(texts))


def test_all_faces_are_embedded(issue, fonts):
    body = Body((Paragraph((Run("一般"), Run("粗", bold=True), Run("喆"))),))
    with pypdfium2.PdfDocument(render_pdf(issue(body), {}, fonts).pdf) as document:
        objects = [item for page in document for item in page.get_objects()]
        texts = [item.raw for item in objects if item.type == pdfium.FPDF_PAGEOBJ_TEXT]
        embedded = [pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(raw)) for raw in texts]
    assert embedded
    assert set(embedded) == {1}


def test_the_file_says_its_title_date_and_standard(issue, fonts):
    pdf = render_pdf(issue("正文"), {}, fonts).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == "政务信息第36期"
    assert about["CreationDate"].startswith("D:20261121")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf


def test_the_contents_list_names_the_real_pages(issue, printed, chinese):
    content = issue(*[chinese(700)] * 9)
    pages, texts = printed(content)
    for at in range(1, 10):
        title = f"第{at}条信息的题目"
        page = pages.starts[f"k{at}"]
        assert title in texts[page - 1]
        entry = texts[0].partition(title)[2].lstrip("…")
        assert entry.startswith(str(page))


def test_the_reader_can_jump_to_every_item(issue, fonts, chinese):
    pages = render_pdf(issue(*[chinese(700)] * 4), {}, fonts)
    with pypdfium2.PdfDocument(pages.pdf) as document:
        found = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert found == [(f"第{at}条信息的题目", pages.starts[f"k{at}"] - 1) for at in range(1, 5)]


def test_a_contents_list_can_be_left_out(issue, printed):
    assert "目录" not in printed(issue("正文", contents_list=False))[1][0]


def test_the_head_says_name_number_total_issuer_and_day_once(issue, printed):
    text = printed(issue("正文"))[1][0]
    for part in ("政务信息", "第36期（总第1288期）", "云岭县人民政府办公室", "2026年11月21日"):
        assert text.count(part) == 1


def test_an_issue_without_a_total_says_none(issue, printed):
    assert "总第" not in printed(issue("正文", total=0))[1][0]


def test_the_tail_stands_at_the_foot_of_the_last_page(issue, boxes, chinese):
    pages = boxes(issue(chinese(1200)))
    last = ["".join(char for _, char, *_ in row) for row in rows(pages[-1])]
    assert last[-4:-1] == [
        "报：县委书记、县长。",
        "发：各乡镇人民政府，县政府各部门。",
        "编辑：张三审核：李四签发：王五共印120份",
    ]
    assert rows(pages[-1])[-2][0][3] == pytest.approx(257, abs=1)
    assert "共印" not in "".join(char for page in pages[:-1] for char, *_ in page)


def test_the_free_lines_are_those_before_the_tail(issue, fonts, chinese):
    less, more = (
        render_pdf(issue(chinese(26 + 28 * lines), contents_list=False), {}, fonts)
        for lines in (0, 3)
    )
    assert less.lines_left_on_last_page - more.lines_left_on_last_page == 3


def test_a_red_line_as_wide_as_the_text_closes_the_head(issue, fonts):
    image = page_images(render_pdf(issue("正文"), {}, fonts).pdf, 96, range(1))[0]
    stride = image.width * 3
    lines = (image.rgb[at : at + stride] for at in range(0, len(image.rgb), stride))
    red = [sum(line[x] > 200 and line[x + 1] < 60 for x in range(0, stride, 3)) for line in lines]
    assert max(red) == pytest.approx(156 / 25.4 * 96, abs=2)


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(issue, boxes, chinese):
    pages = boxes(issue(chinese(1500)))
    for number, page in enumerate(pages[:2], 1):
        folio = rows(page)[-1]
        assert "".join(char for _, char, *_ in folio) == f"—{number}—"
        edge = 210 - 26 - folio[-1][2] if number % 2 else folio[0][0] - 26
        assert edge == pytest.approx(14 * 25.4 / 72, abs=0.3)


def test_a_character_without_a_face_is_named_and_printed_as_a_geta_mark(issue, printed):
    pages, texts = printed(issue("张喆与\U00020bb7野家😀"))
    assert pages.warnings[0] == "“喆”用替代字体印出。"
    assert [warning[1] for warning in pages.warnings[1:]] == ["\U00020bb7", "😀"]
    assert "张喆与〓野家〓" in "".join(texts)


def test_invisible_characters_leave_no_trace(issue, printed):
    pages, texts = printed(issue("行\u200b政\ufeff审\x07批\u00a0局\uffff"))
    assert "行政审批局" in "".join(texts)
    assert pages.warnings == ()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "CMYK", "P", "1", "I;16"])
def test_pictures_of_every_mode_print(issue, fonts, photo, mode):
    body = Body((Picture("d", 400, 300, "图1　监测站"),))
    kind = "TIFF" if mode == "CMYK" else "PNG"
    pages = render_pdf(issue(body), {"d": photo(mode, kind)}, fonts)
    assert pages.warnings == ()


def test_a_broken_picture_is_named_and_leaves_a_frame(issue, printed):
    body = Body((Picture("d", 400, 300, "图1　监测站"),))
    pages, texts = printed(issue(body), {"d": b"no picture"})
    assert pages.warnings[0].startswith("第1张图片无法印出")
    assert "图1监测站" in "".join(texts)


def test_a_small_picture_is_not_blown_up():
    block = place_picture(Picture("d", 60, 40), GRIDS["full"], keep=False)
    assert (block.width, block.height, block.rows) == (60, 40, 2)


def test_a_long_table_repeats_its_head(issue, printed):
    rows = (("单位", "得分"), *((f"第{at}个单位", str(at)) for at in range(1, 41)))
    _, texts = printed(issue(Body((Table(rows, caption="采用情况"),)), contents_list=False))
    whole = "".join(texts)
    assert whole.count("单位得分") == 3
    assert all(whole.count(f"第{at}个单位") == 1 for at in range(1, 41))


def test_a_credit_that_would_break_stands_on_its_own_line(issue, boxes, chinese):
    content = issue("甲")
    item = replace(content.sections[0].items[0], title="短", body=plain(chinese(22) + "。"))
    brief = replace(content, sections=(SectionContent("简讯", (item,)),), contents_list=False)
    lines = ["".join(char for _, char, *_ in row) for row in rows(boxes(brief)[0])]
    assert "（县教育局）" in lines


def test_every_character_of_a_two_section_issue_is_printed(issue, printed, chinese):
    content = issue(*[chinese(300) + "。"] * 6)
    items = content.sections[0].items
    both = replace(
        content, sections=(SectionContent("信息", items[:3]), SectionContent("简讯", items[3:]))
    )
    _, texts = printed(both)
    whole = Counter("".join(texts))
    assert whole["昃"] == 6 * chinese(300).count("昃")
    assert "".join(texts).count("【简讯】") == 2
