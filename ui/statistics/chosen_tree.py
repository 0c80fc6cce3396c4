"""The columns of a table under their heads, to drag, to name, to group."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.families import FAMILIES
from desk.reports.statistics.layout import Item
from ui.keys import bind

_KEY = Qt.ItemDataRole.UserRole
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
)
_NEW = "表头"


class ChosenTree(QTreeWidget):
    """A head holds columns and heads; a head that was emptied is left out.

    Signals:
        changed(): columns came or went.
    """

    changed = Signal()

    def __init__(self, found: Catalogue) -> None:
        super().__init__()
        self._found = found
        self.setHeaderLabels(["表头", "栏目"])
        self.setColumnWidth(0, 190)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        bind(self, "Alt+Up", self.up)
        bind(self, "Alt+Down", self.down)

    @property
    def items(self) -> tuple[Item, ...]:
        """What the tree holds."""
        return tuple(self._read(self.invisibleRootItem()))

    @property
    def columns(self) -> Iterator[tuple[str, str]]:
        """The keys and heads of single columns, to sort by."""
        for item in self.items:
            for key in item.keys:
                column = self._found.columns.get(key)
                if column:
                    yield key, column.label.name

    def show_items(self, items: Iterable[Item]) -> None:
        """Show a layout's items."""
        self.clear()
        for item in items:
            self._put(self.invisibleRootItem(), item)
        self.expandAll()

    def add(self, key: str, name: str) -> None:
        """Put a column behind the current one."""
        made = self._put(self.invisibleRootItem(), Item(key))
        made.setToolTip(0, name)
        current: QTreeWidgetItem | None = self.currentItem()
        if current is not None and current is not made:
            parent = self._above(current)
            self.invisibleRootItem().removeChild(made)
            parent.insertChild(parent.indexOfChild(current) + 1, made)
        self.setCurrentItem(made)
        self.changed.emit()

    def group(self) -> None:
        """Put a head over the selected items of one level, and name it."""
        chosen = self.selectedItems()
        if not chosen:
            return
        parent = self._above(chosen[0])
        together = [one for one in chosen if self._above(one) is parent]
        together.sort(key=parent.indexOfChild)
        at = parent.indexOfChild(together[0])
        for one in together:
            parent.removeChild(one)
        head = self._made("", _NEW)
        parent.insertChild(at, head)
        head.addChildren(together)
        head.setExpanded(True)
        self.setCurrentItem(head)
        self.editItem(head, 0)
        self.changed.emit()

    def take_out(self) -> None:
        """Take the selected items out; of heads their columns too."""
        for one in self.selectedItems():
            self._above(one).removeChild(one)
        self.changed.emit()

    def up(self) -> None:
        """Move the current item one place to the front."""
        self._move(-1)

    def down(self) -> None:
        """Move the current item one place to the back."""
        self._move(1)

    def _move(self, by: int) -> None:
        item: QTreeWidgetItem | None = self.currentItem()
        if item is None:
            return
        parent = self._above(item)
        at, open_ = parent.indexOfChild(item), item.isExpanded()
        to = max(0, min(parent.childCount() - 1, at + by))
        parent.insertChild(to, parent.takeChild(at))
        item.setExpanded(open_)
        self.setCurrentItem(item)

    def _above(self, item: QTreeWidgetItem) -> QTreeWidgetItem:
        parent: QTreeWidgetItem | None = item.parent()
        return self.invisibleRootItem() if parent is None else parent

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.expandAll()
        self.changed.emit()

    def _put(self, parent: QTreeWidgetItem, item: Item) -> QTreeWidgetItem:
        made = self._made(item.key, item.text)
        parent.addChild(made)
        for part in item.parts:
            self._put(made, part)
        return made

    def _made(self, key: str, text: str) -> QTreeWidgetItem:
        told, about = self._told(key)
        made = QTreeWidgetItem([text or told, about])
        made.setData(0, _KEY, key)
        made.setFlags(_FLAGS if key else _FLAGS | Qt.ItemFlag.ItemIsDropEnabled)
        made.setToolTip(0, about)
        return made

    def _told(self, key: str) -> tuple[str, str]:
        """The head of a key, and what it is."""
        if key in FAMILIES:
            return f"（{FAMILIES[key].name}）", FAMILIES[key].explanation
        column = self._found.columns.get(key)
        if column:
            return column.label.name, column.label.explanation
        return ("", "合并表头") if not key else (key, "现在没有这一栏了")

    def _read(self, parent: QTreeWidgetItem) -> Iterator[Item]:
        for at in range(parent.childCount()):
            one = parent.child(at)
            key, text = one.data(0, _KEY), " ".join(one.text(0).split())
            if not key:
                parts = tuple(self._read(one))
                if parts:
                    yield Item(text=text or _NEW, parts=parts)
            else:
                yield Item(key, "" if text == self._told(key)[0] else text)
