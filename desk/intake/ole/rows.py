"""Put the cells of a .doc's tables together, row by row."""

from collections.abc import Iterable
from itertools import pairwise

from desk.intake.document import Block
from desk.intake.ole.sprms import Found, cell_edges
from desk.intake.tables import Cells, as_blocks

_NEAR = 30  # twentieths of a point; edges closer than that are one
_Row = tuple[list[list[Block]], tuple[int, ...]]


class Rows:
    """The blocks of a story while it is read; a table ends where a paragraph stands outside."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._rows: list[_Row] = []
        self._cells: list[list[Block]] = []
        self._open: list[Block] = []  # of the open cell

    def add(self, blocks: list[Block], *, ends_cell: bool) -> None:
        """Take a paragraph of a cell; tables inside it give their text."""
        self._open += blocks
        if ends_cell:
            self._cells.append(self._open)
            self._open = []

    def end_row(self, found: Found) -> None:
        """End a row whose end mark says this."""
        self._rows.append((self._cells, cell_edges(found)))
        self._cells = []

    def leave(self, blocks: list[Block]) -> None:
        """Take a paragraph outside of tables."""
        self._end_table()
        self._blocks += blocks

    def finish(self) -> list[Block]:
        """All blocks."""
        self._end_table()
        return self._blocks

    def _end_table(self) -> None:
        if self._open:
            self._cells.append(self._open)
        if self._cells:
            self._rows.append((self._cells, ()))
        if self._rows:
            self._blocks += as_blocks(_spread(self._rows))
        self._rows, self._cells, self._open = [], [], []


def _spread(rows: list[_Row]) -> list[list[Cells]]:
    """Cells with the columns they cover, as far as the rows' edges agree."""
    columns = _columns(edge for _cells, edges in rows for edge in edges)
    return [_row(cells, [columns[edge] for edge in edges]) for cells, edges in rows]


def _row(cells: list[list[Block]], places: list[int]) -> list[Cells]:
    if len(places) != len(cells) + 1:
        return [Cells(tuple(cell)) for cell in cells]
    spans = [after - before for before, after in pairwise(places)]
    return [
        Cells((), places[0]),
        *(Cells(tuple(cell), max(1, span)) for cell, span in zip(cells, spans, strict=True)),
    ]


def _columns(edges: Iterable[int]) -> dict[int, int]:
    """The column that starts at each edge."""
    columns: dict[int, int] = {}
    last: int | None = None
    count = -1
    for edge in sorted(set(edges)):
        count += last is None or edge - last > _NEAR
        last = edge
        columns[edge] = count
    return columns
