"""Put a line of 今日 off: why, and until when. Esc leaves it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from desk.agenda.lines import Line
from desk.agenda.snooze import choices, morning_of, put_off, restore, snoozes
from desk.errors import DeskError, FieldError
from desk.office_clock import day_of, office_time
from desk.timing import calendar_of
from ui import style
from ui.day_edit import DayEdit
from ui.editor.reason_box import ReasonBox
from ui.keys import bind
from ui.session import Session, Topic, Undo


class SnoozeStrip(QFrame):
    """One line at a time; hidden while none is put off. ``left`` gives the keyboard back."""

    def __init__(self, session: Session, left: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._session, self._left = session, left
        self._line: Line | None = None
        self.sentence = QLabel(wordWrap=True)
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self.reason = ReasonBox()
        self.reason.setAccessibleName("理由")
        self.reason.setMinimumWidth(style.Look(session.settings.scale).px(200))
        self.day = DayEdit("推迟到这一天早上")
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self.reason, 1)
        self._row.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addLayout(self._row)
        column.addWidget(self.error)
        bind(self, "Return", self._take_first)
        self.hide()

    def ask(self, line: Line) -> None:
        """Ask why and until when; the reasons used last are offered."""
        now = self._session.clock()
        with self._session.store.read() as work:
            offered = choices(now, calendar_of(work))
            reasons = snoozes(work).reasons
        self._line = line
        self.sentence.setText(f"稍后提醒：{line.text}")
        self.error.hide()
        self.reason.begin(reasons, f"理由（必填），例如：{reasons[0]}")
        self.day.show_day(day_of(now) + timedelta(days=2))
        self._lay_out(offered)
        self.show()
        self.reason.setFocus()

    def leave(self) -> None:
        """Put nothing off."""
        if not self.isHidden():
            self.hide()
            self._left()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, offered: Sequence[tuple[str, datetime]]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for words, until in offered:
            self._button(
                words, partial(self._put_off, until), f"到 {office_time(until):%m-%d %H:%M}"
            )
        self._row.removeWidget(self.day)
        self._row.addWidget(self.day)
        self._button("到这天", self._to_day, "那天早上 8 点再提醒")
        self._button("取消", self.leave, "什么都不改（Esc）")
        self.buttons[0].setObjectName("primary")

    def _button(self, words: str, act: Callable[[], None], tip: str) -> None:
        made = QPushButton(words)
        made.setToolTip(tip)
        made.clicked.connect(lambda _checked: act())
        self.buttons.append(made)
        self._row.addWidget(made)

    def _take_first(self) -> None:
        self.buttons[0].click()

    def _to_day(self) -> None:
        self._put_off(morning_of(self.day.day))

    def _put_off(self, until: datetime) -> None:
        line, reason = self._line, self.reason.reason
        if line is None:
            return
        store, by = self._session.store, self._session.by
        duties, keys = line.duties, [one.key for one in line.duties]
        with store.read() as work:
            before = snoozes(work).held
        self._session.do(
            lambda: put_off(store, duties, until, reason, by=by()),
            Topic.TASKS,
            note=f"已推迟：{line.text}",
            undo=Undo(lambda: restore(store, keys, before, by=by()), "又列在今日"),
            done=lambda _before: self.leave(),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        """Say what is wrong here, where it is put right."""
        if not isinstance(error, DeskError):
            self._session.fail(error)
            return
        self.error.setText(str(error))
        self.error.show()
        is_reason = isinstance(error, FieldError) and error.field == "reason"
        self.reason.mark_missing(missing=is_reason)
        self.reason.setFocus()
