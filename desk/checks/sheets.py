"""The tables of a draft as one text, with the place of every cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.body import Table


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text and its place in the text of all tables."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; rows are of the same length, a merged cell repeats as empty."""

    caption: Cell
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int


def sheets_of(tables: Iterable[Table]) -> tuple[Sheet, ...]:
    """Place tables one after the other: see ``text_of``."""
    found, start = [], 0
    for table in tables:
        caption = Cell(table.caption, start, start + len(table.caption))
        start = caption.end + 1
        rows = []
        for row in table.rows:
            cells = []
            for text in row:
                cells.append(Cell(text, start, start + len(text)))
                start += len(text) + 1
            rows.append(tuple(cells))
        found.append(Sheet(caption, tuple(rows), table.header_rows))
    return tuple(found)


def text_of(tables: Iterable[Table]) -> str:
    """The text of tables: a line for the caption, a line a row, cells parted by tabs."""
    lines = []
    for table in tables:
        lines.append(table.caption)
        lines += ["\t".join(row) for row in table.rows]
    return "\n".join(lines)
