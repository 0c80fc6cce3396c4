"""Paragraphs that follow the size of their face, without costing what can be undone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor, QTextDocument
from typing_extensions import override

from desk.body import Level
from ui.editor import document as documents

if TYPE_CHECKING:
    from ui.editor.body_edit import BodyEdit


def follow(document: QTextDocument) -> None:
    """Indent all paragraphs for the document's face, as a step that ``Steps`` passes over."""
    like = documents.paragraph_format(document, Level.PLAIN, Level.PLAIN)
    shape = QTextBlockFormat()
    shape.setTextIndent(like.textIndent())
    shape.setLineHeight(like.lineHeight(), like.lineHeightType())
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(shape)
    cursor.endEditBlock()


class Steps(QObject):
    """Lets the keys for undo and redo pass over steps that only moved paragraphs."""

    def __init__(self, edit: "BodyEdit") -> None:
        super().__init__(edit)
        self._edit = edit
        edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        edit, document = self._edit, self._edit.document()
        if edit.isReadOnly():
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            self._step(edit.undo, document.isUndoAvailable)
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._step(edit.redo, document.isRedoAvailable)
        else:
            return False
        return True

    def _step(self, step: Callable[[], None], is_more: Callable[[], bool]) -> None:
        before = self._text()
        step()
        if is_more() and self._text() == before:
            step()

    def _text(self) -> tuple[str, object]:
        """Also as plain text, for a body has no empty paragraphs."""
        return self._edit.toPlainText(), self._edit.reading().body
