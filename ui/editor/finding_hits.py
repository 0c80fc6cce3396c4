"""The places of searched words in the texts on show, and putting other words there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desk.body import Paragraph
from desk.writing import finding
from desk.writing.finding import Cell, Pattern
from ui.editor import document as documents
from ui.editor.marks import Spot
from ui.editor.offsets import to_units, units
from ui.editor.table_places import At
from ui.editor.way_back import WayBack

_HERE = "#ffc94d"  # behind the cell that is shown now


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: in UTF-16 units of its document, and for a cell in the cell's characters too."""

    rank: int  # of its text among those searched
    start: int
    end: int
    cell: Cell | None = None
    span: tuple[int, int] = (0, 0)

    @property
    def order(self) -> tuple[int, int, tuple[int, ...], int]:
        """By what hits follow one another."""
        return self.rank, self.start, tuple(self.cell or ()), self.span[0]

    @property
    def shown(self) -> tuple[int, int]:
        """What is selected where it is shown; before a table the cursor only stands."""
        return self.start, self.start if self.cell is not None else self.end

    def spot(self, *, here: bool) -> Spot:
        """How it is set off."""
        if self.cell is None:
            return Spot(self.start, self.end)
        ground = {"ground": _HERE} if here else {}
        return Spot(self.start, self.end, (At(*self.cell),), **ground)


def hits_in(document: QTextDocument, pattern: Pattern, rank: int) -> list[Hit]:
    """Every place of the words in a document, in order."""
    found: list[Hit] = []
    block = document.begin()
    while block.isValid():
        found += _in_block(block, pattern, rank)
        block = block.next()
    return found


def _in_block(block: QTextBlock, pattern: Pattern, rank: int) -> Iterator[Hit]:
    text, at = block.text(), block.position()
    narrow = units(text) == len(text)
    found = [
        Hit(rank, at + start, at + end)
        if narrow
        else Hit(rank, at + to_units(text, start), at + to_units(text, end))
        for start, end in pattern.spans(text)
    ]
    if documents.is_object(block):
        found += _in_objects(block, pattern, rank)
        found.sort(key=lambda hit: hit.order)
    yield from found


def _in_objects(block: QTextBlock, pattern: Pattern, rank: int) -> Iterator[Hit]:
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        shape = fragment.charFormat()
        if shape.objectType() == documents.OBJECT:
            held = documents.block_of(shape)
            for at in range(fragment.position(), fragment.position() + fragment.length()):
                for cell, text in finding.texts_of(held):
                    for span in pattern.spans(text):
                        yield Hit(rank, at, at + 1, cell, span)
        piece += 1


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words that were replaced, and the way back while nothing else has changed."""

    count: int
    way_back: WayBack


def replace(views: Sequence[QTextEdit], hits: Sequence[Hit], new: str) -> Replaced:
    """Put other words in the places of hits: in each text as one change."""
    changed = []
    for rank, some in groupby(hits, key=lambda hit: hit.rank):
        document = views[rank].document()
        _replace(document, list(some), new)
        changed.append(document)
    return Replaced(len(hits), WayBack(changed))


def _replace(document: QTextDocument, hits: Sequence[Hit], new: str) -> None:
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start, some in groupby(reversed(hits), key=lambda hit: hit.start):
        here = list(some)
        cursor.setPosition(start + 1)
        shape = cursor.charFormat()  # of the first character replaced
        cursor.setPosition(start)
        cursor.setPosition(here[0].end, QTextCursor.MoveMode.KeepAnchor)
        cells = [finding.Spot(0, one.cell, *one.span) for one in here if one.cell is not None]
        if cells:
            changed = finding.replaced_in(documents.block_of(shape), cells, new)
            assert not isinstance(changed, Paragraph)  # noqa: S101 - it was a table or picture
            documents.exchange(cursor, changed)
        else:
            cursor.insertText(new, shape)
    cursor.endEditBlock()
