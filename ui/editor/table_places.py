"""Where a stretch of the tables' text stands: in which table, and in which of its cells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desk.body import Table
from desk.checks.sheets import Cell, Sheet, sheets_of
from desk.tabling import with_cell

CAPTION = -1  # the row of a table's caption


class At(NamedTuple):
    """A cell of a table."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is set off: a line beneath its text, a ground behind it; "" without."""

    line: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class TablePlace:
    """The cells of one table that a stretch touches."""

    table: int
    cells: tuple[At, ...]
    offset: int  # of its beginning in the first of them


def places_in(tables: Sequence[Table], start: int, end: int) -> list[TablePlace]:
    """The tables and cells that the stretch [start, end) of all tables' text touches."""
    found = []
    for number, sheet in enumerate(sheets_of(tables)):
        touched = [(at, one) for at, one in _cells(sheet) if one.start < end and start < one.end]
        if touched:
            cells = tuple(at for at, _cell in touched)
            found.append(TablePlace(number, cells, max(0, start - touched[0][1].start)))
    return found


def text_at(table: Table, at: At) -> str:
    """The words of a cell; "" where the table has none such."""
    if at.row == CAPTION:
        return table.caption
    row = table.rows[at.row] if at.row < len(table.rows) else ()
    return row[at.column] if at.column < len(row) else ""


def replaced(table: Table, at: At, offset: int, old: str, new: str) -> Table | None:
    """A table with words at a place in a cell replaced; None where they don't stand there."""
    text = text_at(table, at)
    if not text.startswith(old, offset):
        return None
    changed = text[:offset] + new + text[offset + len(old) :]
    if at.row == CAPTION:
        return replace(table, caption=changed)
    return with_cell(table, at.row, at.column, changed)


def _cells(sheet: Sheet) -> list[tuple[At, Cell]]:
    rows = [
        (At(number, column), cell)
        for number, row in enumerate(sheet.rows)
        for column, cell in enumerate(row)
    ]
    return [(At(CAPTION, 0), sheet.caption), *rows]
