"""A table with heads over several columns (合并表头), for Excel, for paper and for the screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.scoring.figures import printed, rounded

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
    """Rows under heads; ``strong`` are the numbers of rows that are sums. ``note`` goes below.

    ``shown`` is how each row shows its numbers, where rows differ and not columns; "" leaves that
    to the head.
    """

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""
    strong: frozenset[int] = frozenset()
    shown: tuple[str, ...] = ()

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
            tuple(
                text_of(value, head, self.shown_in(at))
                for value, head in zip(row, columns, strict=True)
            )
            for at, row in enumerate(self.rows)
        )

    def shown_in(self, row: int) -> str:
        """How a row shows its numbers; "" where its heads say it."""
        return self.shown[row] if self.shown else ""


def text_of(value: Value, head: Head, shown: str = "") -> str:
    """A value as it is printed, as ``shown`` or as its head says; "" for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, Decimal | int):
        return _number(Decimal(value), shown or head.shown)
    return value


def _number(value: Decimal, shown: str) -> str:
    if not shown.endswith("%"):
        return printed(value)
    decimals = len(shown[:-1].partition(".")[2])
    return f"{rounded(Fraction(value) * 100, Decimal((0, (1,), -decimals))):f}%"


def _cells(heads: Sequence[Head], row: int, column: int, depth: int) -> Iterator[HeadCell]:
    for head in heads:
        across = len(head.columns)
        down = 1 if head.parts else depth - row
        yield HeadCell(head.text, row, column, across, down)
        yield from _cells(head.parts, row + 1, column, depth)
        column += across
