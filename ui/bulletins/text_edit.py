"""The text of a bulletin: a paragraph is a passage, and knows what it was written as."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from desk.body import level_of
from desk.bulletins.passage import SIGNED, TITLE, TO, Passage
from ui import style
from ui.keys import bind

_ORIGIN = QTextFormat.Property.UserProperty.value + 1  # which passage a paragraph came from
_LEADING = 8.0  # pixels between lines
_PIXELS = 17
_ALIGNED = {TITLE: Qt.AlignmentFlag.AlignHCenter, SIGNED: Qt.AlignmentFlag.AlignRight}


class BulletinEdit(QTextEdit):
    """Edits passages; what was typed below or above them is the office's own.

    Signals:
        edited(): the clerk changed the text, or took a change back.
    """

    edited = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setAccessibleName("通报正文")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        face = self.font()
        face.setFamily(style.reading_face())
        face.setPixelSize(look.px(_PIXELS))
        self.document().setDefaultFont(face)
        self.document().setDocumentMargin(look.px(20))
        self._origins: list[Passage] = []
        self._loading = False
        self.document().contentsChange.connect(self._on_change)
        bind(self, "Alt+Up", lambda: self.move_passage(-1))
        bind(self, "Alt+Down", lambda: self.move_passage(1))

    def load(self, passages: Sequence[Passage]) -> None:
        """Show passages, without a history of changes."""
        self._loading = True
        self._origins = []
        self.document().setUndoRedoEnabled(False)
        self._put(passages)
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._loading = False

    def exchange(self, passages: Sequence[Passage]) -> None:
        """Put other passages in place of all, as one change that can be undone."""
        at = self.textCursor().position()
        self._put(passages)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def passages(self) -> tuple[Passage, ...]:
        """What stands in the text now; empty paragraphs are none."""
        return tuple(one for _block, one in self.placed())

    def placed(self) -> Iterator[tuple[QTextBlock, Passage]]:
        """The passages with their paragraphs.

        The first paragraph of a passage that was split is the passage, the others are own ones.
        """
        seen: set[str] = set()
        own = 0
        block = self.document().begin()
        while block.isValid():
            text = block.text().strip()
            if text:
                origin = self.origin(block)
                if origin is None or origin.key in seen:
                    own += 1
                    origin = Passage(_free(own, seen), "", "")
                seen.add(origin.key)
                yield block, replace(origin, text=text, level=level_of(text))
            block = block.next()

    def origin(self, block: QTextBlock) -> Passage | None:
        """What a paragraph was made from; None for one that was typed."""
        number = block.blockFormat().intProperty(_ORIGIN)
        return self._origins[number - 1] if 0 < number <= len(self._origins) else None

    def current_key(self) -> str:
        """The passage the cursor stands in; "" in an empty paragraph."""
        here = self.textCursor().block()
        return next((one.key for block, one in self.placed() if block == here), "")

    def go_to(self, key: str, start: int = 0, end: int = 0) -> None:
        """Select a place of a passage, in UTF-16 units, and bring it into view."""
        for block, one in self.placed():
            if one.key == key:
                cursor = QTextCursor(block)
                last = block.length() - 1
                cursor.setPosition(block.position() + min(start, last))
                cursor.setPosition(
                    block.position() + min(end, last), QTextCursor.MoveMode.KeepAnchor
                )
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
                return

    def move_passage(self, step: int) -> None:
        """Move the paragraph of the cursor one up (-1) or down (+1)."""
        here = self.textCursor().block()
        other = here.next() if step > 0 else here.previous()
        if self.isReadOnly() or not other.isValid():
            return
        upper, lower = (other, here) if step < 0 else (here, other)
        offset = self.textCursor().positionInBlock()
        texts = [(one.text(), one.blockFormat()) for one in (lower, upper)]
        cursor = QTextCursor(upper)
        cursor.beginEditBlock()
        end = lower.position() + lower.length() - 1
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(texts[0][1])
        cursor.insertText(texts[0][0])
        middle = cursor.position()
        cursor.insertBlock(texts[1][1])
        cursor.insertText(texts[1][0])
        cursor.endEditBlock()
        moved = self.textCursor()
        begin = self.document().findBlock(middle)
        moved.setPosition((begin.next() if step > 0 else begin).position() + offset)
        self.setTextCursor(moved)

    def _put(self, passages: Sequence[Passage]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, one in enumerate(passages):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._shape(one))
            cursor.insertText(one.text)
        cursor.endEditBlock()

    def _shape(self, passage: Passage) -> QTextBlockFormat:
        self._origins.append(passage)
        shape = QTextBlockFormat()
        role = passage.key.partition("-")[0]
        shape.setAlignment(_ALIGNED.get(role, Qt.AlignmentFlag.AlignLeft))
        if role not in (TITLE, TO, SIGNED):
            shape.setTextIndent(2.0 * self.document().defaultFont().pixelSize())
        shape.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        shape.setBottomMargin(4)
        shape.setProperty(_ORIGIN, len(self._origins))
        return shape

    def _on_change(self, _at: int, removed: int, added: int) -> None:
        if not self._loading and (removed or added):
            self.edited.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, a paragraph a line."""
        lines = (line.strip() for line in source.text().splitlines())
        self.textCursor().insertText("\n".join(line for line in lines if line))


def _free(number: int, seen: set[str]) -> str:
    """A key for an own passage."""
    while f"own-{number}" in seen:
        number += 1
    return f"own-{number}"
