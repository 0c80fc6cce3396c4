"""Imposition (拼版): which pages stand on which side of which sheet, in printing order."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.layout.grid import MM

A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)
_SIGNATURE = 4  # pages on a folded sheet


class Imposition(StrEnum):
    """How the pages share a side; all but the A3 booklet print on A4."""

    NONE = "不拼"
    BOOKLET_A3 = "小册子（A3 对折）"
    BOOKLET_A4 = "小册子（A4 对折）"
    TWO = "每面 2 版"
    FOUR = "每面 4 版"

    @property
    def is_booklet(self) -> bool:
        """Whether the sheets are laid together and folded in the middle."""
        return self in (Imposition.BOOKLET_A3, Imposition.BOOKLET_A4)


class Duplex(StrEnum):
    """How a sheet is printed on, and over which edge it is turned."""

    SINGLE = "单面"
    LONG = "双面，长边翻转"
    SHORT = "双面，短边翻转"


@dataclass(frozen=True, slots=True)
class Spread:
    """The paper of a side, in points, and the equal cells on it, filled row by row."""

    width: float
    height: float
    columns: int
    rows: int

    @property
    def cells(self) -> int:
        """How many pages a side holds."""
        return self.columns * self.rows

    @property
    def is_landscape(self) -> bool:
        """Whether the paper lies on its long edge."""
        return self.width > self.height


_SPREADS = {
    Imposition.NONE: Spread(*A4, 1, 1),
    Imposition.BOOKLET_A3: Spread(A3[1], A3[0], 2, 1),
    Imposition.BOOKLET_A4: Spread(A4[1], A4[0], 2, 1),
    Imposition.TWO: Spread(A4[1], A4[0], 2, 1),
    Imposition.FOUR: Spread(*A4, 2, 2),
}


def spread_of(way: Imposition) -> Spread:
    """The paper and the cells of a side."""
    return _SPREADS[way]


def cells_of(pages: Sequence[int], way: Imposition) -> list[int | None]:
    """What stands in every cell, side after side; None is a blank cell.

    A booklet is bound at the left, and its sheets are turned over the short edge: the front of
    the first sheet bears the last page and the first.
    """
    if way.is_booklet:
        return _folded(pages)
    missing = -len(pages) % spread_of(way).cells
    return [*pages, *[None] * missing]


def _folded(pages: Sequence[int]) -> list[int | None]:
    leaves: list[int | None] = [*pages, *[None] * (-len(pages) % _SIGNATURE)]
    cells = []
    for first in range(0, len(leaves) // 2, 2):
        last = len(leaves) - 1 - first
        cells += [leaves[last], leaves[first], leaves[first + 1], leaves[last - 1]]
    return cells


def duplex_for(way: Imposition, wanted: Duplex) -> Duplex:
    """How a way is printed: a booklet holds together only when turned over the short edge."""
    return Duplex.SHORT if way.is_booklet else wanted


def sides_of(pages: int, way: Imposition) -> int:
    """How many sides that many pages fill."""
    return len(cells_of(range(pages), way)) // spread_of(way).cells


def sheets_of(pages: int, way: Imposition, duplex: Duplex) -> int:
    """How many sheets of paper one copy takes."""
    sides = sides_of(pages, way)
    return sides if duplex_for(way, duplex) is Duplex.SINGLE else -(-sides // 2)
