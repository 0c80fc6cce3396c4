"""A card of the 今日 page: a heading with its figure, and lines that lead to their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

_LINE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it says, at its right what it adds, and where it leads."""

    text: str
    open: Callable[[], None]
    tip: str = ""


class Card(QFrame):
    """Heading, count and lines; what it says when there is nothing."""

    def __init__(self, title: str, empty: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._empty = empty
        heading = QLabel(title)
        heading.setObjectName("sectionTitle")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setToolTip("Enter 或双击打开")
        self.list.itemActivated.connect(_open)
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)

    def show_lines(self, lines: Sequence[Line], unit: str = "条") -> None:
        """Show the lines; ``unit`` is the measure word of the count."""
        self.count.setText(f"{len(lines)} {unit}" if lines else "")
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setToolTip(line.tip or line.text)
            item.setData(_LINE, line)
            self.list.addItem(item)
        if not lines:
            item = QListWidgetItem(self._empty)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)


def _open(item: QListWidgetItem) -> None:
    line = item.data(_LINE)
    if isinstance(line, Line):
        line.open()
