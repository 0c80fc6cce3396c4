"""The text being edited."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from desk.body import Body
from ui.editor import document as documents
from ui.editor.marks import Mark
from ui.editor.objects import Pictures
from ui.editor.pasting import pasted_blocks
from ui.editor.text_view import TextView

_OWN = "application/x-infodesk-blocks"
_READ_ONLY = Qt.TextInteractionFlag.TextSelectableByMouse | (
    Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class BodyEdit(TextView):
    """Edits a body: plain paragraphs with bold, and tables and pictures as they are.

    Signals:
        edited(): the clerk changed the text.
    """

    edited = Signal()

    def __init__(self, pictures: Pictures, pixels: int) -> None:
        super().__init__(pictures, pixels)
        self._quiet = False
        self._touched = (0, 0)
        self.document().contentsChange.connect(self._on_change)
        self.document().contentsChanged.connect(self._on_changed)
        self.allow_editing(on=True)

    def allow_editing(self, *, on: bool) -> None:
        """Let the clerk edit, or only read and copy."""
        if on is not self.isReadOnly():
            return
        self.setReadOnly(not on)
        flags = Qt.TextInteractionFlag.TextEditorInteraction if on else _READ_ONLY
        self.setTextInteractionFlags(flags)
        self.document().setUndoRedoEnabled(on)

    @override
    def show_body(self, body: Body) -> None:
        self._quiet = True
        super().show_body(body)
        self._quiet = False

    def reading(self) -> documents.Reading:
        """The text as it is now, with the places of its paragraphs."""
        return documents.read(self.document())

    def resize_text(self, pixels: int) -> None:
        """Show the text larger or smaller; nothing changes in it."""
        if pixels == self.pixels or self.document().isRedoAvailable():
            return
        self._quiet = True
        self._dress(pixels)
        documents.reshape(self.document())
        self._quiet = False
        self._fit()

    def toggle_bold(self) -> None:
        """Make the selection bold, or what is typed next; or take it back."""
        if self.isReadOnly():
            return
        bold = self.fontWeight() < QFont.Weight.DemiBold.value
        shape = QTextCharFormat()
        shape.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        self.mergeCurrentCharFormat(shape)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasFormat(_OWN)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        own = source.data(_OWN) if source.hasFormat(_OWN) else None
        blocks = documents.undump(own.toStdString()) if own is not None else pasted_blocks(source)
        cursor = self.textCursor()
        documents.insert(cursor, blocks)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        found = documents.read(self.document(), cursor.selectionStart(), cursor.selectionEnd()).body
        copied = QMimeData()
        copied.setText(found.text)
        copied.setData(_OWN, documents.dump(found.blocks).encode())
        return copied

    def _on_change(self, at: int, _removed: int, added: int) -> None:
        self._touched = (at, at + added)

    def _on_changed(self) -> None:
        if self._quiet or self.marks.is_drawing:
            return
        if not self.document().isRedoAvailable():  # an undone state was settled when it was made
            self._quiet = True
            self._settle(*self._touched)
            self._quiet = False
        self.edited.emit()

    def _settle(self, first: int, last: int) -> None:
        block = self.document().findBlock(first)
        while block.isValid() and block.position() <= last:
            settled = documents.settle(block)
            block = self.document().findBlock(first) if settled else block.next()


def jump(view: QTextEdit, mark: Mark) -> None:
    """Select a mark's place in a text and bring it into view."""
    cursor = view.textCursor()
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()


def fix(view: QTextEdit, marks: Sequence[Mark]) -> int:
    """Apply the fixes of marks whose text still stands, as one change; returns how many."""
    cursor = QTextCursor(view.document())
    done = 0
    edge = cursor.document().characterCount()
    cursor.beginEditBlock()
    for mark in sorted(marks, key=lambda mark: mark.start, reverse=True):
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        stands = cursor.selectedText().replace("\u2029", "\n") == mark.excerpt
        if mark.finding.fix is not None and stands and mark.end <= edge:
            cursor.insertText(mark.finding.fix)
            edge = mark.start
            done += 1
    cursor.endEditBlock()
    return done
