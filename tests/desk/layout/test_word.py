"""The .docx: the PDF's text in ordinary paragraphs, with the settings that give the same breaks."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from desk.body import Body, Paragraph, Picture, Run, Table
from desk.layout.pdf import render_pdf
from desk.layout.word import render_docx


def document_text(document):
    """The text in document order, without white space."""
    return "".join(
        "".join(node.text or "" for node in document.element.body.iter(qn("w:t"))).split()
    )


def test_the_text_is_that_of_the_pdf(issue, written, printed, chinese):
    content = issue(chinese(900), "一、题目\n（一）小题。正文。", contents_list=False)
    _, texts = printed(content)
    pages = (page.removesuffix(f"—{number}—") for number, page in enumerate(texts, 1))
    assert document_text(written(content)) == "".join(pages)


def test_body_paragraphs_hold_no_forced_breaks(issue, written, chinese):
    document = written(issue(chinese(900)))
    assert not list(document.element.body.iter(qn("w:br"), qn("w:lastRenderedPageBreak")))


def test_every_run_names_an_official_chinese_face(issue, written):
    body = Body((Paragraph((Run("一般"), Run("粗", bold=True))), Table((("甲", "乙"), ("1", "2")))))
    document = written(issue(body))
    fonts = [run.find(qn("w:rPr")).find(qn("w:rFonts")) for run in document.element.iter(qn("w:r"))]
    names = {font.get(qn(f"w:{slot}")) for font in fonts for slot in ("ascii", "eastAsia", "cs")}
    assert names == {"仿宋_GB2312", "黑体", "方正小标宋简体", "楷体_GB2312"}
    assert {font.get(qn("w:hint")) for font in fonts} == {"eastAsia"}


def test_bold_runs_stay_bold(issue, written):
    document = written(issue(Body((Paragraph((Run("一般"), Run("粗", bold=True))),))))
    bold = [run.text for item in document.paragraphs for run in item.runs if run.bold]
    assert bold == ["粗"]


def test_the_page_is_set_up_as_the_pdf(issue, written):
    section = written(issue("正文")).sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [side.mm for side in sides] == [
        pytest.approx(mm, abs=0.05) for mm in (34.5, 32.2, 28, 26)
    ]
    assert section.even_page_footer.is_linked_to_previous is False


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("w:characterSpacingControl", "doNotCompress"),
        ("w:mirrorMargins", None),
        ("w:evenAndOddHeaders", None),
    ],
)
def test_the_settings_keep_the_breaks(issue, written, path, value):
    found = written(issue("正文")).settings.element.find(qn(path))
    assert found is not None
    assert found.get(qn("w:val")) == value


@pytest.mark.parametrize("name", ["overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid"])
def test_the_body_style_switches_off_what_moves_characters(issue, written, name):
    normal = written(issue("正文")).styles["Normal"].element
    assert normal.find(qn("w:pPr")).find(qn(f"w:{name}")).get(qn("w:val")) == "0"


def test_characters_are_tightened_to_28_a_line(issue, written):
    normal = written(issue("正文")).styles["Normal"].element.find(qn("w:rPr"))
    assert normal.find(qn("w:spacing")).get(qn("w:val")) == "-5"
    assert normal.find(qn("w:sz")).get(qn("w:val")) == "32"


def test_contents_lines_show_the_right_pages_and_point_to_the_titles(
    issue, fonts, written, chinese
):
    content = issue(*[chinese(700)] * 3)
    starts = render_pdf(content, {}, fonts).starts
    document = written(content)
    entries = [item for item in document.paragraphs if "PAGEREF" in item._p.xml]
    assert [item.text.split("\t")[1] for item in entries] == [
        str(starts[f"k{at}"]) for at in (1, 2, 3)
    ]
    marks = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    asked = {node.text.split()[1] for node in document.element.body.iter(qn("w:instrText"))}
    assert asked == marks


def test_item_titles_stand_in_the_navigation_pane(issue, written):
    document = written(issue("甲", "乙"))
    outlined = [item.text for item in document.paragraphs if "w:outlineLvl" in item._p.xml]
    assert outlined == ["第1条信息的题目", "第2条信息的题目"]


def test_footers_count_pages_on_both_sides(issue, written):
    section = written(issue("正文")).sections[0]
    footers = (section.footer, section.even_page_footer)
    assert [footer.paragraphs[0].text for footer in footers] == ["— 1 —"] * 2
    assert all(" PAGE " in footer._element.xml for footer in footers)


def test_table_heads_repeat_and_rows_stay_whole(issue, written):
    body = Body((Table((("单位", "得分"), ("甲", "1"), ("乙", "2"))),))
    rows = written(issue(body)).tables[0]._tbl.tr_lst
    assert [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows] == [
        True,
        False,
        False,
    ]
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)


@pytest.mark.parametrize(("count", "anchors"), [(3, 0), (8, 1)])
def test_the_foot_stays_down_on_a_page_of_its_own(count, anchors, issue, written):
    empty = [one for one in written(issue("字。\n" * count)).paragraphs if not one.text]
    kept = [one for one in empty if one.paragraph_format.keep_with_next]
    rule = kept.pop()
    assert rule.paragraph_format.space_before.pt > 0
    assert len(kept) == anchors


def test_two_tables_in_a_row_stay_two(issue, written):
    table = Table((("单位", "得分"), ("甲", "1")))
    document = written(issue(Body((table, table))))
    first = document.tables[0]._tbl
    assert first.getnext().tag == qn("w:p")


def test_pictures_are_in_the_file(issue, written, photo):
    body = Body((Picture("d", 400, 300, "图1　监测站"),))
    document = written(issue(body), {"d": photo("RGBA")})
    assert len(document.inline_shapes) == 1
    frame = document.inline_shapes[0]._inline
    assert [frame.get(f"dist{side}") for side in "TBLR"] == ["0"] * 4
    assert "图1监测站" in document_text(document)


def test_the_properties_name_the_issue(issue, written):
    properties = written(issue("正文")).core_properties
    assert (properties.title, properties.author) == ("政务信息第36期", "云岭县人民政府办公室")
    assert properties.created.date().isoformat() == "2026-11-21"


def test_equal_input_gives_an_equal_file(issue, fonts):
    content = issue("正文")
    pages = render_pdf(content, {}, fonts)
    first, second = (render_docx(content, {}, pages, fonts) for _ in range(2))
    assert first == second


def test_markup_in_a_draft_is_text(issue, fonts):
    content = issue('<w:br/> & "x" ]]> &amp;')
    docx_bytes = render_docx(content, {}, render_pdf(content, {}, fonts), fonts)
    assert '<w:br/>&"x"]]>&amp;' in document_text(docx.Document(BytesIO(docx_bytes)))
