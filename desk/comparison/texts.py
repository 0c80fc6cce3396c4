"""Compare two texts: title and body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.body import Block, Body, Paragraph, Picture, Table
from desk.comparison.aligning import Group, align
from desk.comparison.model import Comparison, Fate, Piece, Pieces, Row, Sort
from desk.comparison.pairing import Pair, paired
from desk.comparison.pieces import compare_texts
from desk.comparison.remarks import of_paragraphs, of_pictures, of_tables
from desk.comparison.tables import compare_tables

_OBJECT = 20  # what a table or picture weighs, in characters, beside its own
_NO_TABLE = Table((), 0)


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared."""

    title: str
    body: Body


def compare(old: Text, new: Text) -> Comparison:
    """Compare two texts; what is neither changed nor moved is told too."""
    before, after = old.body.blocks, new.body.blocks
    groups = align(
        [_joinable(one) for one in before],
        [_joinable(one) for one in after],
        _pairs(before, after),
        [_weight(one) for one in after],
    )
    numbers, others = _numbers(before), _numbers(after)
    moved = {one.old.start: others[one.new.start] for one in groups if one.is_moved and one.new}
    rows = []
    for group in groups:
        here = numbers[group.old.start] if group.old else 0
        there = others[group.new.start] if group.new else moved.get(group.old.start, 0)
        rows.append(replace(_row(group, before, after), old_at=here, new_at=there))
    return Comparison(compare_texts(old.title, new.title), tuple(rows))


def _joinable(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _weight(block: Block) -> int:
    return len(_key(block)) + (1 if isinstance(block, Paragraph) else _OBJECT)


def _key(block: Block) -> str:
    """By what a block is known again."""
    match block:
        case Paragraph():
            return block.text
        case Table():
            return "\n".join([block.caption, *("\t".join(row) for row in block.rows)])
        case Picture():
            return block.digest


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> dict[Pair, float]:
    """Which blocks belong together: paragraphs, tables and pictures each among themselves."""
    found: dict[Pair, float] = {}
    for kind in (Paragraph, Table, Picture):
        left, right = _places(old, kind), _places(new, kind)
        keys = [_key(old[at]) for at in left], [_key(new[at]) for at in right]
        found |= {
            (left[one], right[two]): like
            for (one, two), like in paired(*keys).items()
            if kind is not Picture or like == 1
        }
    return found


def _places(blocks: Sequence[Block], kind: type[Block]) -> list[int]:
    return [at for at, one in enumerate(blocks) if isinstance(one, kind)]


def _numbers(blocks: Sequence[Block]) -> list[int]:
    """The number of each paragraph; of other blocks, that of the paragraph above."""
    found, count = [], 0
    for block in blocks:
        count += isinstance(block, Paragraph)
        found.append(count)
    return found


def _row(group: Group, old: Sequence[Block], new: Sequence[Block]) -> Row:
    before = tuple(old[at] for at in group.old)
    after = tuple(new[at] for at in group.new)
    if not after:
        return _one_sided(Fate.LEFT if group.is_moved else Fate.REMOVED, before, Sort.GONE)
    if not before:
        return _one_sided(Fate.ADDED, after, Sort.COME)
    row = _both(before, after)
    return replace(row, fate=Fate.MOVED) if group.is_moved else row


def _one_sided(fate: Fate, blocks: tuple[Block, ...], sort: Sort) -> Row:
    """What only one side has."""
    old, new = (blocks, ()) if sort is Sort.GONE else ((), blocks)
    block = blocks[0]
    if isinstance(block, Table):
        pair = (block, _NO_TABLE) if sort is Sort.GONE else (_NO_TABLE, block)
        return Row(fate, old, new, grid=compare_tables(*pair))
    text = "\n".join(_words(one) for one in blocks)
    return Row(fate, old, new, (Piece(sort, text),) if text else ())


def _words(block: Block) -> str:
    return block.caption if isinstance(block, Picture) else _joinable(block)


def _both(old: tuple[Block, ...], new: tuple[Block, ...]) -> Row:
    grid = None
    pieces: Pieces = ()
    if isinstance(old[0], Table) and isinstance(new[0], Table):
        grid = compare_tables(old[0], new[0])
    else:
        pieces = compare_texts(*("\n".join(_words(one) for one in side) for side in (old, new)))
    remarks = tuple(_remarks(old, new, pieces))
    is_changed = (
        remarks or (grid and grid.is_changed) or any(one.sort is not Sort.KEPT for one in pieces)
    )
    return Row(Fate.CHANGED if is_changed else Fate.SAME, old, new, pieces, grid, remarks)


def _remarks(old: tuple[Block, ...], new: tuple[Block, ...], pieces: Pieces) -> Iterator[str]:
    match old[0], new[0]:
        case Paragraph(), Paragraph():
            left = [one for one in old if isinstance(one, Paragraph)]
            yield from of_paragraphs(
                left, [one for one in new if isinstance(one, Paragraph)], pieces
            )
        case Table() as before, Table() as after:
            yield from of_tables(before, after)
        case Picture() as before, Picture() as after:
            yield from of_pictures(before, after)
