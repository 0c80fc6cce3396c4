"""Write a table block as a Word table, its merged cells merged."""

from collections.abc import Iterator

from desk.layout.grid import Grid
from desk.layout.model import Line, Row, Span, TableBlock
from desk.layout.tables import LINE
from desk.layout.word_xml import Font, Format, cell, paragraph, run, special, table, table_row

_ROW_BORDER = 0.5  # kept free of each row of an issue's few; it would add up over many rows


def table_of(block: TableBlock, grid: Grid) -> str:
    """The table, with the blank lines before it."""
    rows = []
    for at, row in enumerate(block.table):
        cells = _cells(block, at, row) if row.cells else _merged_cells(block, at)
        height = row.rows * grid.pitch - (0.0 if grid.parts > 1 else _ROW_BORDER)
        rows.append(table_row(cells, height, header=at < block.header))
    blank = paragraph("", Format(block.before * grid.pitch)) if block.before else ""
    return blank + table(block.widths, "".join(rows), block.padding)


def _cells(block: TableBlock, at: int, row: Row) -> Iterator[str]:
    header = at < block.header
    face = block.header_face if header else block.face
    font = Font(face, block.size, 0.0)
    for column, lines in enumerate(row.cells):
        align = "center" if header or block.centred(column, lines) else "left"
        form = Format(block.size * LINE, align, keep_next=header)
        text = "".join(line.text for line in lines)
        content = run(text, _font(lines, font)) if text else ""
        yield cell(block.widths[column], paragraph(content, form))


def _font(lines: tuple[Line, ...], font: Font) -> Font:
    """The face of a cell's first characters, in the table's size."""
    return Font(lines[0].pieces[0].face, font.size, font.tracking)


def _merged_cells(block: TableBlock, at: int) -> Iterator[str]:
    """The cells of a row that spans fill; one that goes on from above stays empty."""
    found = [one for one in block.spans if one.row <= at < one.row + one.down]
    for span in sorted(found, key=lambda one: one.column):
        width = sum(block.widths[span.column : span.column + span.across])
        begins = span.row == at
        state = ("restart" if begins else "continue") if span.down > 1 else ""
        yield cell(width, _merged(block, span, at, shown=begins), span.across, state)


def _merged(block: TableBlock, span: Span, at: int, *, shown: bool) -> str:
    """The paragraph of a merged cell; its breaks are those of the page."""
    header = at < block.header
    font = Font(block.header_face if header else block.face, block.size, 0.0)
    lines = [run(line.text, font) for line in span.lines if shown]
    form = Format(block.size * LINE, "center", keep_next=header)
    return paragraph(special("br", font).join(lines), form)
