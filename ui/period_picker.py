"""Choose a period by its name, or two days of one's own."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QWidget

from ui import style
from ui.scores.periods import periods


class PeriodPicker(QWidget):
    """The days chosen are never swapped: moving one beyond the other takes that along.

    Signals:
        changed(): other days were chosen.
    """

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.period = QComboBox()
        self.period.setPlaceholderText("自定")
        self.period.setToolTip("统计哪一段时间收到的稿件")
        self.first, self.last = _day_field("开始日期"), _day_field("结束日期")
        for name, days in periods(today).items():
            self.period.addItem(name, days)
        self.period.setCurrentIndex(0)
        self._show(*self.period.itemData(0))
        self.period.activated.connect(self._on_period)
        self.first.dateChanged.connect(lambda day: self._on_day(max(day, self.last.date())))
        self.last.dateChanged.connect(self._on_day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for widget in (self.period, self.first, QLabel("至"), self.last):
            row.addWidget(widget)

    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return _day(self.first.date()), _day(self.last.date())

    def show_days(self, first: date, last: date) -> None:
        """Choose these days, by their name where they have one."""
        found = [
            at for at in range(self.period.count()) if self.period.itemData(at) == (first, last)
        ]
        self.period.setCurrentIndex(found[0] if found else -1)
        self._show(first, last)

    def _on_period(self, at: int) -> None:
        self._show(*self.period.itemData(at))
        self.changed.emit()

    def _on_day(self, last: QDate) -> None:
        self._show(_day(min(self.first.date(), last)), _day(last))
        self.period.setCurrentIndex(-1)
        self.changed.emit()

    def _show(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.setDate(QDate(day.year, day.month, day.day))


def _day_field(tip: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setToolTip(tip)
    return field


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
