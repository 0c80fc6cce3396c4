"""A list of rows held in memory: units, entries, ledger lines."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from typing_extensions import override

from ui.lists.column import Column
from ui.lists.list_model import Index, ListModel

R = TypeVar("R")
_ROOT = QModelIndex()


class MemoryModel(ListModel[R]):
    """Sorts by any column and keeps only rows that show every word of the filter."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__(columns)
        self._all: list[R] = []
        self._rows: list[R] = []
        self._words = ""
        self._order: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, in the order and with the filter in force."""
        self._all = list(rows)
        self._arrange()

    def set_filter(self, words: str) -> None:
        """Keep rows that show every word."""
        self._words = words
        self._arrange()

    def rearrange(self) -> None:
        """Sort and filter anew where columns say other things than before."""
        self._arrange()

    @property
    def rows(self) -> Sequence[R]:
        """The rows shown, in their order."""
        return self._rows

    @property
    def all_rows(self) -> Sequence[R]:
        """All rows, shown or not, in the order they were given."""
        return self._all

    @override
    def row(self, number: int) -> R:
        return self._rows[number]

    @override
    def texts(self) -> Iterator[tuple[str, ...]]:
        return iter([self.texts_of(row) for row in self._rows])

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._words.casefold().split()
        self._rows = [row for row in self._all if self._shows(row, words)]
        if self._order:
            column, descending = self._order
            self._rows.sort(key=self.columns[column].key_of, reverse=descending)
        self.endResetModel()

    def _shows(self, row: R, words: list[str]) -> bool:
        if not words:
            return True
        text = "\n".join(self.texts_of(row)).casefold()
        return all(word in text for word in words)
