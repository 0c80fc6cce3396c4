"""The grid in which the cells of a table are edited, by keyboard as in a spreadsheet."""

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desk import tabling
from desk.body import Table
from ui.editor.pasting import pasted_cells
from ui.editor.table_model import LINE, Index, TableModel

_NARROWEST = 84  # pixels of a column
_AIR = 10  # pixels above and below the words of a row together
_FOOT = 4  # pixels from the line beneath a finding to the edge of its cell
_TRIGGERS = QAbstractItemView.EditTrigger
_KEYS = QKeySequence.StandardKey


class TableGrid(QTableView):
    """Edits a ``TableModel``.

    Signals:
        finished(): the clerk is done (Esc).
        typed(): a key was pressed in an open cell.
    """

    finished = Signal()
    typed = Signal()

    def __init__(self, model: TableModel) -> None:
        super().__init__()
        self._cells = model
        self.setModel(model)
        self.setShowGrid(True)
        self.setStyleSheet(
            "QTableView { gridline-color: palette(mid); }QHeaderView::section { padding: 2px 6px; }"
        )
        self.setTabKeyNavigation(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        self._delegate = _CellEditor(self)
        self._delegate.typed.connect(self.typed)
        self._delegate.finished.connect(self.finished)
        self.setItemDelegate(self._delegate)
        model.modelReset.connect(self._fit)
        self._add_actions()

    def _add_actions(self) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.actions_by_name: dict[str, QAction] = {}
        for name, key, slot in (
            ("在下方加行", "Alt+Insert", lambda: self.add_row(below=True)),
            ("在上方加行", "", lambda: self.add_row(below=False)),
            ("删除行", "Alt+Delete", self.drop_rows),
            ("在右边加列", "Alt+Shift+Insert", lambda: self.add_column(right=True)),
            ("在左边加列", "", lambda: self.add_column(right=False)),
            ("删除列", "Alt+Shift+Delete", self.drop_columns),
        ):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, run=slot: run())
            self.addAction(action)
            self.actions_by_name[name] = action

    def go(self, row: int, column: int) -> None:
        """Make a cell current and bring it into view."""
        index = self._cells.index(
            min(row, self._cells.rowCount() - 1), min(column, self._cells.columnCount() - 1)
        )
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def settle(self) -> None:
        """Take over what stands in a cell that is still open."""
        editor = self._delegate.open
        if editor is not None:
            self._delegate.commitData.emit(editor)

    def close_cell(self) -> None:
        """Take over the open cell and close it."""
        editor = self._delegate.open
        if editor is not None:
            self._delegate.commitData.emit(editor)
            self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def allow_editing(self, *, on: bool) -> None:
        """Let the clerk edit, or only read and copy."""
        self._cells.editable = on
        keys = _TRIGGERS.AnyKeyPressed | _TRIGGERS.DoubleClicked | _TRIGGERS.EditKeyPressed
        self.setEditTriggers(keys if on else _TRIGGERS.NoEditTriggers)
        for action in self.actions():
            action.setEnabled(on)

    def add_row(self, *, below: bool) -> None:
        """Add a row beside the current one."""
        row, column = self._current()
        self._change(tabling.with_row(self._cells.table, row + below), row + below, column)

    def drop_rows(self) -> None:
        """Delete the rows selected."""
        row, column = self._current()
        chosen = {one.row() for one in self.selectedIndexes()} or {row}
        self._change(tabling.without_rows(self._cells.table, chosen), min(chosen), column)

    def add_column(self, *, right: bool) -> None:
        """Add a column beside the current one."""
        row, column = self._current()
        self._change(tabling.with_column(self._cells.table, column + right), row, column + right)

    def drop_columns(self) -> None:
        """Delete the columns selected."""
        row, column = self._current()
        chosen = {one.column() for one in self.selectedIndexes()} or {column}
        self._change(tabling.without_columns(self._cells.table, chosen), row, min(chosen))

    def set_headers(self, count: int) -> None:
        """Say how many rows are headings."""
        self._change(tabling.with_headers(self._cells.table, count), *self._current())

    def copy(self) -> None:
        """Put the cells selected on the clipboard, for spreadsheets and for Word."""
        chosen = {(one.row(), one.column()) for one in self.selectedIndexes()}
        if not chosen:
            return
        rows = sorted({row for row, _column in chosen})
        columns = sorted({column for _row, column in chosen})
        table = self._cells.table
        block = tuple(
            tuple(table.rows[row][column] if (row, column) in chosen else "" for column in columns)
            for row in rows
        )
        copied = QMimeData()
        copied.setText(tabling.as_text(block))
        copied.setHtml(tabling.as_html(block))
        QGuiApplication.clipboard().setMimeData(copied)

    def clear_cells(self) -> None:
        """Empty the cells selected."""
        chosen = [(one.row(), one.column()) for one in self.selectedIndexes()]
        self._change(tabling.cleared(self._cells.table, chosen), *self._current())

    def paste(self, source: QMimeData | None = None) -> None:
        """Lay the cells of the clipboard over the table, from the first cell selected on."""
        block = pasted_cells(source or QGuiApplication.clipboard().mimeData())
        chosen = self.selectedIndexes() or [self.currentIndex()]
        row, column = min(one.row() for one in chosen), min(one.column() for one in chosen)
        if block and self._cells.editable:
            self._change(
                tabling.with_block(self._cells.table, max(row, 0), max(column, 0), block),
                *self._current(),
            )

    def _current(self) -> tuple[int, int]:
        index = self.currentIndex()
        return max(0, index.row()), max(0, index.column())

    def _change(self, table: Table, row: int, column: int) -> None:
        if self._cells.editable:
            self.close_cell()
            self._cells.change(table)
            self.go(row, column)

    def _fit(self) -> None:
        """Share the width out where all columns find room, else let them be scrolled."""
        count = max(1, self._cells.columnCount())
        room = self.viewport().width() // count
        self.horizontalHeader().setDefaultSectionSize(max(_NARROWEST, room))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.step_down()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and plain:
            self.clear_cells()
        elif not self._standard(event):
            super().keyPressEvent(event)

    def _standard(self, event: QKeyEvent) -> bool:
        slots = (
            (_KEYS.Copy, self.copy),
            (_KEYS.Paste, self.paste),
            (_KEYS.Undo, self._undo),
            (_KEYS.Redo, self._redo),
        )
        found = next((slot for key, slot in slots if event.matches(key)), None)
        if event.matches(_KEYS.Cut):
            self.copy()
            self.clear_cells()
        elif found is None:
            return False
        else:
            found()
        return True

    def _undo(self) -> None:
        place = self._current()
        self._cells.undo()
        self.go(*place)

    def _redo(self) -> None:
        place = self._current()
        self._cells.redo()
        self.go(*place)

    def step_down(self) -> None:
        """Go to the cell below; below the last row a new one begins."""
        row, column = self._current()
        if row + 1 == self._cells.rowCount():
            self.add_row(below=True)
        else:
            self.go(row + 1, column)

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Tab in the last cell begin a new row, as in Word."""
        row, column = self._current()
        is_last = (row + 1, column + 1) == (self._cells.rowCount(), self._cells.columnCount())
        if cursorAction is QAbstractItemView.CursorAction.MoveNext and is_last:
            self.close_cell()
            self._cells.change(tabling.with_row(self._cells.table, row + 1))
            return self._cells.index(self._cells.rowCount() - 1, 0)
        return super().moveCursor(cursorAction, modifiers)


class _CellEditor(QStyledItemDelegate):
    """Opens a line in a cell; Enter goes on below, Esc is done with the whole table."""

    typed = Signal()
    finished = Signal()

    def __init__(self, grid: TableGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.open: QLineEdit | None = None

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what sets a cell off, as it is in the text."""
        area = option.rect  # type: ignore[attr-defined]  # missing from the stub
        ground, line = index.data(Qt.ItemDataRole.BackgroundRole), index.data(LINE)
        if ground is not None:
            painter.fillRect(area, ground)
        super().paint(painter, option, index)
        if line is not None:
            painter.fillRect(area.adjusted(4, area.height() - _FOOT, -4, -2), line)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = QLineEdit(parent)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setStyleSheet("padding: 0; border-radius: 0;")
        made.textEdited.connect(lambda _text: self.typed.emit())
        self.open = made
        return made

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.open = None
        super().destroyEditor(editor, index)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._grid.close_cell()
                self.finished.emit()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self._grid.close_cell()
                self._grid.step_down()
                return True
        return super().eventFilter(editor, event)
