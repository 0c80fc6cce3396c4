"""The field above a list that keeps only rows which show every word."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from ui import style
from ui.icons import coloured
from ui.lists.memory_model import MemoryModel

_WIDTH = 240


class FilterField(QLineEdit):
    """Filters a list in memory as the clerk types."""

    def __init__(self, model: MemoryModel[Any], look: style.Look) -> None:
        super().__init__(placeholderText="筛选　Ctrl+F", clearButtonEnabled=True)
        self.addAction(coloured("search", style.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self.setToolTip("几个词用空格隔开，都要出现（Ctrl+F）")
        self.setFixedWidth(look.px(_WIDTH))
        self.textChanged.connect(model.set_filter)
