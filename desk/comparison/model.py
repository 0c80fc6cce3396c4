"""The outcome of a comparison: rows in reading order, made of pieces."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.body import Block, Paragraph, Picture, Table


class Sort(StrEnum):
    """What became of some characters."""

    KEPT = "未改"
    GONE = "删去"
    COME = "增加"


class Fate(StrEnum):
    """What became of a block, or of a row, column or cell of a table."""

    SAME = "未改"
    CHANGED = "改动"
    ADDED = "增加"
    REMOVED = "删去"
    MOVED = "移来"  # stands here now
    LEFT = "移走"  # stood here before


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one sort."""

    sort: Sort
    text: str


Pieces = tuple[Piece, ...]


def old_text(pieces: Pieces) -> str:
    """The text before the change."""
    return "".join(one.text for one in pieces if one.sort is not Sort.COME)


def new_text(pieces: Pieces) -> str:
    """The text after the change."""
    return "".join(one.text for one in pieces if one.sort is not Sort.GONE)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; its cells stand under the columns of the grid."""

    fate: Fate
    cells: tuple[Pieces, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Two tables laid over one another: all rows and columns that either has."""

    columns: tuple[Fate, ...]
    rows: tuple[GridRow, ...]
    caption: Pieces = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything differs."""
        fates = {*self.columns, *(row.fate for row in self.rows)}
        is_different = any(one.sort is not Sort.KEPT for one in self.caption)
        return fates != {Fate.SAME} or is_different or any(True for _ in self.changed())

    def changed(self) -> Iterator[tuple[int, int]]:
        """The row and column of each cell that differs, from 0."""
        for at, row in enumerate(self.rows):
            for place, cell in enumerate(row.cells):
                if any(one.sort is not Sort.KEPT for one in cell):
                    yield at, place


@dataclass(frozen=True, slots=True)
class Row:
    """One aligned part: the blocks of either side, several where a paragraph was split or joined.

    ``pieces`` are the characters of paragraphs, joined by line feeds, or of a picture's caption.
    ``old_at`` and ``new_at`` tell which paragraph of its side the first block is, from 1; for a
    table or picture, how many paragraphs stand above it. What left has the place it went to.
    """

    fate: Fate
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    pieces: Pieces = ()
    grid: Grid | None = None
    remarks: tuple[str, ...] = ()
    old_at: int = 0
    new_at: int = 0

    @property
    def block(self) -> Block:
        """The first block of the newer side, else of the older."""
        return (self.new or self.old)[0]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts compared; removed rows stand where they stood, moved ones at both places."""

    title: Pieces
    rows: tuple[Row, ...]

    @property
    def changes(self) -> tuple[Row, ...]:
        """The rows that differ, a moved one once."""
        return tuple(row for row in self.rows if row.fate not in (Fate.SAME, Fate.LEFT))

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.changes and not self.title_changed

    @property
    def title_changed(self) -> bool:
        """Whether the titles differ."""
        return any(one.sort is not Sort.KEPT for one in self.title)

    @property
    def paragraphs(self) -> int:
        """In how many paragraphs characters came or went, those that came or went whole too."""
        return sum(
            isinstance(row.block, Paragraph)
            and any(one.sort is not Sort.KEPT for one in row.pieces)
            for row in self.changes
        )

    @property
    def moved(self) -> int:
        """How many parts stand elsewhere now."""
        return sum(row.fate is Fate.MOVED for row in self.rows)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables that both sides have and that differ."""
        return tuple(row.grid for row in self.changes if row.grid and row.old and row.new)

    @property
    def cells(self) -> int:
        """How many cells differ in rows and columns that both sides have."""
        return sum(
            grid.rows[line].fate is Fate.SAME and grid.columns[column] is Fate.SAME
            for grid in self.grids
            for line, column in grid.changed()
        )

    def characters(self, sort: Sort) -> int:
        """How many characters came or went: title, paragraphs, captions."""
        texts = [self.title, *(row.pieces for row in self.changes)]
        texts += [row.grid.caption for row in self.changes if row.grid]
        return sum(
            len(one.text.replace("\n", "")) for text in texts for one in text if one.sort is sort
        )

    def blocks(self, fate: Fate, kind: type[Block]) -> int:
        """How many rows of a fate hold blocks of a kind."""
        return sum(row.fate is fate and isinstance(row.block, kind) for row in self.rows)


KINDS: tuple[tuple[type[Block], str], ...] = ((Paragraph, "段"), (Table, "表"), (Picture, "图"))
