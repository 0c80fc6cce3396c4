"""The box of a leader's words (领导批示) between the contents list and the items."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.layout.content import IssueContent
from desk.layout.fonts import Face, Fonts
from desk.layout.grid import CELL, Grid
from desk.layout.items import INDENT
from desk.layout.model import Block, Line, Look, Piece, TextBlock
from desk.layout.setting import clean, pieces_of, text_block
from desk.layout.styles import InstructionStyle

SIDES, TOP, BOTTOM = "s", "t", "b"
_LOOK = Look(left=CELL, right=CELL)  # whole cells: Word breaks its lines where the PDF does


def labelled(label: str) -> str:
    """A label as it is printed: 编者按：, with its colon."""
    return clean(label).strip().rstrip(":：") + "："


def instruction_box(
    content: IssueContent, style: InstructionStyle, fonts: Fonts, grid: Grid
) -> list[TextBlock]:
    """The label and the words, or the lines that the template keeps free for them."""
    words = [
        text_block(pieces, replace(_LOOK, first=INDENT), fonts, grid)
        for paragraph in content.instruction.paragraphs
        if (pieces := pieces_of(paragraph, style.face))
    ]
    blank = TextBlock((), _LOOK, (Line((), 0.0, 0.0, last=True),), keep=True)
    inside = words or [blank] * style.reserve
    if not inside:
        return []
    label = Piece(labelled(content.instruction_label or style.label), Face.HEI)
    first = replace(text_block((label,), _LOOK, fonts, grid), keep=True, frame=SIDES + TOP)
    middle = [replace(block, frame=SIDES) for block in inside[:-1]]
    return [first, *middle, replace(inside[-1], keep=False, frame=SIDES + BOTTOM)]


def spaced(above: Sequence[Block], box: list[TextBlock], below: Sequence[Block]) -> Iterator[Block]:
    """The blocks in order, with one blank line above the box and one below it."""
    yield from above
    if not box:
        yield from below
        return
    first, *rest = box
    yield replace(first, before=int(not (above and above[-1].after)))
    yield from rest[:-1]
    yield replace(rest[-1], after=1)  # where a .docx has room for the lower edge
    for block in below[:1]:
        yield replace(block, before=max(0, block.before - 1))
    yield from below[1:]
