"""Backups that write themselves while the clerk works, on a thread of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desk.backups.backup import Backup, Rehearsal
from desk.backups.due import due, is_to_carry, is_to_rehearse
from desk.backups.order import newest_of
from desk.errors import DeskError
from desk.jobs import Job
from desk.safekeeping import Safekeeping
from desk.store import Store
from ui.session import Session
from ui.worker import Running, Worker

T = TypeVar("T")
_FIRST_MS, _EACH_MS = 20_000, 60_000  # once the window can be used; then a cheap look a minute
_AFTER_FAILURE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Round:
    """The newest backup and the newest rehearsal after a look around."""

    newest: Backup | None
    rehearsal: Rehearsal | None


class Keeping(QObject):
    """One for a window. Its thread is neither the clerk's short one nor that of long work.

    Signals:
        changed(): backups were written, carried, rehearsed, or could not be.
        progressed(Progress | None): how far it is; None when nothing is under way.
    """

    changed = Signal()
    progressed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.worker = Worker(self)
        self.keeper: Callable[[], Safekeeping] | None = None  # for folders beside the office's
        self.trouble = ""  # the sentence of what last went wrong by itself
        self._session = session
        self._running: Running | None = None
        self._is_own = False  # what is under way was begun by itself
        self._rest_until: datetime | None = None
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self.look)

    @classmethod
    def of(cls, session: Session) -> "Keeping":
        """The one of a session, made when first asked for; it does nothing by itself yet."""
        return session.findChild(cls) or cls(session)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._running is not None

    def begin(self) -> None:
        """Look after the backups from now on."""
        self._timer.start()

    def look(self) -> None:
        """Do what is due now, unless something is under way."""
        self._timer.start(_EACH_MS)
        session = self._session
        now = session.clock()
        if self.is_busy or (self._rest_until and now < self._rest_until):
            return
        job = _round(session.store, now, hourly=session.settings.hourly)
        self.start(job, done=self._on_round, failed=self._on_failed, by_itself=True)

    def start(
        self,
        job: Job[T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        by_itself: bool = False,
    ) -> None:
        """Do a job with nothing else beside it; one begun by itself ends when the window closes."""

        def end(callback: Callable[[], None]) -> None:
            self._running = None
            self.progressed.emit(None)
            callback()
            self.changed.emit()

        tell = failed or self._session.fail
        self._is_own = by_itself
        self._running = self.worker.run(
            job,
            done=lambda result: end(lambda: done(result)),
            failed=lambda error: end(lambda: tell(error)),
            progressed=self.progressed.emit,
            cancelled=lambda: end(lambda: None),
        )

    def cancel(self) -> None:
        """Stop what is under way; nothing half is left of it."""
        if self._running:
            self._running.cancel()

    def rest(self) -> None:
        """Begin nothing any more; what the clerk has begun goes on."""
        self._timer.stop()
        if self._is_own:
            self.cancel()

    def _on_round(self, found: Round) -> None:
        self._rest_until = None
        last = found.rehearsal
        self.trouble = last.words if last and not last.is_good else ""

    def _on_failed(self, error: Exception) -> None:
        self._rest_until = self._session.clock() + _AFTER_FAILURE
        if isinstance(error, DeskError):
            self.trouble = str(error)
        else:
            self._session.fail(error)


def _round(store: Store, now: datetime, *, hourly: bool) -> Job[Round]:
    """Write, carry and rehearse what is due."""
    backups = store.backups
    newest = newest_of(backups.kept(), now)
    reason = due(newest, _changed(store), now, hourly=hourly)
    if reason:
        newest = yield from backups.write(reason=reason)
    if is_to_carry(backups.second(), newest, now):
        yield from backups.carry()
    last = next(iter(backups.rehearsals()), None)
    if reason is None and is_to_rehearse(last, newest, now):
        last = yield from backups.rehearse()
    return Round(newest, last)


def _changed(store: Store) -> datetime | None:
    """When the store was last changed."""
    with store.read() as work:
        return max((one.when for one in work.audit.records(limit=1)), default=None)
