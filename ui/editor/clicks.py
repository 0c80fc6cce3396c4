"""Tells when the clerk clicks into a text, without taking the click from it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Clicks(QObject):
    """Watches some widgets.

    Signals:
        clicked(): the left button was let go over one of them.
    """

    clicked = Signal()

    def __init__(self, parent: QObject, widgets: Iterable[QWidget]) -> None:
        super().__init__(parent)
        for widget in widgets:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        let_go = event.type() == QEvent.Type.MouseButtonRelease
        if (
            let_go
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.clicked.emit()
        return False
