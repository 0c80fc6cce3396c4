"""A sheet as a reader sees it: merged cells show their value everywhere, headers are paths."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.importing.merges import Merge
from desk.importing.sheets import Row, Sheet


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet with its merged cells filled; all rows are equally long."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def paths(self, first: int, last: int) -> list[tuple[str, ...]]:
        """The headers of each column from these rows, the outermost first.

        An empty cell that is followed by sub-headers takes the header on its left.
        """
        found = []
        for column in range(self.width):
            path: list[str] = []
            for row in range(first, last + 1):
                text = self.rows[row][column] or self._left(row, column, last)
                if text and text not in path[-1:]:
                    path.append(text)
            found.append(tuple(path))
        return found

    def _left(self, row: int, column: int, last: int) -> str:
        """The header on the left that an empty one belongs to; never in the last header row."""
        if row == last or not any(self.rows[below][column] for below in range(row + 1, last + 1)):
            return ""
        before = [text for text in self.rows[row][:column] if text]
        return before[-1] if before else ""

    def is_spread(self, row: int) -> bool:
        """Whether a row is one value over several columns: a title, a heading, a remark."""
        return len({text for text in self.rows[row] if text}) == 1


def grid(sheet: Sheet) -> Grid:
    """Fill the merged cells of a sheet."""
    width = max(map(len, sheet.rows), default=0)
    rows: list[Row] = [[*row, *[""] * (width - len(row))] for row in sheet.rows]
    kept = tuple(one for one in sheet.merges if one.top < len(rows) and one.left < width)
    for one in kept:
        _fill(rows, one, width)
    filled = tuple(tuple(cell.strip() for cell in row) for row in rows)
    return Grid(sheet.name, filled, kept, sheet.is_hidden)


def _fill(rows: Sequence[Row], merge: Merge, width: int) -> None:
    value = rows[merge.top][merge.left]
    for row in range(merge.top, min(merge.bottom + 1, len(rows))):
        for column in range(merge.left, min(merge.right + 1, width)):
            rows[row][column] = value
