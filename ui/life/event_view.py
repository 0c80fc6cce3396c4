"""The events of a life line under each other: day and time, a line with dots, what happened."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from desk.life_events import Event
from desk.office_clock import day_of, office_time
from ui import style

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_EVENT = int(Qt.ItemDataRole.UserRole)
_DAY, _TIME, _LINE = 12, 108, 172  # where the day, the time and the line stand, at 100 %
_TEXT, _RIGHT = 196, 40
_DOT, _ABOVE = 4, 8
_LEADS = "›"
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)


class EventModel(QAbstractListModel):
    """Events as lines of text; the view paints them."""

    def __init__(self) -> None:
        super().__init__()
        self._events: Sequence[Event] = ()

    def show_events(self, events: Sequence[Event]) -> None:
        """Hold these events."""
        self.beginResetModel()
        self._events = events
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._events)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        event = self._events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "　".join(filter(None, (event.what, event.who, event.detail)))
        if role == Qt.ItemDataRole.ToolTipRole and event.subject:
            return "按 Enter 打开"
        return event if role == _EVENT else None


class EventView(QListView):
    """A list of events.

    Signals:
        led(str): the clerk follows what an event leads to, named as its subject.
    """

    led = Signal(str)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.events = EventModel()
        self.setModel(self.events)
        self.setItemDelegate(_Delegate(self, look))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._lead)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these, from the first."""
        self.events.show_events(events)
        self.setCurrentIndex(self.events.index(0, 0))

    def _lead(self, index: QModelIndex) -> None:
        event: Event | None = index.data(_EVENT)
        if event is not None and event.subject:
            self.led.emit(event.subject)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lead(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints one event; the day stands only beside its first."""

    def __init__(self, parent: QListView, look: style.Look) -> None:
        super().__init__(parent)
        self._view = parent
        self._look = look

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        event: Event = index.data(_EVENT)
        metrics = QFontMetrics(self._view.font())
        # as wide as with a scroll bar: else lines break anew when it comes, and it goes again
        width = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        height = metrics.lineSpacing() + self._detail_height(metrics, event.detail, width)
        return QSize(width, height + self._look.px(2 * _ABOVE))

    def _detail_height(self, metrics: QFontMetrics, detail: str, width: int) -> int:
        if not detail:
            return 0
        room = QRect(0, 0, width - self._look.px(_TEXT + _RIGHT), 10_000)
        return metrics.boundingRect(room, _WRAPPED, detail).height()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # stub has no fields
        area: QRect = option.rect  # type: ignore[attr-defined]
        event: Event = index.data(_EVENT)
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(style.ACCENT_SOFT if chosen else style.PAPER))
        self._moment(painter, area, event, index)
        self._line(painter, area, event, index)
        self._words(painter, area, event)
        painter.restore()

    def _moment(self, painter: QPainter, area: QRect, event: Event, index: Index) -> None:
        top = area.top() + self._look.px(_ABOVE)
        local = office_time(event.when)
        before = index.sibling(index.row() - 1, 0)
        is_first = not before.isValid() or day_of(before.data(_EVENT).when) != local.date()
        height = QFontMetrics(painter.font()).lineSpacing()
        painter.setPen(QColor(style.INK))
        if is_first:
            place = QRect(area.left() + self._look.px(_DAY), top, self._look.px(96), height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), f"{local:%Y-%m-%d}")
        painter.setPen(QColor(style.MUTED))
        place = QRect(area.left() + self._look.px(_TIME), top, self._look.px(52), height)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), f"{local:%H:%M}")

    def _line(self, painter: QPainter, area: QRect, event: Event, index: Index) -> None:
        x = area.left() + self._look.px(_LINE)
        middle = area.top() + self._look.px(_ABOVE) + QFontMetrics(painter.font()).height() // 2
        is_last = not index.sibling(index.row() + 1, 0).isValid()
        painter.setPen(QColor(style.LINE))
        painter.drawLine(
            x, area.top() if index.row() else middle, x, middle if is_last else area.bottom() + 1
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(style.ACCENT if event.subject else style.MUTED))
        painter.setBrush(QColor(style.ACCENT if event.subject else style.PAPER))
        radius = self._look.px(_DOT)
        painter.drawEllipse(QPointF(x + 0.5, middle), radius, radius)

    def _words(self, painter: QPainter, area: QRect, event: Event) -> None:
        top = area.top() + self._look.px(_ABOVE)
        left, right = area.left() + self._look.px(_TEXT), area.right() - self._look.px(_RIGHT)
        plain = painter.font()
        bold = QFont(plain)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        what = metrics.elidedText(event.what, Qt.TextElideMode.ElideRight, right - left)
        height = QFontMetrics(plain).lineSpacing()
        painter.setFont(bold)
        painter.setPen(QColor(style.INK))
        painter.drawText(QRect(left, top, right - left, height), 0, what)
        painter.setFont(plain)
        painter.setPen(QColor(style.MUTED))
        after = left + metrics.horizontalAdvance(what) + self._look.px(12)
        painter.drawText(QRect(after, top, max(0, right - after), height), 0, event.who)
        painter.setPen(QColor(style.INK))
        below = QRect(left, top + height, right - left, area.height())
        painter.drawText(below, _WRAPPED, event.detail)
        if event.subject:
            painter.setPen(QColor(style.ACCENT))
            edge = QRect(right, area.top(), self._look.px(_RIGHT), area.height())
            painter.drawText(edge, int(Qt.AlignmentFlag.AlignCenter), _LEADS)
