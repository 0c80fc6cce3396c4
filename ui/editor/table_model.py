"""The cells of one table while they are edited, with every step back."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as Notice
from PySide6.QtGui import QBrush, QColor, QFont
from typing_extensions import override

from desk.body import Table
from desk.tabling import plain_cell, with_cell
from ui import style
from ui.editor.table_places import At, Look

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE = int(Role.UserRole)  # what is drawn along the foot of a cell with a finding
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """Shows ``table``.

    Signals:
        changed(): the table is another.
    """

    changed = Notice()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = Table(())
        self.editable = True
        self._looks: Mapping[At, Look] = {}
        self._before: list[Table] = []
        self._behind: list[Table] = []

    def show_table(self, table: Table) -> None:
        """Begin with a table, without steps back."""
        self._before, self._behind = [], []
        self._show(table)

    def show_looks(self, looks: Mapping[At, Look]) -> None:
        """Set the cells off that have findings."""
        if looks != self._looks:
            self._looks = dict(looks)
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def change(self, table: Table) -> None:
        """Take another version, as one step."""
        if table != self.table:
            self._before.append(self.table)
            self._behind = []
            self._show(table)
            self.changed.emit()

    def undo(self) -> None:
        """Go a step back."""
        self._step(self._before, self._behind)

    def redo(self) -> None:
        """Go a step forward again."""
        self._step(self._behind, self._before)

    def _step(self, source: list[Table], target: list[Table]) -> None:
        if source:
            target.append(self.table)
            self._show(source.pop())
            self.changed.emit()

    def _show(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.table.rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self.table.rows else len(self.table.rows[0])

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable else flags

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role in {Role.DisplayRole, Role.EditRole, Role.ToolTipRole}:
            return self.table.rows[row][column]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        is_head = row < self.table.header_rows
        if role == Role.FontRole and is_head:
            font = QFont()
            font.setBold(True)
            return font
        return self._colour(At(row, column), role, is_head=is_head)

    def _colour(self, at: At, role: int, *, is_head: bool) -> QBrush | None:
        look = self._looks.get(at, Look())
        if role == LINE and look.line:
            return QBrush(QColor(look.line))
        if role == Role.BackgroundRole and (look.ground or is_head):
            return QBrush(QColor(look.ground or style.GROUND))
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        text = plain_cell(str(value))
        if role != Role.EditRole or text == self.table.rows[index.row()][index.column()]:
            return False
        self._before.append(self.table)
        self._behind = []
        self.table = with_cell(self.table, index.row(), index.column(), text)
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        return str(section + 1) if role == Role.DisplayRole else None
