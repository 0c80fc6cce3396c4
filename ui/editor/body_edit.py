"""The text being edited."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from typing_extensions import override

from desk.body import Block, Body, Level
from desk.fragments import Fragment
from ui.editor import document as documents
from ui.editor.objects import Pictures
from ui.editor.pasting import pasted, pasted_pictures, pasted_plain
from ui.editor.text_view import TextView

_OWN = "application/x-infodesk-blocks"
_READ_ONLY = Qt.TextInteractionFlag.TextSelectableByMouse | (
    Qt.TextInteractionFlag.TextSelectableByKeyboard
)


_NEW_LINES = (
    QKeySequence.StandardKey.InsertParagraphSeparator,
    QKeySequence.StandardKey.InsertLineSeparator,  # a body has no line breaks
)


class BodyEdit(TextView):
    """Edits a body: plain paragraphs with bold, and tables and pictures as they are.

    Signals:
        edited(): the clerk changed the text.
        read_soon(): whoever holds words of the text is to put them in now.
        pasted(Fragment): this was put in; one with pictures waits for them to be kept.
        pictured(list[File]): put in these pictures.
    """

    edited = Signal()
    read_soon = Signal()
    pasted = Signal(object)
    pictured = Signal(object)

    def __init__(self, pictures: Pictures, pixels: int) -> None:
        super().__init__(pictures, pixels)
        self._quiet = False
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
        self.read_soon.emit()
        return documents.read(self.document())

    def resize_text(self, pixels: int) -> None:
        """Show the text larger or smaller.

        Indents follow only while there is nothing to undo or redo: Qt would count them as a step.
        """
        document = self.document()
        if pixels == self.pixels:
            return
        self._quiet = True
        self._dress(pixels)
        if not (document.isUndoAvailable() or document.isRedoAvailable()):
            documents.reshape(document)
            document.setUndoRedoEnabled(not self.isReadOnly())
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
        if source.hasUrls():
            return bool(pasted_pictures(source))
        return source.hasText() or source.hasHtml() or source.hasFormat(_OWN) or source.hasImage()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        pictures = [] if source.hasFormat(_OWN) else pasted_pictures(source)
        if pictures:
            self.pictured.emit(pictures)
        elif source.hasFormat(_OWN):
            own = source.data(_OWN).toStdString()
            self.insert(documents.undump(own))
        else:
            self._take(pasted(source))

    def paste_plain(self) -> None:
        """Put in the clipboard's text without anything else."""
        if not self.isReadOnly():
            self._take(pasted_plain(QGuiApplication.clipboard().mimeData()))

    def _take(self, found: Fragment) -> None:
        if not found.pictures:
            self.insert(found.blocks)
        self.pasted.emit(found)

    def insert(self, blocks: Sequence[Block]) -> None:
        """Put blocks in the place of what is selected, as one step."""
        self._leave_object()
        cursor = self.textCursor()
        documents.insert(cursor, blocks)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        self.copied.emit()
        cursor = self.textCursor()
        found = documents.read(self.document(), cursor.selectionStart(), cursor.selectionEnd()).body
        copied = QMimeData()
        copied.setText(found.text)
        copied.setData(_OWN, documents.dump(found.blocks).encode())
        return copied

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif any(event.matches(key) for key in _NEW_LINES):
            if not self._opened_object():
                self._new_paragraph()
        elif not self._stepped_over_object(event):
            if event.text().isprintable() and event.text():
                self._leave_object()
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._leave_object()
        super().inputMethodEvent(event)

    def _opened_object(self) -> bool:
        """Ask for the table or picture that is selected or begins at the cursor."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if end - start > 1 or documents.object_at(self.document(), start) is None:
            return False
        self.opened.emit(start, None)
        return True

    def _new_paragraph(self) -> None:
        """Begin a paragraph; a heading's level stays with its words."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        shape = documents.paragraph_format(self.document(), Level.PLAIN, Level.PLAIN)
        if cursor.atBlockStart():
            cursor.insertBlock()
            QTextCursor(cursor.block().previous()).setBlockFormat(shape)
        elif not cursor.atBlockEnd():
            kept = QTextBlockFormat(cursor.blockFormat())  # both halves have the same source
            kept.merge(shape)
            cursor.insertBlock(kept, QTextCharFormat())
        else:
            cursor.insertBlock(shape, QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _stepped_over_object(self, event: QKeyEvent) -> bool:
        """Step to a table or picture instead of pulling text onto its line."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        place, block = cursor.position(), cursor.block()
        if event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
            other, place = block.previous(), place - 1
        elif event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
            other, place = block.next(), place + 1
        else:
            return False
        if block.length() == 1 or not other.isValid():
            return False
        if not (documents.is_object(other) or documents.is_object(block)):
            return False
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        return True

    def _leave_object(self) -> None:
        """Give what is typed beside a table or picture a paragraph of its own."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not documents.is_object(cursor.block()):
            return
        before = cursor.atBlockStart()
        cursor.insertBlock()
        if before:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        self.setTextCursor(cursor)

    def _on_changed(self) -> None:
        if not (self._quiet or self.marks.is_drawing):
            self.edited.emit()
