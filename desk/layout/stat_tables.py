"""Set a statistics table: merged heads, sums in 黑体, its name above it and its note below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil

from desk.layout.fonts import Face, Fonts
from desk.layout.grid import Grid
from desk.layout.model import Align, Block, Line, Look, Piece, Row, Span, TableBlock
from desk.layout.setting import clean, set_lines, text_block
from desk.layout.stat_columns import SPARE, Fit, fit
from desk.layout.stat_parts import parted
from desk.layout.tables import LINE, rows_of
from desk.stat_table import Head, StatTable

_AIR = 4.0  # above and below a cell's lines together
_TITLE = Look(size=14.0, tracking=0.0, align=Align.CENTER)
_NOTE = Look(size=10.5, tracking=0.0)
_NOTE_ROWS = 2  # a line of a note takes half a line of the body
_NOTHING = "无"
_HALF = 0.5  # em by which the lines of a head are made wider until they are as few as before


@lru_cache(maxsize=64)
def stat_blocks(table: StatTable, fonts: Fonts, grid: Grid) -> tuple[Block, ...]:
    """The table's blocks on a fine grid; none of one without columns."""
    return tuple(_blocks(_cleaned(table), fonts, grid)) if table.heads else ()


def _blocks(table: StatTable, fonts: Fonts, grid: Grid) -> Iterator[Block]:
    found = fit(table, fonts, grid.width)
    tables = (table,) if found else parted(table, fonts, grid.width)
    at = found[0] if found else max(_at(part, fonts, grid) for part in tables)
    for part in tables:
        set_at = fit(part, fonts, grid.width, at)
        before = 2 if part.title else 0
        if part.title:
            title = text_block((Piece(part.title, Face.HEI),), _TITLE, fonts, grid)
            look = replace(title.look, rows=grid.parts)
            yield replace(title, look=look, before=before, keep=True)
        yield _table(part, set_at[1] if set_at else _even(part, grid), fonts, grid)
    for line in table.note.splitlines():
        if text := clean(line).strip():
            note = text_block((Piece(text),), _NOTE, fonts, grid)
            yield replace(note, look=replace(note.look, rows=_NOTE_ROWS))


def _at(table: StatTable, fonts: Fonts, grid: Grid) -> int:
    found = fit(table, fonts, grid.width)
    return found[0] if found else 0


def _even(table: StatTable, grid: Grid) -> Fit:
    """Columns of one width, where a single one is wider than the page."""
    count = len(table.columns)
    return Fit(7.5, 2.0, (grid.width / count,) * count)


def _cleaned(table: StatTable) -> StatTable:
    """The table with texts as they may stand on paper."""
    rows = tuple(
        tuple(clean(value).strip() if isinstance(value, str) else value for value in row)
        for row in table.rows
    )
    heads = tuple(_clean_head(head) for head in table.heads)
    return replace(table, title=clean(table.title).strip(), heads=heads, rows=rows)


def _clean_head(head: Head) -> Head:
    parts = tuple(_clean_head(part) for part in head.parts)
    return replace(head, text=clean(head.text).strip(), parts=parts)


def _table(table: StatTable, found: Fit, fonts: Fonts, grid: Grid) -> TableBlock:
    spans = [
        Span(cell.row, cell.column, cell.across, cell.down, lines)
        for cell in table.head_cells
        for width in [sum(found.widths[cell.column : cell.column + cell.across])]
        for lines in [_head_lines(cell.text, found, width, fonts)]
    ]
    rows = [Row((), rows) for rows in _head_heights(spans, table.head_rows, found.size, grid)]
    for at, texts in enumerate(table.texts):
        face = Face.HEI if at in table.strong else Face.FANG
        cells = [
            _lines(text, face, found, width, fonts)
            for text, width in zip(texts, found.widths, strict=True)
        ]
        rows += rows_of(cells, found.size * LINE, grid, _AIR)
    if not table.rows:
        lines = _lines(_NOTHING, Face.FANG, found, sum(found.widths), fonts)
        spans.append(Span(len(rows), 0, len(found.widths), 1, lines))
        rows.append(Row((), _height(1, found.size, grid)))
    left = frozenset(at for at, head in enumerate(table.columns) if head.left)
    return TableBlock(
        found.widths,
        tuple(rows),
        table.head_rows,
        found.size,
        spans=tuple(spans),
        left=left,
        padding=found.padding,
    )


def _lines(text: str, face: Face, found: Fit, width: float, fonts: Fonts) -> tuple[Line, ...]:
    look = Look(size=found.size, tracking=0.0, align=Align.CENTER)
    limit = width - 2 * found.padding
    return set_lines((Piece(text, face),), look, fonts, limit) if text else ()


def _head_lines(text: str, found: Fit, width: float, fonts: Fonts) -> tuple[Line, ...]:
    """A head in lines of like length."""
    lines = _lines(text, Face.HEI, found, width, fonts)
    room = max((line.width for line in lines), default=0.0)
    each = sum(line.width for line in lines) / max(1, len(lines))
    while len(lines) > 1 and each < room:
        even = _lines(text, Face.HEI, found, each + SPARE + 2 * found.padding, fonts)
        if len(even) == len(lines):
            return even
        each += _HALF * found.size
    return lines


def _head_heights(spans: Sequence[Span], count: int, size: float, grid: Grid) -> list[int]:
    """The grid lines of each head row; the lowest takes what a cell over several lacks."""
    heights = [_height(1, size, grid)] * count
    for span in sorted(spans, key=lambda one: one.down):
        own = heights[span.row : span.row + span.down]
        lacking = _height(len(span.lines), size, grid) - sum(own)
        heights[span.row + span.down - 1] += max(0, lacking)
    return heights


def _height(lines: int, size: float, grid: Grid) -> int:
    return ceil(round((lines * size * LINE + _AIR) / grid.step, 6))
