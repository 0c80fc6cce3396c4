"""What the board draws in its cells: points against target and pace, and the months."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desk.scoring.results import UnitScore
from desk.surveys.unit_months import UnitMonths
from ui import style
from ui.lists.list_model import Index
from ui.lists.memory_model import MemoryModel

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

_TARGET = 0.8  # where in the cell the target stands; what is beyond the end is cut
_BAND, _PACE = "#e4e3e0", "#bdbcb8"
_INSET = 9  # as the headings


class DrawnCell(QStyledItemDelegate):
    """A cell of the board without text; subclasses draw in the room inside it."""

    def __init__(self, parent: QObject, model: MemoryModel[UnitScore], look: style.Look) -> None:
        super().__init__(parent)
        self.model = model
        self.look = look

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing from the stub
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]  # as above
            painter.fillRect(area, QColor(style.ACCENT_SOFT))
        inset, air = self.look.px(_INSET), self.look.px(6)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        self.draw(
            painter,
            QRectF(area.adjusted(inset, air, -inset, -air)),
            self.model.row(index.row()),
        )
        painter.restore()

    def draw(self, painter: QPainter, room: QRectF, row: UnitScore) -> None:
        """Draw what is known of a row."""
        raise NotImplementedError


class BarCell(DrawnCell):
    """The bullet chart's row, of which the target is the measure: all targets stand in line."""

    @override
    def draw(self, painter: QPainter, room: QRectF, row: UnitScore) -> None:
        if not row.quota:
            return
        target = room.width() * _TARGET
        reached = float(row.points / row.quota) * target
        pace = min(float(row.pace) / 100 * target, room.width())
        _fill(painter, room, 0.0, target, 0.66, _BAND)
        _fill(painter, room, 0.0, pace, 0.66, _PACE)
        colour = style.RED if row.behind else style.ACCENT
        _fill(painter, room, 0.0, max(0.0, min(reached, room.width())), 0.34, colour)
        if reached > room.width():  # the bar is cut: two white strokes say so
            for back in (9.0, 5.0):
                _fill(painter, room, room.width() - back, 2.0, 0.4, style.PAPER)
        _fill(painter, room, target - 1, 2.0, 0.8, style.INK)
        if row.zero:
            self._ring(painter, room)

    def _ring(self, painter: QPainter, room: QRectF) -> None:
        """Mark a unit without points where its bar would begin."""
        side = room.height() * 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(style.RED))
        painter.setBrush(QColor(style.PAPER))
        painter.drawEllipse(QRectF(room.left(), room.center().y() - side / 2, side, side))


class MonthsCell(DrawnCell):
    """Twelve small bars; a month that has not begun has none, one below zero hangs down."""

    def __init__(self, parent: QObject, model: MemoryModel[UnitScore], look: style.Look) -> None:
        super().__init__(parent, model, look)
        self.months: Mapping[int, UnitMonths] = {}

    @override
    def draw(self, painter: QPainter, room: QRectF, row: UnitScore) -> None:
        found = self.months.get(row.unit.id)
        if found is not None:
            draw_months(painter, room, found.points)


def draw_months(
    painter: QPainter,
    room: QRectF,
    points: Sequence[Decimal | None],
    beside: Sequence[Decimal | None] = (),
) -> None:
    """Bars of equal width side by side; the highest, of those beside too, as tall as the room."""
    held = [float(one) for one in (*points, *beside) if one is not None]
    most, least = max((*held, 0.0)), min((*held, 0.0))
    span = (most - least) or 1.0
    base = room.top() + room.height() * (most / span if most - least else 1.0)
    step = room.width() / max(1, len(points))
    for at, one in enumerate(points):
        if one is None:
            continue
        height = room.height() * abs(float(one)) / span
        top = base - height if one > 0 else base
        left = room.left() + at * step
        colour = style.ACCENT if one > 0 else style.RED if one < 0 else style.MUTED
        painter.fillRect(QRectF(left, top, step - 2, max(1.0, height)), QColor(colour))


def _fill(
    painter: QPainter, room: QRectF, left: float, width: float, part: float, colour: str
) -> None:
    """Fill a part of the row's height around its middle."""
    height = room.height() * part
    place = QRectF(room.left() + left, room.center().y() - height / 2, width, height)
    painter.fillRect(place, QColor(colour))
