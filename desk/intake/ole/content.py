"""Walk a story of a .doc in order, keeping what a reader of the page would see."""

import re
from dataclasses import dataclass

from desk.intake.counting import Numbering
from desk.intake.document import Block, Line
from desk.intake.lines import Lines
from desk.intake.looks import Look
from desk.intake.ole.document import Mark, Stretch, WordDocument
from desk.intake.ole.drawings import inline
from desk.intake.ole.header import Story, Table
from desk.intake.ole.pieces import whole
from desk.intake.ole.rows import Rows
from desk.intake.ole.sprms import Sprm, number
from desk.intake.pictures import Album

_CELL, _PICTURE, _SHAPE = "\x07", "\x01", "\x08"
_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_BOX = 22  # bytes of what a text box says of itself
_PARAGRAPH = re.compile("[^\r\x07\x0c]*(?:[\r\x07\x0c]|$)")
_FIELD = re.compile("([\x13-\x15])")
_SYMBOL = "("  # stands for a character of a symbol font
_SHOWN = str.maketrans(
    {"\x0b": "\n", "\x0e": "\n", "\x1e": "-"}
    | {chr(code): None for code in (*range(9), 0x0F, *range(0x10, 0x1E), 0x1F, 0x7F)}
)


@dataclass(slots=True)
class Seen:
    """What was met on the way and must be told beside the text."""

    revised: bool = False
    hidden: int = 0  # characters


class Content:
    """One walk over the stories; ``seen`` fills on the way."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._numbering: Numbering = document.numbering()
        self._fields: list[bool] = []  # one per open field: whether its result is being read
        self._lines = Lines()  # outlives a paragraph whose end mark was deleted
        self._after: list[Block] = []  # what is anchored in the open paragraph
        self._floating = document.floating()
        self._boxes = document.parts(Story.BOXES, Table.BOXES, _BOX)
        self._open_boxes = set(range(1, len(self._boxes)))  # the last part is an end mark
        self.album = Album()
        self.seen = Seen()

    def blocks(self, span: range) -> list[Block]:
        """The paragraphs and tables of a stretch of the text, in order."""
        rows = Rows()
        outer = self._fields, self._lines, self._after
        self._fields, self._lines, self._after = [], Lines(), []
        for found in _PARAGRAPH.finditer(self._document.units, span.start, span.stop):
            if found.end() > found.start():
                self._paragraph(found.start(), found.end() - 1, rows)
        self._fields, self._lines, self._after = outer
        return rows.finish()

    def boxes(self) -> list[Block]:
        """The text boxes that no anchor has led to."""
        return [block for number in sorted(self._open_boxes) for block in self._box(number)]

    def _box(self, number: int) -> list[Block]:
        """A text box, once."""
        if number not in self._open_boxes:
            return []
        self._open_boxes.remove(number)
        return self.blocks(self._boxes[number - 1])

    def text(self, span: range) -> str:
        """A footnote or a comment as one line."""
        lines = (block.text.strip() for block in self.blocks(span) if isinstance(block, Line))
        return " ".join(lines)

    def _paragraph(self, start: int, end: int, rows: Rows) -> None:
        mark = self._document.mark(end)
        for stretch in self._document.stretches(start, end, mark.look):
            self._stretch(stretch)
        if self._is_mark_deleted(end, mark):
            return
        blocks = [*self._finished(mark.look), *self._after]
        self._after = []
        if mark.has(Sprm.ROW_END):
            rows.end_row(mark.found)
        elif mark.has(Sprm.IN_TABLE) or number(mark.found, Sprm.DEPTH):
            rows.add(blocks, ends_cell=self._document.units[end] == _CELL)
        else:
            rows.leave(blocks)

    def _is_mark_deleted(self, end: int, mark: Mark) -> bool:
        """Whether a revision joined the paragraph with the next one."""
        ending = next(self._document.stretches(end, end + 1, mark.look), None)
        deleted = ending is not None and bool(number(ending.found, Sprm.DELETED))
        self.seen.revised |= deleted
        return deleted and self._document.units[end] == "\r"

    def _finished(self, look: Look) -> list[Line]:
        """The lines of a paragraph, the first with its automatic number."""
        lines, self._lines = self._lines, Lines()
        if look.list_id not in {None, "0"} and lines.finish(look):
            lines.number(self._numbering.next(look.list_id or "", look.list_level or 0))
        return lines.finish(look)

    def _stretch(self, stretch: Stretch) -> None:
        units = self._document.units[stretch.start : stretch.end]
        if number(stretch.found, Sprm.DELETED):
            self.seen.revised = True
            return
        self.seen.revised |= bool(number(stretch.found, Sprm.INSERTED))
        place = stretch.start
        for part in _FIELD.split(units):
            if part in {_BEGIN, _SEPARATE, _END}:
                self._field(part)
            elif part and all(self._fields):
                self._add(part, place, stretch)
            place += len(part)

    def _field(self, sign: str) -> None:
        if sign == _BEGIN:
            self._fields.append(False)
        elif sign == _SEPARATE and self._fields:
            self._fields[-1] = True
        elif sign == _END and self._fields:
            self._fields.pop()

    def _add(self, units: str, start: int, stretch: Stretch) -> None:
        if stretch.look.hidden:
            self.seen.hidden += len(units.translate(_SHOWN))
            return
        place = number(stretch.found, Sprm.PICTURE)
        if _PICTURE in units and place is not None:
            self._keep(inline(self._document.data, place))
        if _SHAPE in units:
            shapes = (at for at, unit in enumerate(units, start) if unit == _SHAPE)
            for shape in filter(None, map(self._floating.get, shapes)):
                self._keep(shape.image)
                self._after += self._box(shape.box)
        symbol = stretch.found.get(Sprm.SYMBOL, b"")
        if units == _SYMBOL and len(symbol) == 4:  # noqa: PLR2004 - font, character
            units = _symbol(int.from_bytes(symbol[2:], "little"))
        self._lines.add(whole(units).translate(_SHOWN), stretch.look)

    def _keep(self, data: bytes | None) -> None:
        image = None if data is None else self.album.take(data)
        self._after += [image] if image else []


def _symbol(code: int) -> str:
    """A character by its code; the private ones of symbol fonts mean nothing outside them."""
    return chr(code) if 0x20 <= code < 0xD800 else ""  # noqa: PLR2004 - below the surrogates
