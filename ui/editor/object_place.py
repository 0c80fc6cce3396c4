"""One table or picture in a text while it is edited: where it stands now, and its new versions."""

from PySide6.QtGui import QTextCursor, QTextDocument

from desk.body import Picture, Table
from ui.editor import document as documents


class ObjectPlace:
    """Follows the object at a position; all that is written to it is undone as one step.

    ``joined`` says that the text's last change belongs to that step: the object was just put in.
    """

    def __init__(self, document: QTextDocument, position: int, *, joined: bool = False) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._cursor.setPosition(position)
        self._cursor.setKeepPositionOnInsert(True)
        self._state = document.revision() if joined else -1
        self.block = documents.object_at(document, position)

    @property
    def position(self) -> int:
        """Where its character stands."""
        return self._cursor.position()

    @property
    def now(self) -> Table | Picture | None:
        """What stands there now; another than ``block`` where somebody else has changed it."""
        return documents.object_at(self._document, self.position)

    def write(self, block: Table | Picture) -> None:
        """Put a new version in its place."""
        if block == self.block or type(self.now) is not type(block):
            return
        edit = self._taken()
        self.block = block
        documents.exchange(edit, block)
        edit.endEditBlock()
        self._state = self._document.revision()

    def remove(self) -> None:
        """Take it out of the text, with its line."""
        edit = self._taken()
        edit.removeSelectedText()
        if edit.block().length() == 1 and edit.block().next().isValid():
            edit.deleteChar()
        edit.endEditBlock()
        self.block = None

    def _taken(self) -> QTextCursor:
        """A cursor that selects it, inside the step of what was written before."""
        edit = QTextCursor(self._document)
        if self._document.revision() == self._state:
            edit.joinPreviousEditBlock()
        else:
            edit.beginEditBlock()
        edit.setPosition(self.position)
        edit.setPosition(self.position + 1, QTextCursor.MoveMode.KeepAnchor)
        return edit
