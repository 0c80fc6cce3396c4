"""A list some of whose cells can be typed into."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView
from typing_extensions import override

from ui.lists.column import Column
from ui.lists.list_model import Index
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel

R = TypeVar("R")


class CellsModel(MemoryModel[R]):
    """``on_typed`` gets a row, a column's key and the text typed; it changes the rows itself."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        editable: Sequence[str],
        on_typed: Callable[[R, str, str], None],
    ) -> None:
        super().__init__(columns)
        self._editable = frozenset(editable)
        self._on_typed = on_typed

    def change(self, old: R, new: R) -> None:
        """Put a row in another's place without closing what is being typed elsewhere."""
        self._all = [new if row is old else row for row in self._all]
        for number, row in enumerate(self._rows):
            if row is old:
                self._rows[number] = new
                last = self.index(number, len(self.columns) - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and self.columns[index.column()].key in self._editable
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = Qt.ItemDataRole.DisplayRole
        return super().data(index, shown if role == Qt.ItemDataRole.EditRole else role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self._on_typed(self.row(index.row()), self.columns[index.column()].key, str(value))
        return True


def make_typable(view: ListView) -> None:
    """Let the cells of a list be edited by typing, F2, Enter or a double click."""
    triggers = QAbstractItemView.EditTrigger
    view.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setTabKeyNavigation(True)
    view.opened.connect(lambda _number: _edit(view))
    view.itemDelegate().closeEditor.connect(partial(_go_down, view))


def _edit(view: ListView) -> None:
    index = view.currentIndex()
    if index.flags() & Qt.ItemFlag.ItemIsEditable and not view.isPersistentEditorOpen(index):
        view.edit(index)


def _go_down(view: ListView, _editor: object, hint: QAbstractItemDelegate.EndEditHint) -> None:
    """Enter goes on to the cell below, as in every table program."""
    below = view.currentIndex().siblingAtRow(view.currentIndex().row() + 1)
    if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
        view.setCurrentIndex(below)
