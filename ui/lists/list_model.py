"""What both models share: cells from columns, and the texts to copy or export."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from ui.lists.column import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ListModel(QAbstractTableModel, Generic[R]):
    """A table whose cells come from ``Column``s."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)

    def row(self, number: int) -> R:
        """The row of that number."""
        raise NotImplementedError

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns, or the same ones with other contents."""
        if [one.key for one in columns] == [one.key for one in self.columns]:
            self.columns = tuple(columns)
            return
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def texts(self) -> Iterator[tuple[str, ...]]:
        """Every row's texts as they are now, in order; another thread may read them."""
        raise NotImplementedError

    def texts_of(self, row: R) -> tuple[str, ...]:
        """One row's texts."""
        return tuple(column.text(row) for column in self.columns)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].word
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        reader = READERS.get(role)
        if reader is None or not index.isValid():
            return None
        return reader(self.columns[index.column()], self.row(index.row()))


def _tip(column: Column[R], row: R) -> str:
    return column.tip(row) if column.tip else column.text(row)


def _font(column: Column[R], row: R) -> QFont | None:
    if column.bold is None or not column.bold(row):
        return None
    font = QFont()
    font.setBold(True)
    return font


def _colour(column: Column[R], row: R) -> QColor | None:
    name = column.colour(row) if column.colour else None
    return QColor(name) if name else None


READERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda column, row: column.text(row),
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.ForegroundRole): _colour,
    int(Qt.ItemDataRole.FontRole): _font,
}
