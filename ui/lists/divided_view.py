"""The list view over a divided list: headings as bands that fold their parts away."""

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from ui import style
from ui.icons import coloured
from ui.lists.cell_delegate import CellDelegate
from ui.lists.divided_model import DividedModel
from ui.lists.divisions import Part
from ui.lists.list_view import ListView
from ui.session import Session

_MARK = 14
_UPWARDS = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
)


class DividedView(ListView):
    """Arrows pass over open headings and stop at folded ones; ← folds, → opens."""

    def __init__(
        self, session: Session, model: DividedModel[Any], name: str, *, empty: str = ""
    ) -> None:
        super().__init__(session, model, name, empty=empty)
        self.ensurePolished()
        look = style.Look(session.settings.scale)
        self.setItemDelegate(CellDelegate(self, model, self.font(), look))

    @property
    def divided(self) -> DividedModel[Any]:
        """The model, as what it is."""
        model = self.model()
        assert isinstance(model, DividedModel)  # noqa: S101 - set once, in __init__
        return model

    @override
    def selected(self) -> list[int]:
        found = super().selected()
        if self.divided.divisions is None:
            return found
        return [number for number in found if self.divided.heading(number) is None]

    def choose_first(self) -> None:
        """Make the first row that is no heading current."""
        number = self._beyond(0, 1)
        if number >= 0:
            self.choose(number)

    def step(self, by: int) -> None:
        """Go to the next or the previous row, past headings."""
        target = self._beyond(self.currentIndex().row() + by, by)
        if target >= 0:
            self.choose(target)

    def toggle(self, part: Part) -> None:
        """Fold a part away or open it."""
        divisions = self.divided.divisions
        if divisions is None:
            return
        folding = not divisions.is_folded(part)
        held = self._place_of_current() == divisions.parts.index(part)
        self.divided.fold(part, on=folding)
        if folding and held:
            self._go(divisions.top(divisions.parts.index(part)))

    def _beyond(self, number: int, by: int) -> int:
        """The nearest row from ``number`` on that is no heading; -1 where there is none."""
        while 0 <= number < self.divided.rowCount():
            if self.divided.heading(number) is None:
                return number
            number += by
        return -1

    def _place_of_current(self) -> int:
        divisions, current = self.divided.divisions, self.currentIndex()
        return divisions.place_at(current.row()) if divisions and current.isValid() else -1

    def _go(self, number: int) -> None:
        """Set the cursor on a row, or on a heading, which then is all that is chosen."""
        if self.divided.heading(number):
            self.clearSelection()
            self.setCurrentIndex(self.divided.index(number, 0))
        else:
            self.choose(number)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> Any:
        found = super().moveCursor(action, modifiers)
        divisions = self.divided.divisions
        if divisions is None or not found.isValid():
            return found
        part = self.divided.heading(found.row())
        if part is None or divisions.is_folded(part):
            return found
        by = -1 if action in _UPWARDS else 1
        row = found.row() + by
        inside = 0 <= row < divisions.rows
        return self.divided.index(row, found.column()) if inside else self.currentIndex()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._fold_by_key(event):
            super().keyPressEvent(event)

    def _fold_by_key(self, event: QKeyEvent) -> bool:
        """Whether the key was about the part that the cursor is in."""
        divisions, place = self.divided.divisions, self._place_of_current()
        if (
            divisions is None
            or place < 0
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        part = divisions.parts[place]
        is_folded = divisions.is_folded(part)
        on_heading = self.divided.heading(self.currentIndex().row()) is not None
        opens = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Left and not is_folded:
            self.toggle(part)
        elif event.key() in opens and on_heading:
            self.toggle(part)
            self._go(divisions.top(place) + 1)
        else:
            return event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return True

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do nothing: looking for a letter would read the whole list."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._heading_at(event)
        if part is None:
            super().mousePressEvent(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.toggle(part)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part = self._heading_at(event)
        if part is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.toggle(part)

    def _heading_at(self, event: QMouseEvent) -> Part | None:
        number = self.rowAt(event.position().toPoint().y())
        return self.divided.heading(number) if number >= 0 else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.divided.divisions is None:
            return
        painter = QPainter(self.viewport())
        number = self.rowAt(max(0, event.rect().top()))
        while 0 <= number < self.divided.rowCount():
            top = self.rowViewportPosition(number)
            if top > event.rect().bottom():
                break
            part = self.divided.heading(number)
            if part is not None:
                self._paint_heading(painter, number, part)
            number += 1

    def _paint_heading(self, painter: QPainter, number: int, part: Part) -> None:
        look = style.Look(self.session.settings.scale)
        top, height = self.rowViewportPosition(number), self.rowHeight(number)
        band = QRect(0, top, self.viewport().width(), height)
        painter.fillRect(band, QColor(style.GROUND))
        painter.setPen(QColor(style.LINE))
        painter.drawLine(band.bottomLeft(), band.bottomRight())
        divisions = self.divided.divisions
        folded = divisions is not None and divisions.is_folded(part)
        side = look.px(_MARK)
        mark = QRect(look.px(style.GAP), top + (height - side) // 2, side, side)
        coloured("chevron-right" if folded else "chevron-down", style.MUTED).paint(painter, mark)
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        is_current = self.hasFocus() and self.currentIndex().row() == number
        painter.setPen(QColor(style.ACCENT if is_current else style.INK))
        text = band.adjusted(mark.right() + look.px(style.GAP), 0, -style.GAP, 0)
        centre = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(text, centre, part.heading)
        width = painter.fontMetrics().horizontalAdvance(part.heading) + look.px(12)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(style.MUTED))
        painter.drawText(text.adjusted(width, 0, 0, 0), centre, f"{part.count} 篇")
