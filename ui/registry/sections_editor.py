"""The sections of a publication: add, rename in place, reorder, remove."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.publications import Section
from ui import style

_ID = int(Qt.ItemDataRole.UserRole)


class SectionsEditor(QWidget):
    """A short list whose lines can be typed over and dragged."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        triggers = QAbstractItemView.EditTrigger
        self.list.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.list.setToolTip("双击或 F2 改名，拖动换次序")
        self.list.setMinimumHeight(80)
        self.setFocusProxy(self.list)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        self._button(row, "添加栏目", "在末尾添加一个栏目", self.add)
        self._button(row, "上移", "往前排一位", lambda: self._move(-1))
        self._button(row, "下移", "往后排一位", lambda: self._move(1))
        self._button(row, "去掉", "去掉选中的栏目；已有条目或分值的不能去掉", self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(row)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these sections."""
        self.list.clear()
        for section in sections:
            self._line(section.name, section.id)

    def sections(self) -> tuple[Section, ...]:
        """The sections in their order."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return tuple(
            Section(item.text().strip(), number, int(item.data(_ID)))
            for number, item in enumerate(items)
        )

    def add(self) -> None:
        """Add a section and let its name be typed."""
        item = self._line("新栏目", 0)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def remove(self) -> None:
        """Take the current section out."""
        self.list.takeItem(self.list.currentRow())

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if at >= 0 and 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)

    def _line(self, name: str, section_id: int) -> QListWidgetItem:
        item = QListWidgetItem(name, self.list)
        item.setData(_ID, section_id)
        flags = item.flags() | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        return item

    @staticmethod
    def _button(row: QHBoxLayout, text: str, tip: str, slot: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        row.addWidget(button)
