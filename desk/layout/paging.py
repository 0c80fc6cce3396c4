"""Lay blocks on pages of whole grid lines, as Word flows the same paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desk.layout.model import Block, Layout, TableBlock, TextBlock


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines or table rows ``[start, end)`` of a block from a grid row on; tables repeat a head."""

    row: int
    block: Block
    start: int
    end: int
    head: bool = False


@dataclass(frozen=True, slots=True)
class Paged:
    """The pages of an issue; ``free`` counts the blank lines before 报尾 on the last one."""

    pages: tuple[tuple[Placed, ...], ...]
    starts: dict[str, int]
    free: int


def paginate(layout: Layout, lines: int) -> Paged:
    """Fill pages of that many lines; headings stay with what follows, 报尾 goes to the foot."""
    filler = _Filler(lines)
    for at, block in enumerate(layout.blocks):
        filler.add(block, _needed(layout.blocks, at, lines))
    free = filler.close(layout.tail)
    return Paged(tuple(tuple(page) for page in filler.pages), filler.starts, free)


def _needed(blocks: Sequence[Block], at: int, lines: int) -> int:
    """Rows that must be free below this block's blank lines for it to begin here."""
    rows = 0
    for block in blocks[at:]:
        blank = block.before if rows else 0
        if not block.keep:
            rows += blank + _first_rows(block)
            break
        rows += blank + _rows(block) + block.after
    return rows if rows <= lines else min(lines, _first_rows(blocks[at]))


def _first_rows(block: Block) -> int:
    if isinstance(block, TextBlock):
        lines = len(block.lines) if block.forced else min(1, len(block.lines))
        return block.look.rows * lines
    if isinstance(block, TableBlock):
        return sum(row.rows for row in block.table[: block.header + 1])
    return block.rows


def _rows(block: Block) -> int:
    if isinstance(block, TableBlock):
        return sum(row.rows for row in block.table)
    return block.rows


@dataclass(slots=True)
class _Filler:
    """Pages being filled; ``row`` is the next free grid line."""

    lines: int
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    starts: dict[str, int] = field(default_factory=dict)
    row: int = 0

    def add(self, block: Block, needed: int) -> None:
        blank = block.before if self.row else 0
        if self.row and self.row + blank + needed > self.lines:
            self._turn()
            blank = 0
        self.row += blank
        if isinstance(block, TextBlock) and block.key:
            self.starts.setdefault(block.key, len(self.pages))
        for start, end, rows, head in self._parts(block):
            self.pages[-1].append(Placed(self.row, block, start, end, head))
            self.row += rows
        self.row = min(self.lines, self.row + block.after)

    def close(self, tail: Sequence[Block]) -> int:
        """Put 报尾 at the foot and return how many lines stay blank before it."""
        height = sum(_rows(block) for block in tail)
        if self.row + height > self.lines:
            self._turn()
        free = max(0, self.lines - height - self.row)
        self.row += free
        for block in tail:
            self.add(block, 0)
        return free

    def _turn(self) -> None:
        self.pages.append([])
        self.row = 0

    def _parts(self, block: Block) -> Iterator[tuple[int, int, int, bool]]:
        """Cut a block where pages end: (start, end, rows, repeated head)."""
        heights, head = _heights(block)
        start = rows = 0
        repeated = False
        for at, height in enumerate(heights):
            if self.row + rows + height > self.lines and (rows or self.row):
                if at > start:
                    yield start, at, rows, repeated
                self._turn()
                start, rows = at, head
                repeated = bool(head)
            rows += height
        if heights:
            yield start, len(heights), rows, repeated


def _heights(block: Block) -> tuple[list[int], int]:
    """The rows of a block's indivisible parts, and of the head it repeats."""
    if isinstance(block, TextBlock):
        return [block.look.rows] * len(block.lines), 0
    if isinstance(block, TableBlock):
        heights = [row.rows for row in block.table]
        return heights, sum(heights[: block.header])
    return [block.rows], 0
