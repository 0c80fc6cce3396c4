"""The rows and cells of a page's table."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desk.errors import NotReadableError
from desk.intake.tables import Cells

_WIDEST, _LONGEST = 60, 1_000  # what a cell may span
_MOST_COLUMNS = 500
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables inside it."""
    for node in table:
        if node.tag == "tr":
            yield node
        elif node.tag in _SECTIONS:
            yield from rows(node)


def span(cell: Element, name: str) -> int:
    """How many columns or rows a cell covers."""
    text = cell.get(name, "").strip()
    most = _WIDEST if name == "colspan" else _LONGEST
    return max(1, min(int(text), most)) if text.isdecimal() and len(text) < 5 else 1  # noqa: PLR2004 - digits


class Covered:
    """Columns that cells of earlier rows still cover, with the rows left."""

    def __init__(self) -> None:
        self._left: dict[int, int] = {}

    def row(self, cells: list[tuple[Cells, int]]) -> list[Cells]:
        """A row with empty cells where earlier ones reach down; each cell with its row span."""
        found: list[Cells] = []
        left = {column: count - 1 for column, count in self._left.items() if count > 1}
        column = 0
        for cell, deep in cells:
            column = self._skip(found, column)
            if column + cell.span > _MOST_COLUMNS:
                raise NotReadableError("里面的表格宽得不正常，可能是有害文件")
            found.append(cell)
            if deep > 1:
                left |= dict.fromkeys(range(column, column + cell.span), deep - 1)
            column += cell.span
        self._skip(found, column)
        self._left = left
        return found

    def _skip(self, found: list[Cells], column: int) -> int:
        while self._left.get(column):
            found.append(Cells(()))
            column += 1
        return column
