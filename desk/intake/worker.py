"""Read files in a process of its own, so that a hostile one can only stop that process.

Bounds: 20 s for each text of a file, 120 s for a file with all that is inside it, 1 GB. The
process lives for a batch. After a crash or a time-out it is started again and goes on behind the
inner file that stopped it, as long as the file's time lasts. It is spawned through
multiprocessing, so a frozen build must call ``multiprocessing.freeze_support()``.
"""

import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Generic, TypeVar

from desk.intake.reading import Pending, pending
from desk.intake.transient import sweep

TIMEOUT_S = 20.0
WHOLE_S = 120.0
MEMORY = 1 << 30
READY = "ready"
_START_S = 60.0
T = TypeVar("T")
Read = Callable[[Pending, str], T]


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to read; ``skip`` parts of it were read before."""

    data: bytes
    name: str
    folder: str
    skip: int = 0


@dataclass(frozen=True, slots=True)
class GaveUp:
    """Why a file, or one inside it, was not read to its end; a slow one may be tried again."""

    sentence: str
    can_retry: bool = False


class Reader(Generic[T]):
    """Reads files in the order in which they were sent. Use as a context manager.

    Several may be sent before the first is received: the process reads ahead. ``reading`` makes
    an answer of each part of a file, in the other process; it is given the part and the folder
    the file lay in. Both it and its answers must be picklable.
    """

    def __init__(
        self, reading: Read[T], timeout_s: float = TIMEOUT_S, whole_s: float = WHOLE_S
    ) -> None:
        self._reading = reading
        self._timeout_s = timeout_s
        self._whole_s = whole_s
        self._tasks: deque[_Task] = deque()  # sent and not yet received
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._sender: Thread | None = None
        self._outbox: SimpleQueue[_Task | None] = SimpleQueue()
        self._is_ready = False
        self._left_s = 0.0  # of the whole file's time
        self._part = ""  # the name of what is being read

    def __enter__(self) -> "Reader[T]":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._stop()

    def send(self, data: bytes, name: str, folder: str = "") -> None:
        """Hand a file over to be read; never waits."""
        self._tasks.append(_Task(data, name, folder))
        self._started()
        self._outbox.put(self._tasks[-1])

    def receive(self) -> Iterator[T | GaveUp]:
        """The answers for the first file sent and not received; the reason after a crash."""
        self._left_s = self._whole_s
        while True:
            try:
                self._part = ""
                self._part = self._next()
                if not self._part:
                    self._tasks.popleft()
                    return
                answer: T = self._next()
            except (EOFError, OSError) as error:
                yield self._given_up(error)
                if not self._go_on():
                    return
            else:
                self._tasks[0] = replace(self._tasks[0], skip=self._tasks[0].skip + 1)
                yield answer

    def read(self, data: bytes, name: str, folder: str = "") -> list[T | GaveUp]:
        """Read one file and wait for all of it."""
        self.send(data, name, folder)
        return list(self.receive())

    def _go_on(self) -> bool:
        """Start again behind the part that stopped the process; False where the file ends."""
        ends = not self._part or self._left_s <= 0
        if ends:
            self._tasks.popleft()
        else:
            self._tasks[0] = replace(self._tasks[0], skip=self._tasks[0].skip + 1)
        if self._tasks:
            self._started()
            for task in self._tasks:
                self._outbox.put(task)
        return not ends

    def _next(self) -> Any:  # noqa: ANN401 - a name, or what ``reading`` answers
        """Wait for the next message; raises TimeoutError, or EOFError after a crash."""
        pipe = self._started()
        if not self._is_ready:  # a slow start of the process is not the file's fault
            self._is_ready = pipe.poll(_START_S) and bool(pipe.recv())
        begun = time.monotonic()
        try:
            if not pipe.poll(min(self._timeout_s, self._left_s)):
                raise TimeoutError
        finally:
            self._left_s -= time.monotonic() - begun
        return pipe.recv()

    def _started(self) -> Connection:
        if self._pipe is None:
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=serve, args=(theirs, self._reading), daemon=True, name="intake"
            )
            self._process.start()
            theirs.close()
            self._outbox = SimpleQueue()
            self._sender = Thread(target=_send_all, args=(self._outbox, self._pipe), daemon=True)
            self._sender.start()
        return self._pipe

    def _given_up(self, error: Exception) -> GaveUp:
        """Stop the process, and say what it was doing."""
        self._stop()
        file = self._tasks[0].name
        if self._left_s <= 0:
            said = (
                f"“{file}”读了 {self._whole_s:.0f} 秒还没有读完，后面的没有读。请分成几份再导入。"
            )
            return GaveUp(said, can_retry=True)
        is_slow = isinstance(error, TimeoutError)
        why = "读取时占用内存过大或程序出错"
        if is_slow:
            why = f"读了 {self._timeout_s:.0f} 秒还没有读完"
        return GaveUp(
            f"“{self._part or file}”没有读入：{why}，可能是有害文件。"
            "请先向报送单位核实，让对方重新保存一份再发来。",
            can_retry=is_slow,
        )

    def _stop(self) -> None:
        self._outbox.put(None)
        if self._process is not None:
            self._process.kill()
            self._process.join()
            sweep(self._process.pid)
            self._process.close()
        if self._sender is not None:
            self._sender.join()  # ended by the process, whose end of the pipe is gone
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = self._process = self._sender = None
        self._is_ready = False


def _send_all(outbox: "SimpleQueue[_Task | None]", pipe: Connection) -> None:
    """Hand over files beside the work: the process may be busy, and a pipe holds little."""
    with suppress(OSError):  # a process that has died is noticed by ``receive``
        while (task := outbox.get()) is not None:
            pipe.send(task)


def serve(pipe: Connection, reading: Read[Any]) -> None:
    """Answer one file after another until the other side closes the pipe.

    It says when it is ready. Each part's name is sent before it is read, then the answer; an
    empty name ends the file.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    _limit_memory()
    with suppress(EOFError, OSError):
        pipe.send(READY)
        while True:
            task: _Task = pipe.recv()
            for part in pending(task.data, task.name, task.skip):
                pipe.send(part.name)
                pipe.send(reading(part, task.folder))
            pipe.send("")


def _limit_memory() -> None:
    """Allow 1 GB more than the bare process takes; Windows and macOS have no such limit."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        limit = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
