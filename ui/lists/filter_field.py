"""The field above a list that keeps only rows which show every word."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ui import style
from ui.icons import coloured
from ui.lists.memory_model import MemoryModel

_WIDTH = 240


class FilterField(QLineEdit):
    """Filters a list in memory as the clerk types.

    Signals:
        left(): ↓ or Enter: on to the list.
    """

    left = Signal()

    def __init__(self, model: MemoryModel[Any], look: style.Look) -> None:
        super().__init__(placeholderText="筛选　Ctrl+F", clearButtonEnabled=True)
        self.addAction(coloured("search", style.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self.setToolTip("几个词用空格隔开，都要出现（Ctrl+F）")
        self.setFixedWidth(look.px(_WIDTH))
        self.textChanged.connect(model.set_filter)
        self.returnPressed.connect(self.left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
