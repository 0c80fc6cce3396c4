"""The lines of a card, as many as there is room for; what is left is counted in the last."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from desk.agenda.lines import Line
from desk.clocks import Pressure
from ui import style

_DATA = int(Qt.ItemDataRole.UserRole)
_TEXT, _WHO, _CLOCK = range(3)
_SPARE = 26  # beside the words of a column
_LEAST_WHO = 0.2  # of the width, where there are names
_COLOURS = {Pressure.OVER: style.RED, Pressure.SOON: style.AMBER, Pressure.CALM: style.MUTED}
_UP, _DOWN = -1, 1
_STEPS = {
    Qt.Key.Key_Up: (_UP, False),
    Qt.Key.Key_Down: (_DOWN, False),
    Qt.Key.Key_Left: (_UP, True),
    Qt.Key.Key_Right: (_DOWN, True),
}


class LineList(QTreeWidget):
    """Never scrolls.

    Signals:
        followed(Line | None): Enter or a double click on a line; None for what is left over.
        passed(int): an arrow key goes on to the card before (-1) or after (1).
    """

    followed = Signal(object)
    passed = Signal(int)

    def __init__(self, name: str, empty: str, look: style.Look) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._now: datetime | None = None
        self._empty = empty
        self._left = ""  # the key of the line that was followed
        self._row = look.px(style.ROW_HEIGHT)
        self._room = -1
        self._dress(name)
        self.itemActivated.connect(self._follow)

    @property
    def texts(self) -> list[str]:
        """What it says, line by line."""
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return ["　".join(filter(None, map(item.text, range(3)))) for item in items]

    @property
    def line(self) -> Line | None:
        """The line chosen."""
        item = self.currentItem() if self.hasFocus() else None
        found = item.data(_TEXT, _DATA) if item else None
        return found if isinstance(found, Line) else None

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to go to."""
        return bool(self._lines)

    def show_lines(self, lines: Sequence[Line], now: datetime) -> None:
        """Show the lines; the one chosen stays chosen."""
        chosen = self.line
        row = self.indexOfTopLevelItem(self.currentItem()) if self.hasFocus() else -1
        self._lines, self._now = lines, now
        self._fill()
        if row >= 0:
            keys = [one.key for one in lines]
            at = keys.index(chosen.key) if chosen and chosen.key in keys else row
            self.choose(min(at, self.topLevelItemCount() - 1))

    def choose(self, at: int) -> None:
        """Choose a line; -1 is the last."""
        if self._lines:
            self.setCurrentItem(self.topLevelItem(at % self.topLevelItemCount()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self._row * max(1, len(self._lines)) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._row + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._room:
            self._fill()
        self._fit_columns()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._lines and self.currentItem() is None:
            keys = [one.key for one in self._lines[: self.topLevelItemCount()]]
            self.choose(keys.index(self._left) if self._left in keys else 0)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.setCurrentIndex(QModelIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, is_wide = _STEPS.get(Qt.Key(event.key()), (0, False))
        row, last = self.indexOfTopLevelItem(self.currentItem()), self.topLevelItemCount() - 1
        is_edge = row <= 0 if step == _UP else row >= last
        if step and (is_wide or is_edge or not self._lines):
            self.passed.emit(step)
        else:
            super().keyPressEvent(event)

    def _follow(self, item: QTreeWidgetItem) -> None:
        if self._lines:
            line = item.data(_TEXT, _DATA)
            self._left = line.key if isinstance(line, Line) else ""
            self.followed.emit(line)

    def _fitting(self) -> int:
        return max(1, self.viewport().height() // self._row)

    def _fill(self) -> None:
        self._room = self._fitting()
        self.clear()
        lines = self._lines
        if len(lines) > self._room:
            lines = lines[: max(1, self._room - 1)]
        for line in lines:
            self._add(line)
        left = sum(len(one.duties) for one in self._lines[len(lines) :])
        if left and self._room > 1:
            self.addTopLevelItem(QTreeWidgetItem([f"还有 {left} 件 ›"]))
        if not self._lines:
            item = QTreeWidgetItem([self._empty])
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setForeground(_TEXT, QBrush(QColor(style.MUTED)))
            self.addTopLevelItem(item)
        self._fit_columns()

    def _add(self, line: Line) -> None:
        assert self._now is not None  # noqa: S101 - it comes with the lines
        clock = line.clock(self._now)
        item = QTreeWidgetItem([line.text, line.who, clock])
        item.setData(_TEXT, _DATA, line)
        told = "\n".join(filter(None, (line.text, line.who, clock, "Enter 打开，S 稍后提醒")))
        for column in range(3):
            item.setToolTip(column, told)
        item.setForeground(_WHO, QBrush(QColor(style.MUTED)))
        item.setForeground(_CLOCK, QBrush(QColor(_COLOURS[line.pressure(self._now)])))
        item.setTextAlignment(_CLOCK, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(not (item.text(_WHO) or item.text(_CLOCK)))

    def _fit_columns(self) -> None:
        """Give the clock what it needs, then the text; names get what is left, but not nothing."""
        whole = self.viewport().width()
        text, who, clock = (self._needs(column) for column in range(3))
        who = min(who, max(whole - text - clock, int(whole * _LEAST_WHO)))
        self.header().resizeSection(_WHO, who)
        self.header().resizeSection(_CLOCK, min(clock, whole // 2))

    def _needs(self, column: int) -> int:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        widths = [self.fontMetrics().horizontalAdvance(item.text(column)) for item in items]
        widest = max(widths, default=0)
        return widest + _SPARE if widest else 0

    def _dress(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for column in (_WHO, _CLOCK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
