"""Parts made in processes beside the window's, as many as the machine has cores for.

Drawing and setting take a core whole; beside the window it would be jerky for as long. The
processes are spawned, so a frozen build must call ``multiprocessing.freeze_support()``.
"""

import gc
import os
import pickle
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, ProcessPoolExecutor, wait
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import cast

from desk.errors import DeskError
from desk.jobs import Job, Progress
from desk.layout import own_fonts
from desk.packs.part import Files, Material, Part

_MOST = 4
_HEAVY = ("desk.reports.charts.page_bytes", "desk.layout.document")  # drawing and setting
_GARBAGE = 100_000  # new things until garbage is looked for; the process lives for seconds
_LOOK_S = 0.2  # how long until a cancellation is noticed


@contextmanager
def processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes for so many parts; they load what parts need while others still read."""
    folder, _edition = own_fonts.in_use()
    workers = max(1, min(_MOST, os.cpu_count() or 1, count))
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (folder,))
    try:
        for _ in range(workers):
            pool.submit(_load)
        yield pool
    finally:
        _stop(pool)


def made_beside(
    pool: ProcessPoolExecutor, parts: Sequence[Part], material: Material
) -> Job[tuple[Files, ...]]:
    """The files of the parts, in their order; raises what making one of them raised."""
    try:
        begun = sorted(parts, key=lambda part: -part.weight)  # or all would wait for the longest
        packed = pickle.dumps(material)
        running = {part.key: pool.submit(_made, part, packed) for part in begun}
        left = set(running.values())
        while left:
            names = "、".join(part.title for part in parts if running[part.key] in left)
            yield Progress(len(parts) - len(left), len(parts), f"正在写{names}")
            _done, left = wait(left, _LOOK_S, FIRST_COMPLETED)
        return tuple(running[part.key].result() for part in parts)
    except BrokenExecutor as error:
        raise DeskError(
            "写会议材料时后台程序意外停止，没有写完，已经写的都收回了。"
            "请关掉别的程序再试一次；还不行，就少选几样。"
        ) from error


def _made(part: Part, packed: bytes) -> Files:
    return part.make(_unpacked(packed))


@lru_cache(maxsize=1)  # a process makes several parts
def _unpacked(packed: bytes) -> Material:
    material = cast(Material, pickle.loads(packed))  # noqa: S301 - our own process wrote it
    gc.freeze()  # the figures stay to the end, and looking through them takes a tenth of the time
    return material


def _begin(folder: Path | None) -> None:
    """Make a new process like this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the first process's matter
    own_fonts.use(folder)
    gc.set_threshold(_GARBAGE)
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """Stop when the process that asked is gone, killed perhaps: nobody else would stop this one."""
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _load() -> None:
    for module in _HEAVY:
        import_module(module)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the processes at once, also in the middle of their work."""
    for process in list(pool._processes.values()):  # noqa: SLF001 - there is no other way to them
        process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)
