"""A year of small months: which days the office works on, and one day chosen."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.calendar import SATURDAY, Specials, is_working, national
from desk.dates import full_date
from ui import style

_COLUMNS, _ROWS = 4, 3
_WEEK = "一二三四五六日"
_CELL = QSize(28, 20)
_TITLE, _GAP = 24, 9
_MONTH = QSize(7 * _CELL.width(), _TITLE + 7 * _CELL.height() + 4)
_MARK = 9  # pixels of a 休 or 班 beside the number
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


@dataclass(frozen=True, slots=True)
class DayLook:
    """How a day is drawn: 休 or 班 where it is against its weekday, framed where it is our own."""

    works: bool
    mark: str
    is_own: bool


def look_of(day: date, specials: Specials) -> DayLook:
    """How a day is drawn."""
    works, own = is_working(day, specials), day in specials
    usual = day.weekday() < SATURDAY
    mark = "" if works is usual and not own else ("班" if works else "休")
    return DayLook(works, mark, own)


def words_of(day: date, specials: Specials) -> str:
    """What is said of a day: 2026年10月10日 星期六　上班（国庆节）."""
    found = specials.get(day)
    state = found or national(day)
    word = "上班" if state.is_working else "休息"
    names = [name for name in ("本单位设定" if found else "", state.name) if name]
    said = f"（{'，'.join(names)}）" if names else ""
    return f"{full_date(day)} 星期{_WEEK[day.weekday()]}　{word}{said}"


class YearView(QWidget):
    """Arrows move the day chosen, PageUp and PageDown the year.

    Signals:
        chosen(date): another day was chosen.
    """

    chosen = Signal(object)

    def __init__(self, today: date, look: style.Look) -> None:
        super().__init__()
        self._today = self.day = today
        self._look = look
        self._specials: Specials = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("工作日历")

    @override
    def sizeHint(self) -> QSize:
        wide = _COLUMNS * _MONTH.width() + (_COLUMNS - 1) * _GAP
        return QSize(self._look.px(wide), self._look.px(_ROWS * _MONTH.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_specials(self, specials: Specials) -> None:
        """Draw these exceptions of the office."""
        self._specials = specials
        self.update()

    def choose(self, day: date) -> None:
        """Choose a day and show its year."""
        self.day = day
        self.update()
        self.chosen.emit(day)

    def turn(self, by: int) -> None:
        """Show another year, the same day chosen in it."""
        year = min(max(self.day.year + by, 2000), 2099)
        day = 28 if (self.day.month, self.day.day) == (2, 29) else self.day.day
        self.choose(date(year, self.day.month, day))

    def cell(self, day: date) -> QRect:
        """Where a day stands."""
        px = self._look.px
        corner = self._corner(day.month)
        first = date(day.year, day.month, 1).weekday()
        week, weekday = divmod(first + day.day - 1, 7)
        return QRect(
            corner.x() + px(weekday * _CELL.width()),
            corner.y() + px(_TITLE + (week + 1) * _CELL.height()),
            px(_CELL.width()),
            px(_CELL.height()),
        )

    def _corner(self, month: int) -> QPoint:
        row, column = divmod(month - 1, _COLUMNS)
        px = self._look.px
        return QPoint(column * px(_MONTH.width() + _GAP), row * px(_MONTH.height()))

    def _days(self) -> Iterator[date]:
        months = (Calendar().itermonthdates(self.day.year, month) for month in range(1, 13))
        for month, days in enumerate(months, 1):
            yield from (day for day in days if day.month == month)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for month in range(1, 13):
            self._draw_head(painter, month)
        for day in self._days():
            self._draw_day(painter, day)

    def _draw_head(self, painter: QPainter, month: int) -> None:
        px, corner = self._look.px, self._corner(month)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(style.INK))
        title = QRect(corner, QSize(px(_MONTH.width()), px(_TITLE)))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(title.adjusted(px(8), 0, 0, 0), middle, f"{month}月")
        painter.setFont(self._small())
        painter.setPen(QColor(style.MUTED))
        for place, word in enumerate(_WEEK):
            spot = QPoint(corner.x() + px(place * _CELL.width()), corner.y() + px(_TITLE))
            painter.drawText(
                QRect(spot, QSize(px(_CELL.width()), px(_CELL.height()))),
                Qt.AlignmentFlag.AlignCenter,
                word,
            )

    def _draw_day(self, painter: QPainter, day: date) -> None:
        cell, seen = self.cell(day).adjusted(1, 1, -1, -1), look_of(day, self._specials)
        if day == self.day:
            painter.fillRect(cell, QColor(style.ACCENT))
        elif not seen.works:
            painter.fillRect(cell, QColor(style.GROUND))
        if seen.is_own:
            painter.setPen(QPen(QColor(style.ACCENT), 1))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        colour = style.PAPER if day == self.day else style.INK if seen.works else style.MUTED
        font = QFont(self.font())
        font.setBold(day == self._today)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = cell.adjusted(0, 0, -self._look.px(_MARK) if seen.mark else 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, f"{day.day}")
        if seen.mark:
            self._draw_mark(painter, cell, seen, is_chosen=day == self.day)

    def _draw_mark(self, painter: QPainter, cell: QRect, seen: DayLook, *, is_chosen: bool) -> None:
        painter.setFont(self._small())
        colour = style.ACCENT if seen.works else style.RED
        painter.setPen(QColor(style.PAPER if is_chosen else colour))
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(cell.adjusted(0, 0, -1, 0), corner, seen.mark)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.px(_MARK + 1))
        return font

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        found = next((day for day in self._days() if self.cell(day).contains(place)), None)
        if found:
            self.choose(found)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.choose(self.day + timedelta(step))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
