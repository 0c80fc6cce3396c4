"""Compare two tables cell by cell, once their rows and columns are laid over one another."""

from collections.abc import Sequence

from desk.body import Table
from desk.comparison.aligning import align_lines
from desk.comparison.model import Fate, Grid, GridRow
from desk.comparison.pieces import compare_texts

_Place = tuple[int | None, int | None]
_Cells = Sequence[Sequence[str]]


def compare_tables(old: Table, new: Table) -> Grid:
    """All rows and columns of both; an empty table stands for one that is not there."""
    before, after = _full(old), _full(new)
    columns = align_lines(_turned(before), _turned(after))
    shared = [place for place in columns if None not in place]
    keys = [
        ["\t".join(row[place[side] or 0] for place in shared) for row in rows]
        for side, rows in enumerate((before, after))
    ]
    lines = align_lines(*keys)
    headers = old.header_rows, new.header_rows
    rows = tuple(_row(place, columns, before, after, headers) for place in lines)
    fates = tuple(_fate(*place) for place in columns)
    return Grid(fates, rows, compare_texts(old.caption, new.caption))


def _full(table: Table) -> _Cells:
    """The rows, all as long as the longest."""
    count = max(map(len, table.rows), default=0)
    return [[*row, *[""] * (count - len(row))] for row in table.rows]


def _turned(rows: _Cells) -> list[str]:
    """The columns, each as one text."""
    return ["\t".join(column) for column in zip(*rows, strict=True)]


def _row(
    place: _Place,
    columns: Sequence[_Place],
    before: _Cells,
    after: _Cells,
    headers: tuple[int, int],
) -> GridRow:
    line, other = place
    cells = tuple(
        compare_texts(_at(before, line, one), _at(after, other, two)) for one, two in columns
    )
    is_header = other < headers[1] if other is not None else (line or 0) < headers[0]
    return GridRow(_fate(line, other), cells, is_header)


def _at(rows: _Cells, line: int | None, column: int | None) -> str:
    return "" if line is None or column is None else rows[line][column]


def _fate(old: int | None, new: int | None) -> Fate:
    if old is None:
        return Fate.ADDED
    return Fate.REMOVED if new is None else Fate.SAME
