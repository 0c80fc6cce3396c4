"""出刊: on which days issues are due, and how they are numbered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from desk.calendar import Specials
from desk.errors import DeskError, FieldError
from desk.importing import values
from desk.publication_changes import WEEKDAYS
from desk.publication_rules import check_schedule
from desk.publications import Numbering, Publication, Rhythm, Schedule
from desk.scheduling import next_due
from desk.settings import Settings
from ui import style
from ui.flow_layout import FlowLayout
from ui.publications.part import Part, explanation

_RHYTHMS = tuple(Rhythm)
_TOLD = 3  # days
_REST = "遇到休息日，顺延到下一个工作日；节假日在“时限与日历”里改。"
_SERIES = "增刊总是单独编号；特刊不单独编号的，接着正刊的期号排。编刊时期号自动接上。"


class DaysEdit(QWidget):
    """Weekdays to tick or days of the month to write, as the rhythm asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.weekdays = [QCheckBox(f"周{word}") for word in WEEKDAYS]
        self.month_days = QLineEdit(placeholderText="例如：10、20、30")
        self._week = QWidget()
        week = FlowLayout(style.GAP, self._week)
        for tick in self.weekdays:
            week.addWidget(tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._week)
        row.addWidget(self.month_days)
        self.ask(Rhythm.NONE)

    def ask(self, rhythm: Rhythm) -> None:
        """Show the inputs of a rhythm."""
        self._week.setVisible(rhythm is Rhythm.WEEKLY)
        self.month_days.setVisible(rhythm is Rhythm.MONTHLY)
        self.setFocusProxy(self.weekdays[0] if rhythm is Rhythm.WEEKLY else self.month_days)

    def show_schedule(self, schedule: Schedule) -> None:
        """Show the days of a schedule."""
        weekly, monthly = (schedule.rhythm is one for one in (Rhythm.WEEKLY, Rhythm.MONTHLY))
        for day, tick in enumerate(self.weekdays):
            tick.setChecked(weekly and day in schedule.days)
        self.month_days.setText("、".join(map(str, schedule.days)) if monthly else "")

    def days(self, rhythm: Rhythm) -> tuple[int, ...]:
        """The days as ticked or written. Raises FieldError."""
        if rhythm is Rhythm.WEEKLY:
            return tuple(day for day, tick in enumerate(self.weekdays) if tick.isChecked())
        if rhythm is Rhythm.MONTHLY:
            words = re.split(r"[、，,；;\s]+", self.month_days.text().strip("、，,；; "))
            return tuple(_day_of_month(word) for word in words if word)
        return ()


class IssuingPart(Part):
    """Without a rhythm no issue is ever missed."""

    title = "出刊"

    def __init__(self) -> None:
        super().__init__()
        self._today: date | None = None
        self._specials: Specials = {}
        self.rhythm = QComboBox()
        self.rhythm.addItems([one.value for one in _RHYTHMS])
        self.since = QLineEdit(placeholderText="2026-01-01，空着就不提醒缺期")
        self.days = DaysEdit()
        self.yearly = QCheckBox("期号每年从第1期重新编")
        self.has_total = QCheckBox("另有总期号，一直往下编（总第…期）")
        self.specials_apart = QCheckBox("特刊单独编号")
        self.add("rhythm", "多久出一期", self.rhythm)
        self.add_beside("since", "从哪一天起算缺期", self.since)
        self.add("days", "哪几天", self.days)
        self.rest = explanation(_REST)
        self.next = explanation()
        self.inputs.addWidget(self.next)
        self.inputs.addWidget(self.rest)
        self.inputs.addSpacing(style.GAP)
        for tick in (self.yearly, self.has_total, self.specials_apart):
            self.inputs.addWidget(tick)
        self.inputs.addWidget(explanation(_SERIES))
        self.inputs.addStretch(1)
        self.rhythm.currentIndexChanged.connect(self._ask)
        self._ask()
        self.watch()
        self.edited.connect(self._tell_next)

    def show_calendar(self, today: date, specials: Specials) -> None:
        """Reckon with these days of rest."""
        self._today, self._specials = today, specials
        self._tell_next()

    @override
    def fill(self, publication: Publication, settings: Settings) -> None:
        schedule, numbering = publication.schedule, publication.numbering
        self.rhythm.setCurrentIndex(_RHYTHMS.index(schedule.rhythm))
        self.since.setText(schedule.since.isoformat() if schedule.since else "")
        self.days.show_schedule(schedule)
        self.yearly.setChecked(numbering.yearly)
        self.has_total.setChecked(numbering.has_total)
        self.specials_apart.setChecked(numbering.specials_apart)

    @override
    def put_into(self, publication: Publication) -> Publication:
        numbering = Numbering(
            self.yearly.isChecked(), self.has_total.isChecked(), self.specials_apart.isChecked()
        )
        return replace(publication, schedule=self.schedule(), numbering=numbering)

    def schedule(self) -> Schedule:
        """The schedule as the inputs have it. Raises FieldError."""
        rhythm = _RHYTHMS[self.rhythm.currentIndex()]
        if rhythm is Rhythm.NONE:
            return Schedule()
        since = self.since.text().strip()
        first = values.day(since) if since else None
        if since and first is None:
            raise FieldError("since", f"“{since}”不是日期。请写成 2026-01-01 这样，或者空着。")
        return Schedule(rhythm, self.days.days(rhythm), first)

    def _tell_next(self) -> None:
        """Say which days come next by what the inputs say, if they say anything."""
        try:
            found = tuple(self._next_days(self.schedule()))
        except DeskError:
            found = ()
        days = [f"{day.month}月{day.day}日" for day in found]
        if found:
            after = f"，以后是{'、'.join(days[1:])}" if days[1:] else ""
            weekday = WEEKDAYS[found[0].weekday()]
            self.next.setText(f"下一期应在{days[0]}（星期{weekday}）{after}。")
        self.next.setVisible(bool(found))

    def _next_days(self, schedule: Schedule) -> Iterator[date]:
        check_schedule(schedule)
        day = self._today
        for _ in range(_TOLD):
            day = next_due(schedule, day, self._specials) if day else None
            if day is None:
                return
            yield day
            day += timedelta(1)

    def _ask(self) -> None:
        rhythm = _RHYTHMS[self.rhythm.currentIndex()]
        self.days.ask(rhythm)
        self.fields["days"].setVisible(rhythm in (Rhythm.WEEKLY, Rhythm.MONTHLY))
        self.rest.setVisible(rhythm is not Rhythm.NONE)
        self.fields["since"].setVisible(rhythm is not Rhythm.NONE)


def _day_of_month(word: str) -> int:
    text = word.removesuffix("日").removesuffix("号")
    if not text.isdecimal():
        raise FieldError("days", f"“{word}”不是日子。请写 1 到 31 之间的数，用、隔开。")
    return int(text)
