"""The 今日 page: what is due now; every line leads to its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy
from typing_extensions import override

from desk.agenda.day import day_words, work_words
from desk.agenda.duty import Duty, Machine
from desk.agenda.finders import FINDERS, LATER
from desk.agenda.found.issues import missing_of
from desk.agenda.lines import Agenda, agenda
from desk.agenda.machine import machine_of
from desk.agenda.reading import duties, ground_of
from desk.agenda.snooze import Snoozes, snoozes
from desk.clocks import Pressure
from desk.drafts import Status
from desk.office_clock import day_of
from desk.paths import Paths
from desk.store import Store
from ui import style
from ui.issue.missing_strip import MissingStrip
from ui.keys import bind
from ui.page import Page
from ui.session import Session, Topic
from ui.today.board import Board
from ui.today.foot import Foot
from ui.today.recovery import RecoveryStrip
from ui.today.sheet_printer import SheetPrinter
from ui.today.snooze_strip import SnoozeStrip
from ui.today.taking_strip import TakingStrip

_LOOK_MS = 10_000  # how soon it is noticed that the PC slept or its clock was set
_FRESH = timedelta(minutes=1)
_NONE = Snoozes()
_SCORED = frozenset({Topic.ISSUES, Topic.SCORES, Topic.REGISTRY})


@dataclass(frozen=True, slots=True)
class _Read:
    """What the store and this PC tell at a moment."""

    now: datetime
    duties: Sequence[Duty] = ()
    snoozes: Snoozes = _NONE
    counts: Mapping[Status, int] = field(default_factory=dict)
    day: str = ""  # whether the office works
    machine: Machine | None = None


class TodayPage(Page):
    """Found anew at start, on every change, each minute while shown, and after the PC slept."""

    topics = frozenset(Topic)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "今日")
        look = style.Look(session.settings.scale)
        self.told = QLabel()
        self.told.setObjectName("muted")
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.print_button = self.secondary("打印清单", "今日办理清单（Ctrl+P）")
        receive = self.primary("收稿", "到“来稿”里选文件或文件夹")
        receive.clicked.connect(lambda: session.go("inbox"))
        self.missing = MissingStrip(session, lambda issue: session.go("issue", issue.id))
        self.taking = TakingStrip(session)
        self.board = Board(look)
        self.snooze = SnoozeStrip(session, self.board.take_focus)
        self.foot = Foot(session)
        self.seen = Agenda((), ())
        self._read = _Read(session.clock())
        self._later: Sequence[Duty] = ()
        self._later_day: date | None = None  # for which those that take long were found
        self._asked = 0
        self._missing: object = None
        self._printer = SheetPrinter(session, self)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._lay_out()
        self._connect()

    @override
    def refresh(self) -> None:
        self._asked += 1
        store, paths, now = self.session.store, self.session.paths, self.session.clock()
        self.title.setText(f"今日　{day_words(day_of(now))}")
        self.session.look(lambda: _read(store, paths, now), partial(self._on_read, self._asked))
        if self._later_day != day_of(now):
            self._later_day = day_of(now)
            self.session.look(lambda: _read_later(store, now), self._on_later)

    @override
    def show_target(self, target: object) -> None:
        """Offer to begin the issue that is named, or to say why none comes out."""
        with self.session.store.read() as work:
            one = missing_of(work, target)
        if one:
            self._missing = target
            self.missing.show_missing([one])
            self.missing.take_focus()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.board.take_focus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._look_again()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & _SCORED:
            self._later_day = None
        super()._on_changed(topics)

    def _look_again(self) -> None:
        """Look anew where a minute has gone by, or time went back, since it was looked last."""
        if self._asked and not timedelta() <= self.session.clock() - self._read.now < _FRESH:
            self.refresh()

    def _on_read(self, asked: int, read: _Read) -> None:
        if asked == self._asked:
            self._read = read
            self._show()

    def _on_later(self, later: Sequence[Duty]) -> None:
        self._later = later
        self._show()

    def _show(self) -> None:
        read = self._read
        self.seen = agenda((*read.duties, *self._later), read.snoozes.on(read.now), read.now)
        self.told.setText("　".join(filter(None, (read.day, _words(self.seen, read.now)))))
        self.board.show_agenda(self.seen, read.now)
        self.foot.show_state(read.counts, self.seen.apart, read.machine, read.now)
        if self._missing not in {one.target for one in read.duties}:
            self.missing.show_missing([])
        if self.hasFocus():
            self.board.take_focus()

    def _put_off(self) -> None:
        if self.board.line:
            self.snooze.ask(self.board.line)

    def _lay_out(self) -> None:
        head = self._head.layout()
        assert isinstance(head, QHBoxLayout)  # noqa: S101 - as every page has it
        head.insertSpacing(1, 16)
        head.insertWidget(2, self.told, 100)  # cut before the title is
        self.content.addWidget(RecoveryStrip(self.session))
        self.content.addWidget(self.taking)
        self.content.addWidget(self.missing)
        self.content.addWidget(self.snooze)
        self.content.addWidget(self.board, 1)
        self.content.addWidget(self.foot)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look_again)
        self.board.followed.connect(self.session.go)
        self.print_button.clicked.connect(self._printer.show)
        bind(self, "Ctrl+P", self._printer.show)
        bind(self, "F5", self.refresh)
        bind(self.board, "S", self._put_off)


def _read(store: Store, paths: Paths, now: datetime) -> _Read:
    machine = machine_of(paths)
    with store.read() as work:
        ground = ground_of(work, now, machine)
        return _Read(
            now,
            duties(ground, FINDERS),
            snoozes(work),
            work.drafts.counts(),
            work_words(day_of(now), ground.specials),
            machine,
        )


def _read_later(store: Store, now: datetime) -> Sequence[Duty]:
    with store.read() as work:
        return duties(ground_of(work, now), LATER)


def _words(seen: Agenda, now: datetime) -> str:
    """How much is due, in a word."""
    if not seen.lines:
        return "今天到期的都办完了"
    every = [one for line in seen.lines for one in line.duties]
    over = sum(one.pressure(now) is Pressure.OVER for one in every)
    return f"{len(every)} 件待办" + (f"，▲ {over} 件已超时" if over else "")
