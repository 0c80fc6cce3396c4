"""A card of the 今日 page: a heading with its figure, and lines that lead to their place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from ui import style

_NOTE_WIDTH = 168
_LINE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, at its right what there is to know, and where it leads."""

    text: str
    note: str
    open: Callable[[], None]


class Card(QFrame):
    """Heading, count and lines; what it says when there is nothing."""

    def __init__(self, title: str, empty: str, look: style.Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self._empty = empty
        heading = QLabel(title)
        heading.setObjectName("sectionTitle")
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.list = _list(title, look.px(_NOTE_WIDTH))
        row = QHBoxLayout()
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)

    @property
    def lines(self) -> list[str]:
        """What the lines say, left and right."""
        items = (self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount()))
        return [f"{item.text(0)}　{item.text(1)}".strip() for item in items]

    def show_lines(self, lines: Sequence[Line], unit: str = "条") -> None:
        """Show the lines; ``unit`` is the measure word of the count."""
        self.count.setText(f"{len(lines)} {unit}" if lines else "")
        self.list.clear()
        for line in lines:
            item = QTreeWidgetItem([line.text, line.note])
            item.setToolTip(0, line.text)
            item.setToolTip(1, line.note)
            item.setData(0, _LINE, line)
            self.list.addTopLevelItem(item)
        if not lines:
            item = QTreeWidgetItem([self._empty])
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addTopLevelItem(item)


def _list(name: str, note_width: int) -> QTreeWidget:
    made = QTreeWidget()
    made.setAccessibleName(name)
    made.setToolTip("Enter 或双击打开")
    made.setColumnCount(2)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setIndentation(0)
    made.setUniformRowHeights(True)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    made.header().resizeSection(1, note_width)
    made.itemActivated.connect(_open)
    return made


def _open(item: QTreeWidgetItem) -> None:
    line = item.data(0, _LINE)
    if isinstance(line, Line):
        line.open()
