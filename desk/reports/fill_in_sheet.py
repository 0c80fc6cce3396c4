"""Building blocks of the fill-in form: one A4 page of Word with fields to click into."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.font import CT_RPr
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from desk.intake.recognition.fill_in import hint

_TITLE, _HEI, _FANG, _KAI = "方正小标宋简体", "黑体", "仿宋_GB2312", "楷体_GB2312"
_GREY, _LABEL, _LINE = "8C8C8C", "F2F4F7", "A6A6A6"
_WIDTHS = (Cm(2.4), Cm(6.3), Cm(2.4), Cm(5.9))
_HALVES = (Cm(8.3), Cm(8.7))


class Choice(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    DAY = "date"
    LIST = "dropDownList"


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its label, and the hint of an empty one or the text of a fixed one."""

    label: str
    hint: str = ""
    choice: Choice = Choice.TEXT
    values: tuple[str, ...] = ()
    text: str = ""


class Sheet:
    """Writes the form from top to bottom."""

    def __init__(self) -> None:
        self._document: WordDocument = Document()
        page = self._document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2)
        page.top_margin, page.bottom_margin = Cm(1.8), Cm(1.6)
        page.header_distance, page.footer_distance = Cm(1), Cm(1.2)
        page.different_first_page_header_footer = True
        normal = self._document.styles["Normal"]
        normal.font.size = Pt(12)
        normal.paragraph_format.space_after = Pt(0)
        _face(normal.element.get_or_add_rPr(), _FANG)

    def headline(self, text: str) -> None:
        """Set the form's name."""
        line = self._document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_after = Pt(8)
        _run(line, "　".join(text), _TITLE, 24)

    def entries(self, rows: Sequence[Sequence[Entry]]) -> None:
        """Set the fields: two in a row, or one over the whole width."""
        table = self._table(len(rows))
        for row, entries in zip(table.rows, rows, strict=True):
            if len(entries) == 1:
                row.cells[1].merge(row.cells[3])
            for place, entry in enumerate(entries):
                self._label(row.cells[2 * place], entry.label)
                self._field(row.cells[2 * place + 1], entry)

    def bar(self, text: str) -> None:
        """Set the line below which the text goes."""
        line = self._document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.space_before = Pt(10)
        line.paragraph_format.space_after = Pt(4)
        _run(line, text, _HEI, 14)
        border = (
            f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="3" '
            f'w:color="{_LINE}"/></w:pBdr>'
        )
        line._p.get_or_add_pPr().append(parse_xml(border))  # noqa: SLF001 - no call for borders

    def body(self, text: str) -> None:
        """Set the first paragraph of the text, a hint to write over.

        It is black, for what is typed over it takes its looks.
        """
        line = self._document.add_paragraph()
        line.paragraph_format.first_line_indent = Pt(32)
        line.paragraph_format.line_spacing = Pt(28)
        _run(line, hint(text), _FANG, 16)

    def advice(self, *columns: tuple[str, list[str]]) -> None:
        """Set the rules at the foot of the first page, side by side."""
        footer = self._document.sections[0].first_page_footer
        table = footer.add_table(2, len(columns), Cm(17))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _borders(table, inner=False)
        for column, width in zip(table.columns, _HALVES, strict=True):
            column.width = width
        for place, (head, texts) in enumerate(columns):
            headline = table.cell(0, place).paragraphs[0]
            headline.paragraph_format.space_before = Pt(5)
            headline.paragraph_format.space_after = Pt(2)
            _run(headline, head, _HEI, 10.5)
            cell = table.cell(1, place)
            for number, text in enumerate(texts, start=1):
                line = cell.paragraphs[0] if number == 1 else cell.add_paragraph()
                line.paragraph_format.left_indent = Pt(13)
                line.paragraph_format.first_line_indent = Pt(-13)
                line.paragraph_format.line_spacing = Pt(13.5)
                _run(line, f"{number}．{text}", _KAI, 9)
            line.paragraph_format.space_after = Pt(5)
        footer.paragraphs[0].paragraph_format.line_spacing = Pt(2)

    def save(self, path: Path, title: str, author: str) -> None:
        """Write the document."""
        self._document.core_properties.title = title
        self._document.core_properties.author = author
        self._document.save(str(path))

    def _table(self, rows: int) -> Table:
        table: Table = self._document.add_table(rows, len(_WIDTHS))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _borders(table, inner=True)
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        for row in table.rows:
            row.height, row.height_rule = Cm(0.95), WD_ROW_HEIGHT_RULE.AT_LEAST
            for cell, width in zip(row.cells, _WIDTHS, strict=True):
                cell.width = width
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        return table

    def _label(self, cell: _Cell, text: str) -> None:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_LABEL}"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))  # noqa: SLF001 - no call for shading
        line = cell.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(line, text, _HEI, 12)

    def _field(self, cell: _Cell, entry: Entry) -> None:
        line = cell.paragraphs[0]
        if entry.text:
            _run(line, entry.text, _FANG, 12)
        else:
            line._p.append(parse_xml(_control(entry)))  # noqa: SLF001 - no call for content controls


def _control(entry: Entry) -> str:
    """A content control that shows its hint until it is clicked into."""
    properties = {
        Choice.TEXT: "",  # with w:text LibreOffice shows the hint as black as a value
        Choice.DAY: '<w:date><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
        Choice.LIST: "<w:dropDownList>"
        + "".join(
            f"<w:listItem w:displayText={quoteattr(value)} w:value={quoteattr(value)}/>"
            for value in entry.values
        )
        + "</w:dropDownList>",
    }[entry.choice]
    face = f'<w:rFonts w:ascii="{_FANG}" w:hAnsi="{_FANG}" w:eastAsia="{_FANG}"/>'
    size = '<w:sz w:val="24"/>'
    return (
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:rPr>{face}{size}</w:rPr>"
        f"<w:alias w:val={quoteattr(entry.label)}/><w:tag w:val={quoteattr(entry.label)}/>"
        f"<w:showingPlcHdr/>{properties}</w:sdtPr><w:sdtContent><w:r><w:rPr>{face}"
        f'<w:color w:val="{_GREY}"/>{size}</w:rPr><w:t>{escape(hint(entry.hint))}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _run(line: Paragraph, text: str, face: str, size: float) -> None:
    run = line.add_run(text)
    run.font.size = Pt(size)
    _face(run._element.get_or_add_rPr(), face)  # noqa: SLF001 - east Asian faces have no call


def _face(properties: CT_RPr, face: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        fonts.set(qn(name), face)


def _borders(table: Table, *, inner: bool) -> None:
    sides = ("top", "left", "bottom", "right", *(("insideH", "insideV") if inner else ()))
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{4 if side.startswith("inside") else 8}" w:space="0" '
        f'w:color="{_LINE}"/>'
        for side in sides
    )
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))  # noqa: SLF001 - no call for borders
