"""Choose a period by its name, or two days of one's own."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ui import style
from ui.day_edit import DayEdit
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
        self.first, self.last = DayEdit("开始日期"), DayEdit("结束日期")
        for name, days in periods(today).items():
            self.period.addItem(name, days)
        self.period.setCurrentIndex(0)
        self._show(*self.period.itemData(0))
        self.period.activated.connect(self._on_period)
        self.first.dateChanged.connect(lambda: self._on_days(max(self.days())))
        self.last.dateChanged.connect(lambda: self._on_days(self.last.day))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for widget in (self.period, self.first, QLabel("至"), self.last):
            row.addWidget(widget)

    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return self.first.day, self.last.day

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

    def _on_days(self, last: date) -> None:
        self._show(min(self.first.day, last), last)
        self.period.setCurrentIndex(-1)
        self.changed.emit()

    def _show(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.show_day(day)
