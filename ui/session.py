"""What every page works with: the store, the worker, the settings and the window's voice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desk.auditing import By
from desk.configuring import change_settings
from desk.errors import DeskError, sentence_of
from desk.jobs import Job, one_step
from desk.office_clock import day_of
from desk.paths import Paths
from desk.settings import Settings
from desk.store import Store
from ui.crash_dialog import CrashDialog, write_log
from ui.messages import Messages, Offer
from ui.worker import Running, Worker

T = TypeVar("T")
BACK = ""  # instead of a page's key: the one before


class Topic(StrEnum):
    """What a change touched; pages refresh when it is theirs."""

    DRAFTS = "drafts"
    ISSUES = "issues"
    SCORES = "scores"
    REGISTRY = "registry"
    SETTINGS = "settings"
    TASKS = "tasks"


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take a change back; it runs like the change itself.

    ``offer`` stands beside it, and runs on the window's thread.
    """

    action: Callable[[], object]
    note: str
    offer: Offer | None = None


class Session(QObject):
    """One running window's means of work.

    Signals:
        changed(frozenset[Topic]): a committed action touched these.
        progressed(Progress | None): a long job's state; None when it has ended.
        requested(str, object): go to a page, with what to show there.
        asked(str): open the manual at this page.
        called(int): a unit has rung; 0 where it is not known yet which.
        secluded(bool): the page wants the window for itself, or gives it back.
        returning(Path | NewKey): the window is to close, and to open again on the state of this
            backup, or under a new key.
    """

    changed = Signal(object)
    progressed = Signal(object)
    requested = Signal(str, object)
    asked = Signal(str)
    called = Signal(int)
    secluded = Signal(bool)
    returning = Signal(object)

    def __init__(
        self,
        store: Store,
        paths: Paths,
        settings: Settings,
        messages: Messages,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.store = store
        self.paths = paths
        self.settings = settings
        self.messages = messages
        self.clock = clock
        self.sequence: Sequence[int] = ()  # the drafts of the list one was opened from, in order
        self.worker = Worker(self)
        self._long: list[Running] = []  # under way, then waiting

    def today(self) -> date:
        """The office's day."""
        return day_of(self.clock())

    def by(self) -> By:
        """Who acts now."""
        return By(self.settings.clerk, self.clock())

    def go(self, page: str, target: object = None) -> None:
        """Ask the window to show a page."""
        self.requested.emit(page, target)

    def back(self) -> None:
        """Ask the window for the page that was open before this one."""
        self.requested.emit(BACK, None)

    def do(
        self,
        action: Callable[[], T],
        *topics: Topic,
        note: str = "",
        undo: Undo | None = None,
        done: Callable[[T], None] = lambda _result: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a short change on the worker, then note it, offer its undo and refresh pages.

        ``failed`` gets an error instead of the window's banner, to show it beside its field.
        """

        def finished(result: T) -> None:
            if topics:
                self.changed.emit(frozenset(topics))
            done(result)
            if note and undo:
                self.messages.note(note, self._undoing(undo, topics), undo.offer)
            elif note:
                self.messages.note(note)

        self.worker.run(one_step(action), done=finished, failed=failed or self.fail, is_short=True)

    def start(
        self,
        job: Job[T],
        *topics: Topic,
        done: Callable[[T], None],
        cancelled: Callable[[], None] | None = None,
    ) -> None:
        """Run a long job with progress in the status bar and a way to cancel it, which is noted."""

        def ended(callback: Callable[[], None]) -> None:
            self._long.pop(0)  # they end in the order they were started
            self.progressed.emit(None)
            self.changed.emit(frozenset(topics))
            callback()

        def failed(error: Exception) -> None:
            ended(lambda: self.fail(error))

        running = self.worker.run(
            job,
            done=lambda result: ended(lambda: done(result)),
            failed=failed,
            progressed=self.progressed.emit,
            cancelled=lambda: ended(cancelled or self._on_cancelled),
        )
        self._long.append(running)

    def keep_settings(
        self,
        settings: Settings,
        *,
        note: str = "",
        done: Callable[[], object] = lambda: None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Write the settings, with a record, and use them from then on."""
        former, by = self.settings, self.by()

        def use(_none: None) -> None:
            self.settings = settings
            self.changed.emit(frozenset({Topic.SETTINGS}))
            done()

        self.do(
            lambda: change_settings(self.store, former, settings, self.paths.settings, by),
            done=use,
            note=note,
            failed=failed,
        )

    def look(self, query: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read or compute something long on the worker; ``done`` gets it on the window's thread."""
        self.worker.run(one_step(query), done=done, failed=self.fail)

    def cancel(self) -> None:
        """Cancel the long job under way."""
        if self._long:
            self._long[0].cancel()

    def stop(self) -> None:
        """Cancel every long job, those that wait too."""
        for running in self._long:
            running.cancel()

    @property
    def is_working(self) -> bool:
        """Whether a long job is under way or waits."""
        return bool(self._long)

    def fail(self, error: Exception) -> None:
        """Show an error: its sentence if it has one, else the crash dialog."""
        if isinstance(error, DeskError):
            self.messages.error(str(error))
        elif isinstance(error, OSError):
            self.messages.error(sentence_of(error))
        else:
            details = write_log(error, self.paths.log)
            dialog = CrashDialog(details, self.paths.log)
            QTimer.singleShot(0, dialog.exec)

    def _on_cancelled(self) -> None:
        self.messages.note("已取消")

    def _undoing(self, undo: Undo, topics: tuple[Topic, ...]) -> Callable[[], None]:
        return lambda: self.do(undo.action, *topics, note=undo.note)
