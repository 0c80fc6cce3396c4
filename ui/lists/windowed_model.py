"""A list of any length: all ids in memory, rows fetched a page at a time when they are seen."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from typing_extensions import override

from ui.lists.column import Column
from ui.lists.list_model import Index, ListModel

R = TypeVar("R")
_ROOT = QModelIndex()
_PAGE = 64
_PAGES_KEPT = 128


class WindowedModel(ListModel[R]):
    """``fetch`` returns the rows of some ids in their order; ``on_sort`` gets a column's key."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[int]], Sequence[R]],
        on_sort: Callable[[str, bool], None] = lambda _key, _descending: None,
    ) -> None:
        super().__init__(columns)
        self._fetch = fetch
        self._on_sort = on_sort
        self._ids = array("q")
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.keep(ids)
        self.endResetModel()

    def keep(self, ids: Sequence[int]) -> None:
        """Hold these ids, while the model is being reset."""
        self._ids = array("q", ids)
        self._pages.clear()

    def complete(self, ids: Sequence[int]) -> None:
        """Show the rest behind the first rows that are shown already."""
        shown = len(self._ids)
        if array("q", ids[:shown]) != self._ids:
            self.set_ids(ids)
        elif len(ids) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._ids = array("q", ids)
            self._pages.pop(max(0, shown - 1) // _PAGE, None)  # it may have been cut short
            self.endInsertRows()

    def forget(self) -> None:
        """Fetch the rows anew; the ids stay."""
        self._pages.clear()
        if self._ids:
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def ids(self) -> Sequence[int]:
        """The ids in the list's order."""
        return self._ids

    def id_at(self, number: int) -> int:
        """The id of a row."""
        return self._ids[number]

    def position(self, row_id: int) -> int:
        """The row of an id; -1 when it is not listed."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    @override
    def row(self, number: int) -> R:
        page = number // _PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._fetch(self._ids[page * _PAGE : (page + 1) * _PAGE])
            self._pages[page] = rows
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows[number % _PAGE]

    @override
    def texts(self) -> Iterator[tuple[str, ...]]:
        return self._texts(self._ids)

    def _texts(self, ids: Sequence[int]) -> Iterator[tuple[str, ...]]:
        """Fetch as the reader goes, on whatever thread it reads."""
        for start in range(0, len(ids), _PAGE):
            for row in self._fetch(ids[start : start + _PAGE]):
                yield self.texts_of(row)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0:
            self._on_sort(self.columns[column].key, order is Qt.SortOrder.DescendingOrder)
