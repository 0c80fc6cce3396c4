"""Run the desk's jobs off the window's thread: short changes in turn, long work beside them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desk.jobs import Job, Progress

T = TypeVar("T")


class Running:
    """A job under way; ``cancel`` stops it before its next step and undoes that step's work."""

    def __init__(self) -> None:
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()


class Worker(QObject):
    """Two threads for all store work; callbacks run on the window's thread.

    One is for what the clerk waits for, so that a save is never queued behind a long import: the
    store lets them write in turn. Within a thread jobs run in the order they were given.

    Long-lived on purpose: a QRunnable with its own QObject per job crashed when the job
    outlived its owner.

    Signals:
        rested(): the last job has ended and nothing waits.
    """

    rested = Signal()
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._short = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk-long")
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._jobs: set[Running] = set()
        self._is_open = True
        self._posted.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a job is queued or under way."""
        return bool(self._jobs)

    def run(
        self,
        job: Job[T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progressed: Callable[[Progress], None] = lambda _step: None,
        cancelled: Callable[[], None] = lambda: None,
        is_short: bool = False,
    ) -> Running:
        """Queue a job; exactly one of done, failed and cancelled is called at its end.

        After ``close`` nothing runs and nothing is called: a timer of a closed window asks in vain.
        """
        running = Running()

        def finish(callback: Callable[[], None]) -> None:
            self._jobs.discard(running)
            try:
                callback()
            finally:
                if not self._jobs:
                    self.rested.emit()

        def work() -> None:
            try:
                while not running.cancelled:
                    step = next(job)
                    self._post(partial(progressed, step))
                job.close()
            except StopIteration as end:
                self._post(partial(finish, partial(done, end.value)))
            except Exception as error:  # noqa: BLE001 - the window decides what to show
                self._post(partial(finish, partial(failed, error)))
            else:
                self._post(partial(finish, cancelled))

        self._queue(running, work, self._short if is_short else self._long)
        return running

    def _queue(self, running: Running, work: Callable[[], None], on: ThreadPoolExecutor) -> None:
        if self._is_open:
            self._jobs.add(running)
            on.submit(work)

    def cancel(self) -> None:
        """Ask everything to stop, what waits too."""
        for running in self._jobs:
            running.cancel()

    def close(self) -> None:
        """Cancel what runs, wait for it, and deliver nothing more."""
        self._is_open = False
        self.cancel()
        for thread in (self._short, self._long):
            thread.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()
        self._calls = SimpleQueue()

    def _post(self, call: Callable[[], Any]) -> None:
        self._calls.put(call)
        self._posted.emit()

    @Slot()
    def _deliver(self) -> None:
        while not self._calls.empty():
            self._calls.get()()
