"""Find and replace words in the texts of a draft: its title, paragraphs, cells and captions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from desk.body import Block, Body, Paragraph, Picture, Run, Table, level_of

Span = tuple[int, int]
TITLE = -1  # the block of the title
CAPTION = -1  # the row of a caption
_NARROW = {0x3000: " "} | {0xFEE0 + sign: chr(sign) for sign in range(0x21, 0x7F)}


class Cell(NamedTuple):
    """A text of a block: a table's cell, a caption, or all of a paragraph."""

    row: int = 0
    column: int = 0


class Spot(NamedTuple):
    """Where words stand: the block by number, the text in it, the characters."""

    block: int
    cell: Cell
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words to find; ``any_width`` takes full and half width for one."""

    words: str
    match_case: bool = False
    any_width: bool = False

    def spans(self, text: str) -> list[Span]:
        """Where the words stand, from the left, none overlapping."""
        wanted = self._key(self.words)
        if not wanted:
            return []
        looked, found = self._key(text), []
        at = looked.find(wanted)
        while at >= 0:
            found.append((at, at + len(wanted)))
            at = looked.find(wanted, at + len(wanted))
        return found

    def _key(self, text: str) -> str:
        """The text with what makes no difference evened out; places stay what they are."""
        wide = text.translate(_NARROW) if self.any_width else text
        lower = wide if self.match_case else wide.lower()
        return lower if len(lower) == len(text) else wide  # İ alone grows by its lower case


def texts_of(block: Block) -> Iterator[tuple[Cell, str]]:
    """The texts of a block in reading order."""
    if isinstance(block, Paragraph):
        yield Cell(), block.text
        return
    if isinstance(block, Table):
        yield Cell(CAPTION), block.caption
        for number, row in enumerate(block.rows):
            for column, text in enumerate(row):
                yield Cell(number, column), text
    else:
        yield Cell(CAPTION), block.caption


def spots_in(title: str, body: Body, pattern: Pattern) -> list[Spot]:
    """Every place of the words in a draft's texts, in reading order."""
    found = [Spot(TITLE, Cell(), *span) for span in pattern.spans(title)]
    for number, block in enumerate(body.blocks):
        for cell, text in texts_of(block):
            found += [Spot(number, cell, *span) for span in pattern.spans(text)]
    return found


def replaced(title: str, body: Body, spots: Iterable[Spot], new: str) -> tuple[str, Body]:
    """The texts with words at these places replaced."""
    blocks = list(body.blocks)
    for number, some in groupby(sorted(spots), key=lambda spot: spot.block):
        if number == TITLE:
            title = _swapped(title, [(one.start, one.end) for one in some], new)
        else:
            blocks[number] = replaced_in(blocks[number], list(some), new)
    return title, Body(tuple(blocks))


def replaced_in(block: Block, spots: Sequence[Spot], new: str) -> Block:
    """A block with words at these places of its texts replaced."""
    spans: dict[Cell, list[Span]] = {}
    for one in sorted(spots):
        spans.setdefault(one.cell, []).append((one.start, one.end))
    if isinstance(block, Paragraph):
        return _paragraph(block, spans[Cell()], new)
    caption = _swapped(block.caption, spans.pop(Cell(CAPTION), []), new)
    if isinstance(block, Picture):
        return replace(block, caption=caption)
    rows = [list(row) for row in block.rows]
    for cell, some in spans.items():
        rows[cell.row][cell.column] = _swapped(rows[cell.row][cell.column], some, new)
    return replace(block, rows=tuple(map(tuple, rows)), caption=caption)


def _swapped(text: str, spans: Sequence[Span], new: str) -> str:
    for start, end in reversed(spans):
        text = text[:start] + new + text[end:]
    return text


def _paragraph(block: Paragraph, spans: Sequence[Span], new: str) -> Paragraph:
    """New words take the weight of the first character they replace."""
    signs = [(sign, run.bold) for run in block.runs for sign in run.text]
    for start, end in reversed(spans):
        signs[start:end] = [(sign, signs[start][1]) for sign in new]
    runs = tuple(
        Run("".join(sign for sign, _bold in some), bold)
        for bold, some in groupby(signs, key=lambda one: one[1])
    )
    changed = replace(block, runs=runs)
    numbered = level_of(changed.text)
    kept = numbered == level_of(block.text)
    return changed if kept else replace(changed, level=numbered)
