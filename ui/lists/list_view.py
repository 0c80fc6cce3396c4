"""The one list view: fixed rows, sorting, column choice, copying, exporting."""

from collections.abc import Callable, Sequence
from typing import Any
from zlib import crc32

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView
from typing_extensions import override

from desk.reports.list_sheet import list_workbook
from ui import style
from ui.dialogs import save_path
from ui.leaving import copy_plain, keep_file
from ui.lists.list_model import Index, ListModel
from ui.session import Session

_NARROWEST = 28
_MOVE = QAbstractItemView.CursorAction


class ListView(QTableView):
    """Shows a ListModel; ``name`` keeps the column widths and choice between starts.

    Signals:
        opened(int): a row was double-clicked or Enter pressed on it.
        chosen(int): another row became current; -1 when none is.
    """

    opened = Signal(int)
    chosen = Signal(int)

    def __init__(
        self, session: Session, model: ListModel[Any], name: str, *, empty: str = ""
    ) -> None:
        super().__init__()
        self.session = session
        self.name = name
        self.heading = name  # of its file
        self.empty = empty
        self.extra_actions: list[QAction] = []
        self.setModel(model)
        self._dress()
        model.modelReset.connect(self._on_reset)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def list_model(self) -> ListModel[Any]:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, ListModel)  # noqa: S101 - set once, in __init__
        return model

    def selected(self) -> list[int]:
        """The numbers of the selected rows, in order."""
        # By ranges: asking for each of 100,000 rows takes seconds.
        parts: Any = self.selectionModel().selection()  # a list, which its stub does not know
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def choose(self, number: int) -> None:
        """Make a row current and bring it into view."""
        index = self.model().index(number, 0)
        # Not selectRow: it adds to the selection while Ctrl or Shift happens to be down.
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def select(self, numbers: Sequence[int], current: int | None = None) -> None:
        """Select these rows, one of them current, without moving the view."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for number in numbers:
            index = self.model().index(number, 0)
            chosen.select(index, index)
        model = self.selectionModel()
        if current is not None:
            model.setCurrentIndex(self.model().index(current, 0), flags.NoUpdate)
        model.select(chosen, flags.ClearAndSelect | flags.Rows)

    def take_focus(self) -> None:
        """Take the keyboard, with a row current where there is one."""
        if not self.selected() and self.model().rowCount():
            self.choose(max(0, self.currentIndex().row()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        look = style.Look(self.session.settings.scale)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(look.px(style.ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(look.px(_NARROWEST))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self._dress_columns()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # or it sorts by the first column
        self.setSortingEnabled(True)
        header.setSortIndicatorClearable(False)

    def _dress_columns(self) -> None:
        """Give the columns their widths; those the clerk has chosen where there are any."""
        look, header = style.Look(self.session.settings.scale), self.horizontalHeader()
        header.setStretchLastSection(not any(one.stretch for one in self.list_model.columns))
        for number, column in enumerate(self.list_model.columns):
            self.setColumnWidth(number, look.px(column.width))
            self.setColumnHidden(number, column.hidden)
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self._kept = self._key(), header.saveState()  # first: restoring sorts, which resets
        state = self._state().value(self._key())
        if state:
            header.restoreState(state)
        self._kept = self._key(), header.saveState()

    def _on_reset(self) -> None:
        """Dress the columns anew where there are others now."""
        if self._key() != self._kept[0]:
            self._dress_columns()

    def _state(self) -> QSettings:
        return QSettings(str(self.session.paths.data / "window.ini"), QSettings.Format.IniFormat)

    def save_columns(self) -> None:
        """Keep widths, order and choice of columns."""
        found = self._key(), self.horizontalHeader().saveState()
        if found != self._kept:  # writing takes time, and pages hide their lists often
            self._state().setValue(*found)
            self._kept = found

    def _key(self) -> str:
        """Where the widths are kept: others for other columns, and for each size of the window."""
        keys = ",".join(column.key for column in self.list_model.columns)
        return f"columns/{self.name}/{crc32(keys.encode()):08x}/{self.session.settings.scale}"

    @override
    def hideEvent(self, event: QEvent) -> None:
        self.save_columns()
        super().hideEvent(event)  # type: ignore[arg-type]  # the stub wants QHideEvent

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(current.row() if current.isValid() else -1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> Any:
        ends = {_MOVE.MoveHome: 0, _MOVE.MoveEnd: self.model().rowCount() - 1}
        is_by_rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        if action in ends and is_by_rows and self.model().rowCount():
            # Qt goes to the end of the row, where there is nothing to be seen.
            return self.model().index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def _open(self) -> None:
        """Open the current row; after Ctrl+A there may be none, then the first selected one."""
        rows = [self.currentIndex().row()] if self.currentIndex().isValid() else self.selected()
        if rows:
            self.opened.emit(rows[0])

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            area = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self.empty)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        if self.selected():
            menu.addActions(self.extra_actions)
            menu.addSeparator()
        self._add(menu, "复制所选行", self.copy, "Ctrl+C")
        self._add(menu, "导出为 Excel……", self.export)
        menu.exec(event.globalPos())

    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for number, column in enumerate(self.list_model.columns):
            action = menu.addAction(column.word)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(number))
            action.toggled.connect(lambda on, at=number: self.setColumnHidden(at, not on))
        menu.exec(self.horizontalHeader().mapToGlobal(place))

    @staticmethod
    def _add(menu: QMenu, text: str, slot: Callable[[], None], key: str = "") -> None:
        action = menu.addAction(text)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(slot)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, tab-separated, with their heading."""
        model = self.list_model
        lines = [tuple(column.word for column in model.columns)]
        lines += [model.texts_of(model.row(number)) for number in self.selected()]
        copy_plain("\n".join("\t".join(line) for line in lines))

    def export(self) -> None:
        """Write the whole list to an .xlsx file of the clerk's choice."""
        path = save_path(self, self.heading, ".xlsx", "Excel 工作簿")
        if path is None:
            return
        headings = [column.word for column in self.list_model.columns]
        texts, heading = self.list_model.texts(), self.heading
        self.session.do(
            lambda: keep_file(self.session, path, list_workbook(heading, headings, list(texts))),
            note=f"已导出 {path.name}",
        )
