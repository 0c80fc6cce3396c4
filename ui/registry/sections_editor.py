"""The sections of a publication: add, rename in place, reorder, remove."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.publication_changes import limits_text
from desk.publications import Limits, Section
from ui import style
from ui.flow_layout import FlowLayout
from ui.keys import bind
from ui.registry.limits_edit import LimitsEdit

_ID = int(Qt.ItemDataRole.UserRole)
_LIMITS = _ID + 1
_NAME, _LENGTH, _POINTS = range(3)
_AS_PUBLICATION = "同刊物"


class _Sections(QTreeWidget):
    """Only names are typed over: the other columns only tell. It asks for the room of two lines."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 6 * self.fontMetrics().lineSpacing())

    @override
    def edit(self, *args: Any) -> Any:
        if len(args) > 1 and args[0].column() != _NAME:
            return False
        return super().edit(*args)


class SectionsEditor(QWidget):
    """A short list whose names can be typed over and whose lines can be dragged.

    Signals:
        edited(): a section was added, renamed, limited, moved or removed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._points: Mapping[int | None, str] = {}
        self.list = _Sections()
        self._dress()
        self.setFocusProxy(self.list)
        self.limits = LimitsEdit()
        self.limits.setToolTip("选中的栏目自己的篇幅；不限时按刊物的")
        self.row = FlowLayout(style.GAP)
        self._button("添加", "在末尾添加一个栏目（Insert）", self.add)
        self._button("上移", "往前排一位（Alt+↑）", lambda: self._move(-1))
        self._button("下移", "往后排一位（Alt+↓）", lambda: self._move(1))
        self._button("去掉", "去掉选中的栏目（Delete）；已有条目或分值的不能去掉", self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self.limits)
        column.addLayout(self.row)
        self._connect()
        self._show_limits(None)

    def _dress(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.list.setHeaderLabels(["栏目", "篇幅", "分值"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.list.setToolTip("双击或 F2 改名，Insert 添加，Delete 去掉，Alt+↑↓ 或拖动换次序")
        self.list.setTabKeyNavigation(False)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for number in (_LENGTH, _POINTS):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self.limits.edited.connect(self._keep_limits)
        self.list.currentItemChanged.connect(lambda item, _former: self._show_limits(item))
        self.list.itemChanged.connect(self.edited)
        rows = self.list.model()
        for changed in (rows.rowsInserted, rows.rowsRemoved, rows.rowsMoved):
            changed.connect(lambda *_places: self.edited.emit())
        bind(self.list, "Insert", self.add)
        bind(self.list, "Delete", self.remove)
        bind(self.list, "Alt+Up", lambda: self._move(-1))
        bind(self.list, "Alt+Down", lambda: self._move(1))

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List these sections."""
        self.list.clear()
        for section in sections:
            self._line(section.name, section.id, section.limits)
        self._show_limits(None)

    def show_points(self, points: Mapping[int | None, str]) -> None:
        """Show what each section is worth, by its id; None is for all that have no own."""
        self._points = points
        for item in self._items():
            self._tell(item)

    def sections(self) -> tuple[Section, ...]:
        """The sections in their order."""
        return tuple(
            Section(item.text(_NAME).strip(), number, int(_of(item, _ID)), _of(item, _LIMITS))
            for number, item in enumerate(self._items())
        )

    def add(self) -> None:
        """Add a section and let its name be typed."""
        item = self._line("新栏目", 0, Limits())
        self.list.setCurrentItem(item)
        self.list.setFocus()
        self.list.editItem(item)

    def remove(self) -> None:
        """Take the current section out."""
        at = self._at()
        if at >= 0:
            self.list.takeTopLevelItem(at)

    def choose(self, number: int) -> None:
        """Make a section current."""
        self.list.setCurrentItem(self.list.topLevelItem(number))

    def _at(self) -> int:
        item = self.list.currentItem()
        return -1 if item is None else self.list.indexOfTopLevelItem(item)

    def _move(self, by: int) -> None:
        at = self._at()
        if at >= 0 and 0 <= at + by < self.list.topLevelItemCount():
            item = self.list.takeTopLevelItem(at)
            self.list.insertTopLevelItem(at + by, item)
            self.list.setCurrentItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        count = self.list.topLevelItemCount()
        found = (self.list.topLevelItem(number) for number in range(count))
        return [item for item in found if item is not None]

    def _show_limits(self, item: QTreeWidgetItem | None) -> None:
        self.limits.setEnabled(item is not None)
        self.limits.show_limits(Limits() if item is None else _of(item, _LIMITS))

    def _keep_limits(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            item.setData(_NAME, _LIMITS, self.limits.limits())
            self._tell(item)

    def _tell(self, item: QTreeWidgetItem) -> None:
        item.setText(_LENGTH, limits_text(_of(item, _LIMITS)) or _AS_PUBLICATION)
        number = _of(item, _ID)
        item.setText(_POINTS, (self._points.get(number) or self._points.get(None) or "不计分"))

    def _line(self, name: str, section_id: int, limits: Limits) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name])
        item.setData(_NAME, _ID, section_id)
        item.setData(_NAME, _LIMITS, limits)
        flags = item.flags() | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        self._tell(item)
        self.list.addTopLevelItem(item)
        return item

    def _button(self, text: str, tip: str, slot: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(slot)
        self.row.addWidget(button)


def _of(item: QTreeWidgetItem, role: int) -> Any:  # noqa: ANN401 - whatever is held there
    return item.data(_NAME, role)
