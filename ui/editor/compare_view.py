"""The compared text on the screen: go from change to change, fold what did not change."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.comparison.model import Comparison
from ui import style
from ui.editor.compare_page import ComparePage, Spot
from ui.editor.objects import Pictures
from ui.editor.text_view import TextView


class CompareView(TextView):
    """Read-only; ``spots`` are the changes, one of them is the current.

    Signals:
        went(int): this change is the current one now, from 0; -1 for none.
    """

    went = Signal(int)

    def __init__(self, pictures: Pictures, pixels: int) -> None:
        super().__init__(pictures, pixels)
        self.setAccessibleName("对照")
        self.spots: list[Spot] = []
        self.current = -1
        self._page = ComparePage(self.document())
        self._settle = QTimer(self, singleShot=True, interval=0)  # until the view has its size
        self._settle.timeout.connect(self._show_first)

    def show_comparison(self, comparison: Comparison, *, only_changes: bool, pixels: int) -> None:
        """Show a comparison before its first change, but that in view."""
        self._dress(pixels)
        self.spots = self._page.write(comparison, only_changes=only_changes)
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._choose(-1)
        self._settle.start()

    def _show_first(self) -> None:
        """Scroll to the first change where it lies below what is in view, and none was chosen."""
        if not self.spots or self.current >= 0 or self.verticalScrollBar().value():
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.spots[0].start)
        if self.cursorRect(cursor).bottom() > self.viewport().height():
            self.setTextCursor(cursor)
            self._bring_up()

    def go_by(self, step: int) -> None:
        """Go to the next (1) or previous (-1) change, around the ends."""
        if self.spots:
            at = self.current + step if self.current >= 0 else min(step, 0)
            self.go_to(at % len(self.spots))

    def go_to(self, number: int) -> None:
        """Go to a change, from 0."""
        if 0 <= number < len(self.spots):
            self._choose(number)
            cursor = self.textCursor()
            cursor.setPosition(self.spots[number].start)
            self.setTextCursor(cursor)
            self._bring_up()

    def _choose(self, number: int) -> None:
        self.current = number
        marks = []
        if number >= 0:
            spot = self.spots[number]
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(spot.start)
            cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
            shape = QTextCharFormat()
            shape.setBackground(QColor(style.FOUND))
            mark.cursor, mark.format = cursor, shape  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)
        self.went.emit(number)

    def _bring_up(self) -> None:
        """Show the current change with what stands above it."""
        bar = self.verticalScrollBar()
        below = self.cursorRect().top() - self.viewport().height() // 3
        bar.setValue(bar.value() + below)
