"""What a reader of the page sees comes out of a .docx, and nothing else."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desk.body import Run
from desk.errors import NotReadableError
from desk.intake.document import Align, Grid, Image, Line, ReadDocument
from desk.intake.reading import read

Make = Callable[..., bytes]
W = nsdecls("w")


def texts(document: ReadDocument) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Line)]


@pytest.fixture
def of_xml(saved: Make) -> Callable[..., ReadDocument]:
    """Read a document whose body is this WordprocessingML."""

    def make(*fragments: str) -> ReadDocument:
        document = docx.Document()
        body = document.element.body
        for fragment in fragments:
            body.insert(len(body) - 1, parse_xml(fragment.replace(">", f" {SPACES}>", 1)))
        return read(saved(document), "a.docx")

    return make


SPACES = (
    W
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_bold_runs_size_and_alignment_are_kept(of_xml):
    line = of_xml(
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
        + r("一是", '<w:b/><w:sz w:val="44"/>')
        + r("抓落实。", '<w:b w:val="0"/>')
        + "</w:p>"
    ).blocks[0]
    assert line.runs == (Run("一是", bold=True), Run("抓落实。"))
    assert (line.align, line.size) == (Align.CENTRE, 22)


def test_a_line_break_splits_a_paragraph(of_xml):
    document = of_xml(p("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>"))
    assert texts(document) == ["第一行", "第二行"]


def test_revisions_are_accepted_and_said(of_xml):
    document = of_xml(
        p(
            r("发现隐患")
            + '<w:del w:id="1" w:author="甲"><w:r><w:delText>8</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="甲">{r("18")}</w:ins>'
            + r("处。")
        )
    )
    assert texts(document) == ["发现隐患18处。"]
    assert any("修订标记" in note for note in document.notes)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(of_xml):
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>'
    assert texts(of_xml(p(mark + r("前半句，")), p(r("后半句。")))) == ["前半句，后半句。"]


def test_hidden_text_is_left_out_and_counted(of_xml):
    document = of_xml(p(r("看得见") + r("看不见", "<w:vanish/>")))
    assert texts(document) == ["看得见"]
    assert "文件里有 3 个隐藏文字，没有读入。" in document.notes


def test_a_field_gives_its_result_and_not_its_code(of_xml):
    document = of_xml(
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText>DATE</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("3月9日")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    )
    assert texts(document) == ["3月9日"]


def test_a_text_box_is_read_once(of_xml):
    box = f"<w:txbxContent>{p(r('框里的话'))}</w:txbxContent>"
    document = of_xml(
        p(
            r("正文。")
            + "<w:r><mc:AlternateContent>"
            + '<mc:Choice Requires="wps"><w:drawing>'
            + f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            + f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r>"
        )
    )
    assert texts(document) == ["正文。", "框里的话"]


def test_merged_and_nested_cells_keep_their_text_in_place(saved: Make):
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "竖并"
    table.cell(0, 2).text = "右上"
    inner = table.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二"
    grid = read(saved(document), "a.docx").blocks[0]
    assert isinstance(grid, Grid)
    shown = [["".join(line.text for line in cell) for cell in row] for row in grid.rows]
    assert shown == [["合并", "", "右上"], ["竖并", "", ""], ["", "", "内一内二"]]


def test_a_frame_of_one_cell_is_no_table(saved: Make):
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "框住的正文。"
    assert texts(read(saved(document), "a.docx")) == ["框住的正文。"]


def test_pictures_come_with_their_bytes_and_size(saved: Make, png):
    document = docx.Document()
    document.add_paragraph("正文。").add_run().add_picture(BytesIO(png(60, 20)))
    result = read(saved(document), "a.docx")
    image = result.blocks[1]
    assert isinstance(image, Image)
    assert (image.width, image.height) == (60, 20)
    assert result.pictures[image.digest] == png(60, 20)


def test_a_picture_of_too_many_pixels_is_left_out_and_said(saved: Make, repacked: Make, png):
    document = docx.Document()
    document.add_paragraph("正文。").add_run().add_picture(BytesIO(png(2, 2)))
    bomb = png(2, 2).replace(b"\0\0\0\x02\0\0\0\x02", b"\0\0\x75\x30\0\0\x75\x30")
    result = read(repacked(saved(document), **{"word/media/image1.png": bomb}), "a.docx")
    assert result.pictures == {}
    assert any("1 张图片" in note for note in result.notes)


def test_footnotes_are_kept_in_order(saved: Make, repacked: Make):
    document = docx.Document()
    paragraph = document.add_paragraph("正文。")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    inside = f'<w:footnote w:id="2">{p(r("数据来自统计局。"))}</w:footnote>'
    note = f"<w:footnotes {W}>{inside}</w:footnotes>"
    data = repacked(saved(document), **{"word/footnotes.xml": note.encode()})
    assert read(data, "a.docx").footnotes == ("数据来自统计局。",)


def test_endnotes_follow_the_footnotes_they_stand_among(saved: Make, repacked: Make):
    document = docx.Document()
    paragraph = document.add_paragraph("正文。")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:endnoteReference w:id="2"/></w:r>'))
    inside = f'<w:endnote w:id="2">{p(r("见附件。"))}</w:endnote>'
    note = f"<w:endnotes {W}>{inside}</w:endnotes>"
    data = repacked(saved(document), **{"word/endnotes.xml": note.encode()})
    assert read(data, "a.docx").footnotes == ("见附件。",)


def test_charts_and_files_inside_are_said(saved: Make, repacked: Make):
    document = docx.Document()
    chart = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    paragraph = document.add_paragraph("正文。")
    paragraph._p.append(parse_xml(f"<w:r {W}><w:drawing>{chart}</w:drawing></w:r>"))
    data = repacked(saved(document), **{"word/embeddings/book.xlsx": b"x"})
    notes = read(data, "a.docx").notes
    assert "有 1 个图表没有读入，请从原稿截成图片再插入。" in notes
    assert any("嵌入了 1 个其他文件" in note for note in notes)


def test_a_symbol_beyond_the_fonts_is_read_from_its_copy(of_xml):
    symbol = '<w16se:symEx xmlns:w16se="urn:x" w16se:char="1F600"/>'
    document = of_xml(
        p(
            "<w:r><w:t>甲</w:t><mc:AlternateContent>"
            f'<mc:Choice Requires="w16se">{symbol}</mc:Choice>'
            "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert texts(document) == ["甲😀"]


def test_comments_are_listed_with_their_writers(saved: Make):
    document = docx.Document()
    paragraph = document.add_paragraph("正文。")
    document.add_comment(paragraph.runs, text="请核实数字", author="李科长")
    assert "批注（李科长）：请核实数字" in read(saved(document), "a.docx").notes


def test_a_document_without_text_is_refused(saved: Make):
    with pytest.raises(NotReadableError, match="没有文字"):
        read(saved(), "a.docx")


def test_nesting_without_end_is_refused(of_xml):
    nested = p(r("底"))
    for _level in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    with pytest.raises(NotReadableError, match="套得太深"):
        of_xml(nested)


NUMBERING = {
    ("chineseCounting", "%1、"): ["一、甲", "二、乙", "三、丙"],
    ("chineseCountingThousand", "（%1）"): ["（一）甲", "（二）乙", "（三）丙"],
    ("decimal", "%1."): ["1.甲", "2.乙", "3.丙"],
    ("decimal", "（%1）"): ["（1）甲", "（2）乙", "（3）丙"],
    ("decimalEnclosedCircle", "%1"): ["①甲", "②乙", "③丙"],
    ("japaneseCounting", "第%1条"): ["第一条甲", "第二条乙", "第三条丙"],
    ("bullet", "\uf06c"): ["甲", "乙", "丙"],
}


@pytest.mark.parametrize("style", NUMBERING)
def test_automatic_numbers_become_text(style: tuple[str, str], saved: Make, repacked: Make):
    part = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{style[0]}"/><w:lvlText w:val="{style[1]}"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
        "</w:numbering>"
    )
    document = docx.Document()
    for text in "甲乙丙":
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        numbered = f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>'
        properties.append(parse_xml(numbered))
    data = repacked(saved(document), **{"word/numbering.xml": part.encode()})
    assert texts(read(data, "a.docx")) == NUMBERING[style]
