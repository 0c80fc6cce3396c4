"""Where the items of an issue stand on its pages, and how full the pages are."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.layout.grid import Grid
from desk.layout.model import Block, Layout, TableBlock, TextBlock
from desk.layout.paging import Paged, Placed


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item begins: its page from 1, the upper edge there in points; its grid lines.

    ``end`` is the lower edge of what stands on that page.
    """

    page: int
    top: float
    rows: int
    end: float = 0.0


def places(layout: Layout, paged: Paged, grid: Grid) -> dict[str, Place]:
    """The place of every item by its key, in printing order."""
    rows = _rows_by_key(layout)
    return {
        block.key: _place(number, placed.row, rows[block.key], grid)
        for number, page in enumerate(paged.pages, 1)
        for placed in page
        if isinstance(block := placed.block, TextBlock) and block.key and not placed.start
    }


def _place(page: int, row: int, rows: int, grid: Grid) -> Place:
    end = min(row + rows, grid.lines)
    return Place(page, grid.y(row), rows, grid.y(end))


def fill(paged: Paged, lines: int) -> tuple[int, ...]:
    """How many grid lines of each page are taken; 报尾 counts, the blank ones before it don't."""
    ends = [max((_end(one) for one in page), default=0) for page in paged.pages]
    return (*ends[:-1], lines - paged.free)


def rows_of(block: Block) -> int:
    """The grid lines a block takes with the blank ones around it."""
    if isinstance(block, TableBlock):
        return block.before + sum(row.rows for row in block.table) + block.after
    return block.before + block.rows + block.after


def _rows_by_key(layout: Layout) -> Mapping[str, int]:
    rows: dict[str, int] = {}
    key = ""
    for block in layout.blocks:
        if isinstance(block, TextBlock) and (block.key or block.section):
            key = block.key
        if key:
            rows[key] = rows.get(key, 0) + rows_of(block)
    return rows


def _end(placed: Placed) -> int:
    block = placed.block
    if isinstance(block, TextBlock):
        return placed.row + (placed.end - placed.start) * block.look.rows
    if isinstance(block, TableBlock):
        head = block.header if placed.head else 0
        parts = (*block.table[:head], *block.table[placed.start : placed.end])
        return placed.row + sum(row.rows for row in parts)
    return placed.row + block.rows
