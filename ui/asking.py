"""A question that is no window: what is around it stays in use."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override


class Asking(QFrame):
    """Enter accepts, Esc refuses.

    Signals:
        closed(): nothing more is asked; give the keyboard back.
    """

    closed = Signal()

    def accept(self) -> None:
        """Take the answer, or say what it lacks."""
        raise NotImplementedError

    def refuse(self) -> None:
        """Take no answer."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.refuse()
        else:
            super().keyPressEvent(event)
