"""Read files in a process of its own, so that a hostile one can only stop that process.

The process lives for a batch and is started again after a crash or a time-out. It is spawned
through multiprocessing, so a frozen build must call ``multiprocessing.freeze_support()``.
"""

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType

from desk.errors import NotReadableError
from desk.intake.document import ReadDocument
from desk.intake.reading import read

TIMEOUT_S = 20.0
MEMORY = 1 << 30
Answer = ReadDocument | str
Read = Callable[[bytes, str], ReadDocument]


class Reader:
    """Reads one file at a time: ``send`` it, then ``receive`` it. Use as a context manager."""

    def __init__(self, reading: Read = read, timeout_s: float = TIMEOUT_S) -> None:
        self._reading = reading
        self._timeout_s = timeout_s
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._stop()

    def send(self, data: bytes, name: str) -> None:
        """Begin to read a file; the one sent before must have been received."""
        with suppress(OSError):  # a process that has died is noticed by ``receive``
            self._started().send((data, name))

    def receive(self, name: str) -> ReadDocument:
        """Wait for the file that was sent; raises NotReadableError, also after a crash."""
        pipe = self._started()
        try:
            if not pipe.poll(self._timeout_s):
                raise self._given_up(name, f"读了 {self._timeout_s:.0f} 秒还没有读完")
            answer: Answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise self._given_up(name, "读取时占用内存过大或程序出错") from error
        if isinstance(answer, str):
            raise NotReadableError(answer)
        return answer

    def read(self, data: bytes, name: str) -> ReadDocument:
        """Read one file and wait for it."""
        self.send(data, name)
        return self.receive(name)

    def _started(self) -> Connection:
        if self._pipe is None:
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(
                target=serve, args=(theirs, self._reading), daemon=True, name="intake"
            )
            self._process.start()
            theirs.close()
        return self._pipe

    def _given_up(self, name: str, why: str) -> NotReadableError:
        self._stop()
        return NotReadableError(
            f"“{name}”没有读入：{why}，可能是有害文件。"
            "请先向报送单位核实，让对方重新保存一份再发来。"
        )

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None


def serve(pipe: Connection, reading: Read) -> None:
    """Answer one file after another until the other side closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            data, name = pipe.recv()
            pipe.send(_answer(data, name, reading))


def _answer(data: bytes, name: str, reading: Read) -> Answer:
    try:
        return reading(data, name)
    except NotReadableError as refusal:
        return str(refusal)


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
