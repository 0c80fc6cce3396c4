"""A table with heads over several columns (合并表头), for Excel, for paper and for the screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desk.scoring.figures import printed

Value = str | int | Decimal | date | None  # of a cell
PERCENT = "0.0%"  # of a value that is a part of 1


@dataclass(frozen=True, slots=True)
class Head:
    """A head over its ``parts``; one without parts heads a column.

    ``width`` is in characters, ``shown`` how Excel shows numbers (General, 0.00, 0.0%), ``left``
    for columns of text.
    """

    text: str
    parts: tuple["Head", ...] = ()
    width: float = 8
    shown: str = "General"
    left: bool = False

    @property
    def columns(self) -> tuple["Head", ...]:
        """The heads of single columns below it, itself where it is one."""
        return tuple(one for part in self.parts for one in part.columns) or (self,)

    @property
    def depth(self) -> int:
        """How many rows of heads it takes."""
        return 1 + max((part.depth for part in self.parts), default=0)


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A head as a cell: its place from 0, and how many columns and rows it spans."""

    text: str
    row: int
    column: int
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class StatTable:
    """Rows under heads; ``strong`` are the numbers of rows that are sums. ``note`` goes below."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""
    strong: frozenset[int] = frozenset()

    @property
    def columns(self) -> tuple[Head, ...]:
        """The heads of the single columns."""
        return tuple(one for head in self.heads for one in head.columns)

    @property
    def head_rows(self) -> int:
        """How many rows the heads take."""
        return max((head.depth for head in self.heads), default=0)

    @property
    def head_cells(self) -> tuple[HeadCell, ...]:
        """All heads as cells."""
        return tuple(_cells(self.heads, 0, 0, self.head_rows))

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are printed."""
        columns = self.columns
        return tuple(
            tuple(text_of(value, head) for value, head in zip(row, columns, strict=True))
            for row in self.rows
        )


def text_of(value: Value, head: Head) -> str:
    """A value as it is printed; "" for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, Decimal | int):
        return f"{value * 100:.1f}%" if head.shown == PERCENT else printed(Decimal(value))
    return value


def _cells(heads: Sequence[Head], row: int, column: int, depth: int) -> Iterator[HeadCell]:
    for head in heads:
        across = len(head.columns)
        down = 1 if head.parts else depth - row
        yield HeadCell(head.text, row, column, across, down)
        yield from _cells(head.parts, row + 1, column, depth)
        column += across
