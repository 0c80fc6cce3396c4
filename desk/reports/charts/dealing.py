"""Rows under headings dealt over columns and pages: even, in reading order, none lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, TypeVar

T = TypeVar("T")

HEADING = 1.5  # height of a heading, in rows


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group above its rows; one that goes on in the next column says so."""

    text: str


@dataclass(frozen=True, slots=True)
class Block(Generic[T]):
    """Rows under a heading; "" has none."""

    heading: str
    rows: tuple[T, ...]


Column = tuple[Heading | T, ...]


def height(column: Sequence[object]) -> float:
    """The height of a column in rows."""
    return sum(HEADING if isinstance(line, Heading) else 1 for line in column)


def deal(
    blocks: Sequence[Block[T]], room: float, most_columns: int
) -> tuple[tuple[Column[T], ...], ...]:
    """Deal blocks over pages of columns ``room`` rows high.

    A page has as few columns as cost no further page; all columns get about the same height.
    """
    pages = _pages(blocks, room, most_columns)
    count = next(n for n in range(1, most_columns + 1) if _pages(blocks, room, n) == pages)
    columns = _even(blocks, room, pages * count)
    return tuple(tuple(columns[at : at + count]) for at in range(0, len(columns), count))


def _pages(blocks: Sequence[Block[T]], room: float, columns: int) -> int:
    return ceil(len(_filled(blocks, room)) / columns)


def _even(blocks: Sequence[Block[T]], room: float, count: int) -> list[Column[T]]:
    """As many columns at most, the highest of them as low as can be."""
    lines = [line for block in blocks for line in _lines(block)]
    least = max(1.0, height(lines) / count)
    while least < room:
        found = _filled(blocks, least)
        if len(found) <= count:
            return found
        least += 0.5
    return _filled(blocks, room)


def _lines(block: Block[T]) -> Iterator[Heading | T]:
    if block.heading:
        yield Heading(block.heading)
    yield from block.rows


def _filled(blocks: Sequence[Block[T]], room: float) -> list[Column[T]]:
    """Fill one column after the other."""
    columns: list[list[Heading | T]] = [[]]
    for block in blocks:
        for line in _lines(block):
            if _is_full(columns[-1], line, room):
                goes_on = block.heading and not isinstance(line, Heading)
                columns.append([Heading(f"{block.heading}（续）")] if goes_on else [])
            columns[-1].append(line)
    return [tuple(column) for column in columns]


def _is_full(column: Sequence[Heading | T], line: Heading | T, room: float) -> bool:
    """Whether a line no longer fits; a heading needs room for two rows below it."""
    need = HEADING + 2 if isinstance(line, Heading) else 1
    return bool(column) and height(column) + need > room + 0.01
