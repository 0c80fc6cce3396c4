"""Underlines in a bulletin: figures from the ledger lightly, flags as what they are."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from typing_extensions import override

from desk.bulletins.passage import TITLE, Flag, FlagKind, Passage
from ui import style
from ui.bulletins.flag_words import COLOURS
from ui.bulletins.text_edit import BulletinEdit
from ui.editor.offsets import to_units

_LINE = QTextCharFormat.UnderlineStyle
_LINES = {
    FlagKind.HAND: _LINE.WaveUnderline,
    FlagKind.CHANGED: _LINE.WaveUnderline,
    FlagKind.UNCHECKED: _LINE.DotLine,
}
_FACES = {1: style.hei_face, 2: style.kai_face}


class BulletinMarks(QSyntaxHighlighter):
    """Draws what is known of the text; what was typed since is drawn when it is looked at again."""

    def __init__(self, edit: BulletinEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._flags: dict[str, list[Flag]] = {}
        self._texts: dict[str, str] = {}

    def show_flags(self, flags: Iterable[Flag], passages: Sequence[Passage]) -> None:
        """Mark the flags found in these passages."""
        self._texts = {one.key: one.text for one in passages}
        self._flags = {}
        for one in flags:
            self._flags.setdefault(one.key, []).append(one)
        self.rehighlight()

    def tip_at(self, point: QPoint) -> str:
        """What is to be said of the words at a point of the view; "" for nothing."""
        cursor = self._edit.cursorForPosition(point)
        origin, text = self._edit.origin(cursor.block()), cursor.block().text()
        if origin is None:
            return ""
        at = cursor.positionInBlock()
        for flag in self._at(origin.key, text):
            if to_units(text, flag.start) <= at <= to_units(text, flag.end):
                return flag.sentence
        for start, end, name in figures_in(origin, text):
            if to_units(text, start) <= at <= to_units(text, end):
                return f"取自台账：{name}"
        return ""

    def _at(self, key: str, text: str) -> list[Flag]:
        held = self._flags.get(key, []) if self._texts.get(key) == text.strip() else []
        return [one for one in held if one.end > one.start]

    @override
    def highlightBlock(self, text: str) -> None:
        origin = self._edit.origin(self.currentBlock())
        if origin is None:
            return
        self._draw_face(origin, text)
        for start, end, _name in figures_in(origin, text):
            self._draw(text, start, end, _LINE.SingleUnderline, style.LINE)
        for flag in self._at(origin.key, text):
            self._draw(text, flag.start, flag.end, _LINES[flag.kind], COLOURS[flag.kind])

    def _draw_face(self, origin: Passage, text: str) -> None:
        """Titles and headings in the faces they have on the page."""
        face = style.title_face if origin.key == TITLE else _FACES.get(origin.level)
        if face is not None:
            shape = QTextCharFormat()
            shape.setFontFamilies([face()])
            if origin.key == TITLE:
                shape.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, to_units(text, len(text)), shape)

    def _draw(
        self, text: str, start: int, end: int, line: QTextCharFormat.UnderlineStyle, colour: str
    ) -> None:
        first, last = to_units(text, start), to_units(text, end)
        shape = QTextCharFormat(self.format(first))
        shape.setUnderlineStyle(line)
        shape.setUnderlineColor(QColor(colour))
        self.setFormat(first, last - first, shape)


def figures_in(passage: Passage, text: str) -> Iterator[tuple[int, int, str]]:
    """Where figures of a passage still stand as they were written, with the names they have."""
    was = passage.written
    head = _common(was, text)
    room = min(len(was), len(text)) - head
    tail = min(_common(was[::-1], text[::-1]), room)
    end, moved = len(was) - tail, len(text) - len(was)
    # Of one place that was typed in nothing is left to compare, however long the passage.
    matcher = SequenceMatcher(None, was[head:end], text[head : len(text) - tail], autojunk=False)
    blocks = [(head + at, there - at, size) for at, there, size in matcher.get_matching_blocks()]
    for begin, shift, size in ((0, 0, head), *blocks, (end, moved, tail)):
        for one in passage.figures:
            if size and begin <= one.start and one.end <= begin + size:
                yield one.start + shift, one.end + shift, one.name


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
