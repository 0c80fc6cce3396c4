"""Rows under headings dealt over columns and pages: even, in reading order, none lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")

HEADING = 1.5  # height of a heading, in rows
_WHOLE = 8  # rows of a block that is never torn
_FEW = 3  # fewer rows than these are no fair piece of a torn block
_UNEVEN = 1.3  # how much higher than even a column may be for the sake of whole blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group above its rows, and what is told of it.

    One that goes on in the next column says so.
    """

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Block(Generic[T]):
    """Rows under a heading; "" has none. ``detail`` stands behind it in small type."""

    heading: str
    rows: tuple[T, ...]
    detail: str = ""

    def over(self, rows: Iterable[U]) -> "Block[U]":
        """The same heading over other rows."""
        return Block(self.heading, tuple(rows), self.detail)


Column = tuple[Heading | T, ...]


def height(column: Sequence[object]) -> float:
    """The height of a column in rows."""
    return sum(HEADING if isinstance(line, Heading) else 1 for line in column)


def deal(
    blocks: Sequence[Block[T]], room: float, most_columns: int
) -> tuple[tuple[Column[T], ...], ...]:
    """Deal blocks over pages of columns ``room`` rows high.

    A page has as few columns as cost no further page. All columns get about the same height,
    and blocks are torn where they must be only.
    """
    pages = _pages(blocks, room, most_columns)
    count = next(n for n in range(1, most_columns + 1) if _pages(blocks, room, n) == pages)
    columns = _even(blocks, room, pages * count)
    return tuple(tuple(columns[at : at + count]) for at in range(0, len(columns), count))


def _pages(blocks: Sequence[Block[T]], room: float, columns: int) -> int:
    return ceil(len(_filled(blocks, room)) / columns)


def _even(blocks: Sequence[Block[T]], room: float, count: int) -> list[Column[T]]:
    """As many columns at most: low ones, of whole blocks where these cost little height."""
    lines = [line for block in blocks for line in _lines(block)]
    even = max(1.0, height(lines) / count)
    tries = [even + half / 2 for half in range(int(2 * (room - even)) + 1) if even < room]
    dealt = [found for one in [*tries, room] if len(found := _filled(blocks, one)) <= count]
    lowest = max(map(height, dealt[0]))
    fair = (found for found in dealt if max(map(height, found)) <= lowest * _UNEVEN)
    return min(fair, key=_torn)


def _torn(columns: Sequence[Column[T]]) -> tuple[int, int]:
    """How badly blocks are torn: unfair pieces first."""
    pieces = [_pieces(column) for column in columns]
    torn = [at for at, column in enumerate(columns) if at and _goes_on(column)]
    unfair = sum(pieces[at][0] < _FEW or pieces[at - 1][-1] < _FEW for at in torn)
    return unfair, len(torn)


def _goes_on(column: Column[T]) -> bool:
    first = column[0] if column else None
    return isinstance(first, Heading) and first.text.endswith("（续）")


def _pieces(column: Column[T]) -> list[int]:
    """How many rows stand under each heading of a column."""
    found = [0]
    for line in column:
        if isinstance(line, Heading):
            found.append(0)
        else:
            found[-1] += 1
    return [one for one in found if one] or [0]


def _lines(block: Block[T]) -> Iterator[Heading | T]:
    if block.heading:
        yield Heading(block.heading, block.detail)
    yield from block.rows


def _filled(blocks: Sequence[Block[T]], room: float) -> list[Column[T]]:
    """Fill one column after the other."""
    columns: list[list[Heading | T]] = [[]]
    filled = 0.0
    for block in blocks:
        for line in _lines(block):
            if filled and filled + _need(line, block) > room + 0.01:
                goes_on = block.heading and not isinstance(line, Heading)
                columns.append([Heading(f"{block.heading}（续）")] if goes_on else [])
                filled = height(columns[-1])
            columns[-1].append(line)
            filled += height((line,))
    return [tuple(column) for column in columns]


def _need(line: Heading | T, block: Block[T]) -> float:
    """The height a line asks for: a heading that of two rows below it too, or of all."""
    if not isinstance(line, Heading):
        return 1.0
    rows = len(block.rows)
    return HEADING + (rows if rows <= _WHOLE else 2)
