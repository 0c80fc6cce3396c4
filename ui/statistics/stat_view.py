"""A statistics table on the screen: merged heads, names that stay in view, copying."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView
from typing_extensions import override

from ui import style
from ui.leaving import copy_plain
from ui.statistics.merged_header import MergedHeader
from ui.statistics.stat_model import StatModel

_AIR = 28  # pixels beside a cell's text
_NARROWEST, _WIDEST_TEXT, _WIDEST_LIST = 52, 240, 1000
_LONG = 40  # characters: a list of names, which cannot stay in view
_NAMED = 3  # columns in which the names are looked for


class StatView(QTableView):
    """Shows a StatModel; the columns up to the names stay where the rest is scrolled.

    Signals:
        followed(QModelIndex): a cell was double-clicked or Enter pressed on it.
        sorted_by(int): the head of a column was clicked.
    """

    followed = Signal(QModelIndex)
    sorted_by = Signal(int)

    def __init__(self, model: StatModel, look: style.Look) -> None:
        super().__init__()
        self._look, self._model = look, model
        self.head = MergedHeader(look, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.fixed = QTableView(self)
        self.fixed_head = MergedHeader(look, self.fixed)
        self.fixed.setHorizontalHeader(self.fixed_head)
        self.fixed.setModel(model)
        self.fixed.setSelectionModel(self.selectionModel())
        self._named = 0
        for view in (self, self.fixed):
            self._dress(view)
        self._bind()

    def show_widths(self) -> None:
        """Give the columns of the model's table their widths, and the heads their heights."""
        self._named = self._names()
        for at in range(self._model.columnCount()):
            width = self._width(at)
            self.setColumnWidth(at, width)
            self.fixed.setColumnWidth(at, width)
            self.fixed.setColumnHidden(at, at >= self._named)
        self.head.show_table(self._model.table)
        self.fixed_head.show_table(self._model.table, self.head.heights)
        self.updateGeometries()
        self.fixed.updateGeometries()
        self.fixed.setVisible(bool(self._named))
        self._place_fixed()

    def narrow(self, words: list[str]) -> None:
        """Show only units whose names have all the words; sums of others would mislead, and go."""
        model = self._model
        for at, unit_id in enumerate(model.laid.column_units[1:], start=1):
            other = not unit_id or not _has(model.heads[at].text, words)
            self.setColumnHidden(at, bool(words) and other)
        if model.laid.column_units:
            return
        for at, row in enumerate(model.texts):
            other = at in model.table.strong or not _has(" ".join(row), words)
            for view in (self, self.fixed):
                view.setRowHidden(at, bool(words) and other)

    def copy(self) -> None:
        """Put the selected cells, or all with the heads, into the clipboard."""
        chosen = self.selectionModel().selectedIndexes()
        if len(chosen) <= 1:
            self.copy_all()
            return
        rows = sorted({one.row() for one in chosen if not self.isRowHidden(one.row())})
        columns = sorted({one.column() for one in chosen if not self.isColumnHidden(one.column())})
        lines = ["\t".join(self._model.texts[row][at] for at in columns) for row in rows]
        copy_plain("\n".join(lines))

    def copy_all(self) -> None:
        """Put the whole table with its heads into the clipboard."""
        copy_plain("\n".join(self._lines()))

    def _lines(self) -> Iterator[str]:
        """The heads, a line for each level, then the rows; cells are parted by tabs."""
        table = self._model.table
        heads = [[""] * len(table.columns) for _ in range(table.head_rows)]
        for one in table.head_cells:
            heads[one.row][one.column] = one.text
        yield table.title
        yield from ("\t".join(row) for row in heads)
        for at, row in enumerate(self._model.texts):
            if not self.isRowHidden(at):
                yield "\t".join(row)

    def _names(self) -> int:
        """How many columns lead up to the names, themselves included."""
        heads = self._model.heads[:_NAMED]
        return next(
            (at + 1 for at, head in enumerate(heads) if head.left and head.width < _LONG), 0
        )

    def _width(self, at: int) -> int:
        head, metrics = self._model.heads[at], self.fontMetrics()
        needed = self._longest(at) + self._look.px(_AIR)
        if head.left:
            most = self._look.px(_WIDEST_TEXT if head.width < _LONG else _WIDEST_LIST)
            return min(max(needed, self._look.px(96)), most)
        named = min(metrics.horizontalAdvance(head.text), metrics.horizontalAdvance("四个汉字"))
        return max(needed, named + self._look.px(14), self._look.px(_NARROWEST))

    def _longest(self, at: int) -> int:
        """The width of the longest text in a column; sums are in bold."""
        bold = QFont(self.font())
        bold.setBold(True)
        plain, strong = self.fontMetrics(), QFontMetrics(bold)
        sums = self._model.table.strong
        widths = (
            (strong if row in sums else plain).horizontalAdvance(texts[at])
            for row, texts in enumerate(self._model.texts)
        )
        return max(widths, default=0)

    def _dress(self, view: QTableView) -> None:
        view.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setTabKeyNavigation(False)
        view.setCornerButtonEnabled(False)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._look.px(style.ROW_HEIGHT - 2))

    def _bind(self) -> None:
        fixed = self.fixed
        self.setObjectName("statistics")
        fixed.setObjectName("statisticsNames")
        fixed.setFrameShape(QFrame.Shape.NoFrame)
        fixed.setFocusProxy(self)
        fixed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fixed.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fixed.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(fixed.verticalScrollBar().setValue)
        self.head.sectionResized.connect(self._on_resized)
        for view in (self, fixed):
            view.doubleClicked.connect(self.followed)
        for head in (self.head, self.fixed_head):
            head.sectionClicked.connect(self.sorted_by)

    def _on_resized(self, at: int, _old: int, width: int) -> None:
        self.fixed.setColumnWidth(at, width)
        self._place_fixed()

    def _place_fixed(self) -> None:
        """The names lie over the columns they are."""
        width = sum(self.columnWidth(at) for at in range(self._named))
        frame = self.frameWidth()
        self.fixed.setGeometry(
            frame, frame, width, self.viewport().height() + self.horizontalHeader().height()
        )

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "_named"):  # Qt asks while it is being made
            self._place_fixed()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_fixed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.followed.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction("复制选中的格\tCtrl+C", self.copy)
        menu.addAction("复制整张表（带表头）", self.copy_all)
        menu.popup(event.globalPos())


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
