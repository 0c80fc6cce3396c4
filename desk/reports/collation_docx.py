"""对照稿 as a Word file: plain paragraphs and tables, the changes as struck and underlined text."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from html import escape
from typing import TYPE_CHECKING

from desk.body import Level
from desk.comparison.model import Fate, Grid, GridRow, Piece, Pieces, Sort
from desk.layout.fonts import OFFICIAL, Face
from desk.layout.setting import clean
from desk.layout.word_frame import pack, put_in
from desk.layout.word_xml import NAMESPACES, Font, Format, page_field, paragraph, run, table
from desk.reports.collation import LEGEND, Collation, Part, parts

if TYPE_CHECKING:
    from docx.document import Document

_WIDTH = 442.0  # points between the margins
_LABEL = 80.0
_LINE = 25.0  # from line to line
_CHANGED = '<w:shd w:val="clear" w:color="auto" w:fill="E1E1E1"/>'
_FACES = {Level.FIRST: Face.HEI, Level.SECOND: Face.KAI}
_MARKS = {Sort.KEPT: "", Sort.GONE: "<w:strike/>", Sort.COME: '<w:u w:val="single"/>'}

_Cell = tuple[float, str, str]  # width in points, shading, content


def collation_docx(collation: Collation) -> bytes:
    """Write two versions laid over one another; equal input gives equal bytes."""
    document = _document(collation)
    put_in(document, "".join([*_head(collation), *map(_part, parts(collation))]))
    return pack(document, collation.day)


def _document(collation: Collation) -> "Document":
    """An empty A4 document with the number of the page at its foot."""
    import docx  # noqa: PLC0415 - heavy, loaded on use
    from docx.oxml import parse_xml  # noqa: PLC0415 - heavy, loaded on use
    from docx.shared import Mm, Pt  # noqa: PLC0415 - heavy, loaded on use

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = OFFICIAL[Face.FANG], Pt(14)
    font = Font(Face.SONG, 12.0, 0.0)
    number = run("— ", font) + page_field("PAGE", "1", font) + run(" —", font)
    foot = parse_xml(f"<w:all {NAMESPACES}>{paragraph(number, Format(14, 'center'))}</w:all>")
    section.footer.is_linked_to_previous = False
    section.footer._element[:] = list(foot)  # noqa: SLF001 - python-docx has no other way
    properties = document.core_properties
    properties.title = collation.name
    properties.author = properties.last_modified_by = collation.who or collation.office
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(collation.day, time(), UTC)
    return document


def _head(collation: Collation) -> Iterator[str]:
    centred = Format(30, "center", at_least=True)
    yield paragraph(run(clean(collation.office), Font(Face.KAI, 14, 0)), centred)
    yield paragraph(run("对　照　稿", Font(Face.TITLE, 22, 0)), Format(36, "center", after=6))
    rows = "".join(_head_row(label, words) for label, words in collation.head)
    yield table((_LABEL, _WIDTH - _LABEL), rows)
    legend = Format(20, "left", before=6, after=12, at_least=True)
    yield paragraph(run(LEGEND, Font(Face.KAI, 12, 0)), legend)
    title = _pieces(collation.comparison.title, Font(Face.TITLE, 18, 0))
    yield paragraph(title, Format(30, "center", after=10, at_least=True))


def _head_row(label: str, words: str) -> str:
    form = Format(18, "left", at_least=True)
    named = paragraph(run(label, Font(Face.HEI, 12, 0)), Format(18, "center", at_least=True))
    said = paragraph(run(clean(words), Font(Face.FANG, 12, 0)), form)
    return _row(((_LABEL, "", named), (_WIDTH - _LABEL, "", said)), is_header=False)


def _part(part: Part) -> str:
    tag = run(f"{clean(part.tag)}　", Font(Face.HEI, 10.5, 0)) if part.tag else ""
    if part.is_centred:
        form = Format(_LINE, "center", keep_next=part.grid is not None, at_least=True)
        lines = [tag] if tag else []
        lines += [_pieces(line, Font(Face.FANG, 14, 0)) for line in part.lines]
        below = [_grid(part.grid)] if part.grid else []
        return "".join([*(paragraph(line, form) for line in lines), *below])
    form = Format(_LINE, first=28, at_least=True)
    font = Font(_FACES.get(part.level, Face.FANG), 14, 0)
    lines = [_pieces(line, font) for line in part.lines]
    lines[0] = tag + lines[0]
    return "".join(paragraph(line, form) for line in lines)


def _pieces(pieces: Pieces, font: Font) -> str:
    return "".join(_piece(one, font) for one in pieces)


def _piece(piece: Piece, font: Font) -> str:
    """A run with its mark, at the place among its properties that the schema wants."""
    text = escape(clean(piece.text), quote=False)
    mark, properties = _MARKS[piece.sort], font.properties
    if piece.sort is Sort.GONE:
        properties = properties.replace("<w:spacing ", f"{mark}<w:spacing ", 1)
    elif piece.sort is Sort.COME:
        properties = properties.replace("</w:rPr>", f"{mark}</w:rPr>")
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _grid(grid: Grid) -> str:
    share = _WIDTH / len(grid.columns)
    rows = "".join(_grid_row(row, grid, share) for row in grid.rows)
    after = paragraph("", Format(6, at_least=True))  # two tables in a row would become one
    return table([share] * len(grid.columns), rows) + after


def _grid_row(row: GridRow, grid: Grid, share: float) -> str:
    font = Font(Face.HEI if row.is_header else Face.FANG, 11, 0)
    form = Format(16, "center", at_least=True)
    cells = []
    for cell, column in zip(row.cells, grid.columns, strict=True):
        is_changed = any(one.sort is not Sort.KEPT for one in cell)
        is_plain = (row.fate, column, is_changed) == (Fate.SAME, Fate.SAME, False)
        content = paragraph(_pieces(cell, font), form)
        cells.append((share, "" if is_plain else _CHANGED, content))
    return _row(cells, is_header=row.is_header)


def _row(cells: Sequence[_Cell], *, is_header: bool) -> str:
    """A row as high as its cells; header rows repeat on every page."""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * 20)}" w:type="dxa"/>{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for width, shade, content in cells
    )
    repeat = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inner}</w:tr>"
