"""Building blocks of a unit's Word file: paragraphs, tables, pictures, numbered headings."""

from collections.abc import Sequence
from io import BytesIO
from random import Random

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from desk.body import Level, level_of
from desk.demo.manuscripts import Manuscript
from desk.demo.pictures import draw_picture

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
BODY_FACE = "仿宋_GB2312"
_NUMBERING = "9"


def new_sheet(size: float = 16) -> WordDocument:
    """An empty A4 document in the usual face."""
    sheet = Document()
    page = sheet.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    style = sheet.styles["Normal"]
    style.font.name = BODY_FACE
    style.font.size = Pt(size)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), BODY_FACE)
    return sheet


def add_line(
    sheet: WordDocument,
    text: str,
    align: WD_ALIGN_PARAGRAPH | None = None,
    *,
    face: str = "",
    size: float = 0,
    red: bool = False,
) -> Paragraph:
    """Add one paragraph; a face makes it bold, as heads and titles are."""
    line = sheet.add_paragraph()
    if align is not None:
        line.alignment = align
    run = line.add_run(text)
    if face:
        run.bold = True
        run.font.name = face
        run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if size:
        run.font.size = Pt(size)
    if red:
        run.font.color.rgb = RGBColor(0xE6, 0x00, 0x12)
    return line


def add_text(
    sheet: WordDocument, written: Manuscript, *, random: Random, indent: str = "style"
) -> None:
    """Add the running text, its table and its picture; indent by style, spaces or not at all."""
    for place, text in enumerate(written.paragraphs):
        line = sheet.add_paragraph()
        if indent == "style":
            line.paragraph_format.first_line_indent = Pt(32)
        _add_runs(line, ("　　" if indent == "spaces" else "") + text)
        if place == 0 and written.table:
            add_line(sheet, f"表1　{written.table.caption}", CENTRE)
            add_table(sheet, written.table.rows)
    add_picture(sheet, written, random)


def _add_runs(line: Paragraph, text: str) -> None:
    """Set the lead of a numbered paragraph bold, as many units do."""
    head, stop, rest = text.partition("。")
    lead = rest and (head.lstrip("　")[1:2] == "是" or level_of(head) is not Level.PLAIN)
    if not lead:
        line.add_run(text)
        return
    line.add_run(head + stop).bold = True
    line.add_run(rest)


def add_picture(sheet: WordDocument, written: Manuscript, random: Random) -> None:
    """Add the picture with its caption below, if there is one."""
    if not written.picture:
        return
    data = draw_picture(written.picture, written.caption, random)
    line = sheet.add_paragraph()
    line.alignment = CENTRE
    line.add_run().add_picture(BytesIO(data), width=Cm(12))
    mark = "图为" if written.picture == "photo" else "图1　"
    add_line(sheet, mark + written.caption, CENTRE, size=12)


def add_table(sheet: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    """Add a ruled table."""
    table = sheet.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text


def add_rule(line: Paragraph) -> None:
    """Draw the line under a head."""
    line._p.get_or_add_pPr().append(  # noqa: SLF001 - python-docx has no call for borders
        parse_xml(
            f"<w:pBdr {nsdecls('w')}>"
            f'<w:bottom w:val="single" w:sz="12" w:space="4" w:color="E60012"/></w:pBdr>'
        )
    )


_LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"))


def define_numbering(sheet: WordDocument) -> None:
    """Define the automatic numbers 一、 and （一）."""
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(_LEVELS)
    )
    numbering = sheet.part.numbering_part.element
    abstract = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING}0">{levels}</w:abstractNum>'
    )
    numbering.insert(0, parse_xml(abstract))
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{_NUMBERING}0">'
            f'<w:abstractNumId w:val="{_NUMBERING}0"/></w:num>'
        )
    )


def add_numbered(sheet: WordDocument, text: str, level: Level) -> None:
    """Add a paragraph whose own number is left to Word."""
    line = sheet.add_paragraph()
    _, _, rest = text.partition("、" if level is Level.FIRST else "）")
    line.add_run(rest)
    line._p.get_or_add_pPr().append(  # noqa: SLF001 - python-docx has no call for numbering
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/>'
            f'<w:numId w:val="{_NUMBERING}0"/></w:numPr>'
        )
    )
