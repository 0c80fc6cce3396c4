"""The lines of a list of points as a table to be typed into: heading, point, units, tags."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from desk.errors import FieldError
from desk.hand.typed import names
from desk.naming import suggest
from desk.topic_pool.point_list import PointLine
from desk.units import Unit
from ui import style
from ui.keys import bind
from ui.unit_edit import UnitEdit

_HEADS = ("分类", "要点", "点名单位", "标签")
_HEADING, _TEXT, _UNITS, _TAGS = range(len(_HEADS))
_LINE = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex


class _UnitCell(QStyledItemDelegate):
    """Units are typed by initials here as everywhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.units: Sequence[Unit] = ()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        edit = UnitEdit()
        edit.setParent(parent)
        edit.show_units(self.units)
        return edit

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, UnitEdit)  # noqa: S101 - made above
        model.setData(index, editor.text())


class LinesTable(QTableWidget):
    """Alt+↑↓ moves a line, Ctrl+Del takes it out, Insert puts an empty one below.

    Signals:
        removed(PointLine): a line was taken out.
    """

    removed = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__(0, len(_HEADS))
        self._units: Sequence[Unit] = ()
        self._cells = _UnitCell(self)
        self.setItemDelegateForColumn(_UNITS, self._cells)
        self.setHorizontalHeaderLabels(list(_HEADS))
        self.verticalHeader().setDefaultSectionSize(look.px(style.ROW_HEIGHT))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_HEADING, 110), (_UNITS, 160), (_TAGS, 100)):
            self.setColumnWidth(column, look.px(width))
        bind(self, "Alt+Up", lambda: self.move_line(-1))
        bind(self, "Alt+Down", lambda: self.move_line(1))
        bind(self, "Ctrl+Del", self.take_out)
        bind(self, "Insert", self.add_empty)

    def know(self, units: Sequence[Unit]) -> None:
        """Know these units by name."""
        self._units = self._cells.units = units

    def show_lines(self, lines: Iterable[PointLine]) -> None:
        """Show these lines."""
        self.setRowCount(0)
        for line in lines:
            self.add(line)

    def add(self, line: PointLine, at: int | None = None) -> None:
        """Put a line at the end, or in a place."""
        row = self.rowCount() if at is None else at
        self.insertRow(row)
        shorts = {one.id: one.short for one in self._units}
        units = "、".join(shorts[one] for one in line.units if one in shorts)
        for column, text in enumerate((line.heading, line.text, units, "、".join(line.tags))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(row, column, item)
        self._item(row, _TEXT).setData(_LINE, line)

    def add_empty(self) -> None:
        """Begin an empty line below the current one, under the same heading."""
        at = self.currentRow() + 1 if self.currentRow() >= 0 else self.rowCount()
        heading = self._item(at - 1, _HEADING).text() if at else ""
        self.add(PointLine("", heading), at)
        self.setCurrentCell(at, _TEXT)
        self.editItem(self._item(at, _TEXT))

    def take_out(self) -> None:
        """Take the current line out."""
        row = self.currentRow()
        if row >= 0:
            line = self._item(row, _TEXT).data(_LINE)
            self.removeRow(row)
            self.removed.emit(line)

    def drop(self, line: PointLine) -> None:
        """Take a line out that was put in as it is."""
        for row in range(self.rowCount()):
            if self._item(row, _TEXT).data(_LINE) == line:
                self.removeRow(row)
                return

    def move_line(self, by: int) -> None:
        """Move the current line up or down."""
        row, to = self.currentRow(), self.currentRow() + by
        if row < 0 or not 0 <= to < self.rowCount():
            return
        items = [self.takeItem(row, column) for column in range(len(_HEADS))]
        self.removeRow(row)
        self.insertRow(to)
        for column, item in enumerate(items):
            self.setItem(to, column, item)
        self.setCurrentCell(to, _TEXT)

    def lines(self) -> tuple[PointLine, ...]:
        """The lines as they are written now, empty ones left out. Raises FieldError."""
        written = (self._line(row) for row in range(self.rowCount()))
        return tuple(line for line in written if line.text)

    def _line(self, row: int) -> PointLine:
        held = self._item(row, _TEXT).data(_LINE) or PointLine("")
        return replace(
            held,
            text=self._item(row, _TEXT).text().strip(),
            heading=self._item(row, _HEADING).text().strip(),
            tags=names(self._item(row, _TAGS).text()),
            units=tuple(self._unit(one) for one in names(self._item(row, _UNITS).text())),
        )

    def _unit(self, name: str) -> int:
        for one in self._units:
            if name in (one.short, one.name, *one.aliases):
                return one.id
        offered = suggest(self._units, name, limit=2)
        if len(offered) != 1:
            raise FieldError(
                "lines", f"没有叫“{name}”的单位。请从提示里选，或先到“资料—单位”登记。"
            )
        return offered[0].id

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self.item(row, column)
        if found is None:
            found = QTableWidgetItem("")
            self.setItem(row, column, found)
        return found
