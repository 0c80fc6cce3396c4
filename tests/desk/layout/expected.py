"""What the pages of a model must show, mark by mark in drawing order."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.layout.model import Block, Row, Strip, TableBlock, TextBlock
from desk.layout.paging import Paged, Placed


@dataclass(frozen=True, slots=True)
class Shown:
    """A line's text without white space; ``row`` is its grid line where it stands on one.

    ``leader`` stands for the dots of a contents line, as many as fit.
    """

    text: str
    size: float = 0.0
    row: int | None = None
    leader: bool = False


def shown_on(page: tuple[Placed, ...], paged: Paged) -> Iterator[Shown]:
    """All lines of a page but its number."""
    for part in page:
        for shown in _shown(part, paged):
            if shown.text or shown.leader:
                yield shown


def shown_of(block: Block, paged: Paged) -> Iterator[Shown]:
    """All lines of a block, as if it stood on one page."""
    yield from shown_on((Placed(0, block, 0, 10**6),), paged)


def end_of(part: Placed) -> int:
    """The grid row below a placed part."""
    block = part.block
    if isinstance(block, TextBlock):
        return part.row + (part.end - part.start) * block.look.rows
    if isinstance(block, TableBlock):
        return part.row + sum(row.rows for row in _rows(block, part))
    return part.row + block.rows


def _shown(part: Placed, paged: Paged) -> Iterator[Shown]:
    block = part.block
    if isinstance(block, TextBlock):
        yield from _text(block, part, paged)
    elif isinstance(block, Strip):
        for pieces in (block.left, block.center, block.right):
            yield Shown(_bare("".join(piece.text for piece in pieces)), block.look.size)
    elif isinstance(block, TableBlock):
        for row in _rows(block, part):
            for cell in row.cells:
                yield from (Shown(_bare(line.text), block.size) for line in cell)


def _text(block: TextBlock, part: Placed, paged: Paged) -> Iterator[Shown]:
    size = block.look.size
    for at, line in enumerate(block.lines[part.start : part.end]):
        yield Shown(_bare(line.text), size, part.row + at if block.look.rows == 1 else None)
    if block.entry and part.end >= len(block.lines):
        yield Shown("", leader=True)
        yield Shown(str(paged.starts[block.entry]), size)


def _rows(block: TableBlock, part: Placed) -> tuple[Row, ...]:
    head = block.table[: block.header] if part.head else ()
    return (*head, *block.table[part.start : part.end])


def _bare(text: str) -> str:
    return "".join(text.split())
