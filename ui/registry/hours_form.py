"""上班时间: the hours of a working day, in summer others where the office has such."""

from datetime import time

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk.errors import DeskError
from desk.office_hours import OfficeHours, Shift
from desk.timeliness import days_off
from ui import style
from ui.session import Session, Topic, Undo

_PARTS = ("上午从", "上午到", "下午从", "下午到")
_BETWEEN = ("—", "，", "—", "")
_RULE = "催批、等候和各环节用时按上班时间算；按天计的时限到下班时止。"
_LEAP = 2024  # a year that has every day


class ShiftEdit(QWidget):
    """Four times of a day in a row."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edits = tuple(QTimeEdit() for _part in _PARTS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for edit, part, between in zip(self.edits, _PARTS, _BETWEEN, strict=True):
            edit.setAccessibleName(f"{name}{part}")
            edit.setToolTip(f"{name}{part}")
            edit.setDisplayFormat("HH:mm")
            edit.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
            row.addWidget(edit)
            if between:
                row.addWidget(QLabel(between))
        row.addStretch(1)

    def show_shift(self, shift: Shift) -> None:
        """Put times into the inputs."""
        times = (shift.opens, shift.noon, shift.returns, shift.closes)
        for edit, at in zip(self.edits, times, strict=True):
            edit.setTime(QTime(at.hour, at.minute))

    @property
    def shift(self) -> Shift:
        """The times as they stand in the inputs."""
        return Shift(*(time(one.time().hour(), one.time().minute()) for one in self.edits))


class HoursForm(QWidget):
    """Kept by its button, for the times belong together."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stored = OfficeHours()
        self.usual, self.summer = ShiftEdit("平时"), ShiftEdit("夏季")
        self.has_summer = QCheckBox("夏季另定")
        self.first, self.last = _day("夏季从哪天起"), _day("夏季到哪天止")
        self.keep_button = QPushButton("保存")
        self.keep_button.setToolTip("保存上班时间，没办完的稿件马上重算")
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self.error.hide()
        self._lay_out()
        self.has_summer.toggled.connect(self._show_summer)
        self.keep_button.clicked.connect(self.keep)
        self._put(self._stored)

    @property
    def hours(self) -> OfficeHours:
        """The hours as they stand in the inputs."""
        summer = self.summer.shift if self.has_summer.isChecked() else None
        first, last = ((one.date().month(), one.date().day()) for one in (self.first, self.last))
        return OfficeHours(self.usual.shift, summer, first, last)

    def show_hours(self, hours: OfficeHours) -> None:
        """Show the hours as they are stored, unless others are being typed."""
        if hours != self._stored or self.hours == self._stored:
            self._put(hours)

    def _put(self, hours: OfficeHours) -> None:
        self._stored = hours
        self.usual.show_shift(hours.usual)
        self.summer.show_shift(hours.summer or hours.usual)
        self.has_summer.setChecked(hours.summer is not None)
        self.first.setDate(QDate(_LEAP, *hours.summer_first))
        self.last.setDate(QDate(_LEAP, *hours.summer_last))
        self._show_summer()

    def keep(self) -> None:
        """Keep what is typed."""
        hours = self.hours
        if hours == self._stored:
            self.session.messages.note("上班时间没有改动")
            return
        self.error.hide()
        store, by, former = self.session.store, self.session.by, self._stored
        self.session.do(
            lambda: days_off.keep_hours(store, hours, by=by()),
            Topic.REGISTRY,
            Topic.DRAFTS,
            note=f"上班时间已改为 {days_off.hours_words(hours)}",
            undo=Undo(lambda: days_off.keep_hours(store, former, by=by()), "已恢复原来的上班时间"),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self.error.setText(str(error))
            self.error.show()
        else:
            self.session.fail(error)

    def _show_summer(self) -> None:
        for widget in (self.summer, self.first, self.until, self.last):
            widget.setVisible(self.has_summer.isChecked())

    def _lay_out(self) -> None:
        title, rule = QLabel("上班时间"), QLabel(_RULE, wordWrap=True)
        title.setObjectName("sectionTitle")
        rule.setObjectName("muted")
        self.until = QLabel("至")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(title)
        column.addWidget(rule)
        column.addLayout(_row(QLabel("平时"), self.usual))
        column.addLayout(_row(self.has_summer, self.first, self.until, self.last))
        column.addLayout(_row(self.summer, self.keep_button))
        column.addWidget(self.error)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _day(name: str) -> QDateEdit:
    edit = QDateEdit()
    edit.setDisplayFormat("M月d日")
    edit.setDateRange(QDate(_LEAP, 1, 1), QDate(_LEAP, 12, 31))
    edit.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
    edit.setToolTip(name)
    edit.setAccessibleName(name)
    return edit
