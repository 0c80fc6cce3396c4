"""The changes of a table that is too wide for the page, a line each."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.comparison.model import Fate, Grid, Piece, Pieces, Sort, new_text, old_text

MOST_COLUMNS = 8  # that a page shows with its changes
_MOST_LINES = 100
_LONGEST = 60  # characters shown of a row
_NAMES = {Fate.ADDED: "增加", Fate.REMOVED: "删去"}


@dataclass(frozen=True, slots=True)
class CellLine:
    """What changed in one cell, or that a row or column came or went."""

    place: str
    pieces: Pieces = ()


def cell_lines(grid: Grid) -> list[CellLine]:
    """Rows and columns that came or went, then the cells; the last line says what is left out."""
    found = [*_whole(grid), *_cells(grid)]
    more = len(found) - _MOST_LINES
    if more > 0:
        found[_MOST_LINES:] = [CellLine(f"……另有 {more} 处改动，请对照原表。")]
    return found


def _whole(grid: Grid) -> Iterator[CellLine]:
    for at, row in enumerate(grid.rows):
        if row.fate is not Fate.SAME:
            sort = Sort.COME if row.fate is Fate.ADDED else Sort.GONE
            text = "、".join(filter(None, map(_text, row.cells))) or "（空行）"
            shown = (
                text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（共{len(row.cells)}格）"
            )
            yield CellLine(f"第{at + 1}行{_NAMES[row.fate]}：", (Piece(sort, shown),))
    for at, fate in enumerate(grid.columns):
        if fate is not Fate.SAME:
            sort = Sort.COME if fate is Fate.ADDED else Sort.GONE
            text = _text(grid.rows[0].cells[at]) if grid.rows else ""
            yield CellLine(f"第{at + 1}列{_NAMES[fate]}：", (Piece(sort, text or "（空列）"),))


def _cells(grid: Grid) -> Iterator[CellLine]:
    for line, column in grid.changed():
        row = grid.rows[line]
        if row.fate is Fate.SAME and grid.columns[column] is Fate.SAME:
            names = (_text(row.cells[0]), _text(grid.rows[0].cells[column]))
            named = "×".join(f"“{name}”" for name in names if name)
            place = f"第{line + 1}行第{column + 1}列{named}"
            yield CellLine(f"{place}：", row.cells[column])


def _text(cell: Pieces) -> str:
    return new_text(cell) or old_text(cell)
