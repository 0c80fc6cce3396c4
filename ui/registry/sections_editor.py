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

from desk.publications import Limits, Section
from ui import style
from ui.registry.limits_edit import LimitsEdit

_ID = int(Qt.ItemDataRole.UserRole)
_LIMITS = _ID + 1


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
        self.limits = LimitsEdit()
        self.limits.setToolTip("选中的栏目自己的篇幅；不限时按刊物的")
        self.limits.edited.connect(self._keep_limits)
        self.list.currentItemChanged.connect(self._show_limits)
        column.addWidget(self.limits)
        self._show_limits(None)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these sections."""
        self.list.clear()
        for section in sections:
            self._line(section.name, section.id, section.limits)
        self._show_limits(None)

    def sections(self) -> tuple[Section, ...]:
        """The sections in their order."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return tuple(
            Section(item.text().strip(), number, int(item.data(_ID)), item.data(_LIMITS))
            for number, item in enumerate(items)
        )

    def add(self) -> None:
        """Add a section and let its name be typed."""
        item = self._line("新栏目", 0, Limits())
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

    def _show_limits(self, item: QListWidgetItem | None) -> None:
        self.limits.setEnabled(item is not None)
        self.limits.show_limits(item.data(_LIMITS) if item else Limits())

    def _keep_limits(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            item.setData(_LIMITS, self.limits.limits())

    def _line(self, name: str, section_id: int, limits: Limits) -> QListWidgetItem:
        item = QListWidgetItem(name, self.list)
        item.setData(_ID, section_id)
        item.setData(_LIMITS, limits)
        flags = item.flags() | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        return item

    @staticmethod
    def _button(row: QHBoxLayout, text: str, tip: str, slot: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        row.addWidget(button)
