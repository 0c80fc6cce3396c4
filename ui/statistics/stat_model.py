"""A statistics table for a view: texts, alignment, sums in bold, what each column says."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont
from typing_extensions import override

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.column import StatColumn
from desk.reports.statistics.parts import Laid
from desk.stat_table import Head, StatTable
from ui import style

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NONE = Laid(StatTable("", (), ()))
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignCenter
_GROUND = QBrush(QColor(style.GROUND))


class StatModel(QAbstractTableModel):
    """Shows one table; its heads are the view's own."""

    def __init__(self) -> None:
        super().__init__()
        self.laid = NONE
        self.heads: Sequence[Head] = ()
        self._columns: Mapping[str, StatColumn] = {}
        self._names: Mapping[int, str] = {}
        self._texts: tuple[tuple[str, ...], ...] = ()
        self._bold = QFont()
        self._bold.setBold(True)
        roles = Qt.ItemDataRole
        self._roles: Mapping[int, Callable[[Index], object]] = {
            roles.DisplayRole: lambda index: self._texts[index.row()][index.column()],
            roles.TextAlignmentRole: self._aligned,
            roles.ToolTipRole: self._tip,
            roles.FontRole: lambda index: self._bold if self._is_sum(index) else None,
            roles.BackgroundRole: lambda index: _GROUND if self._is_sum(index) else None,
        }

    @property
    def table(self) -> StatTable:
        """The table shown."""
        return self.laid.table

    @property
    def texts(self) -> Sequence[Sequence[str]]:
        """The rows as they read."""
        return self._texts

    def show_laid(self, laid: Laid, found: Catalogue | None = None) -> None:
        """Show another table, of what was found for its survey."""
        self.beginResetModel()
        self.laid, self._texts = laid, laid.table.texts
        self._columns = found.columns if found else {}
        units = (one.unit.unit for one in found.units) if found else ()
        self._names = {one.id: one.name for one in units}
        self.heads = laid.table.columns  # kept: asked for every cell that is painted
        self.endResetModel()

    def column(self, index: Index) -> StatColumn | None:
        """What a cell is a figure of; None for cells that are no column's."""
        keys, side_by_side = self.laid.keys, bool(self.laid.column_units)
        at = index.row() if side_by_side else index.column()
        return self._columns.get(keys[at]) if at < len(keys) else None

    def unit_id(self, index: Index) -> int:
        """Whose figure a cell is; 0 for sums."""
        by_column, by_row = self.laid.column_units, self.laid.row_units
        if by_column:
            return by_column[index.column()]
        return by_row[index.row()] if index.row() < len(by_row) else 0

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._texts)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        read = self._roles.get(role)
        return read(index) if read else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= self.columnCount():
            return None
        head = self.heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.text
        if role == Qt.ItemDataRole.ToolTipRole:
            keys = self.laid.keys
            column = None if self.laid.column_units else self._columns.get(keys[section])
            return (
                f"{head.text}：{column.label.explanation}（按它排序，点一下）"
                if column
                else head.text
            )
        return None

    def _is_sum(self, index: Index) -> bool:
        return index.row() in self.table.strong

    def _aligned(self, index: Index) -> Qt.AlignmentFlag:
        head = self.heads[index.column()]
        if head.left:
            return _LEFT
        value = self.table.rows[index.row()][index.column()]
        return _CENTRE if isinstance(value, str) else _RIGHT

    def _tip(self, index: Index) -> str:
        text = self._texts[index.row()][index.column()]
        column = self.column(index)
        name = self._names.get(self.unit_id(index))
        if name is None or column is None:
            return text
        said = name if column.left else f"{name}　{column.label.name}：{text or '无'}"
        return f"{said}\n双击（Enter）看它的得分明细"
