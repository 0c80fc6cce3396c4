"""Feed one reader broken files, and count what became of them."""

import re
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from desk.errors import DeskError
from tests.fuzz.mutating import mutated
from tests.fuzz.targets import Desk, Target, desk_in

HANG_S = 5
LARGEST_MB = 300
_CHINESE = re.compile("[\u4e00-\u9fff]")
_PEAK = Path("/proc/self/status")
_RESET = Path("/proc/self/clear_refs")


class HangError(BaseException):
    """A file took longer than any may; no reader's own handlers catch it."""


@dataclass
class Tally:
    """What became of the tries at one reader; ``faults`` are those nobody may be shown."""

    name: str
    tries: int = 0
    read: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    faults: list[str] = field(default_factory=list)

    def line(self) -> str:
        """A line of the table."""
        return (
            f"{self.name:12}\t{self.tries}\t{self.read}\t{self.refused}\t{len(self.faults)}"
            f"\t{self.slowest_s * 1000:.0f} ms\t{self.peak_mb:.0f} MB"
        )


def feed(target: Target, numbers: Iterable[int], folder: Path) -> Tally:
    """Break the target's good files in the ways of these numbers, one after another."""
    tally = Tally(target.name)
    folder.mkdir(parents=True, exist_ok=True)
    good = sorted(target.good(folder).items())
    signal.signal(signal.SIGPROF, _on_alarm)
    with desk_in(folder / "fed") as desk:
        for name, data in good:
            target.read(desk, name, data)  # a reader that refuses good files proves nothing
        for number in numbers:
            name, data = good[number % len(good)]
            _try(tally, target, desk, name, mutated(data, number), number)
    return tally


def _try(tally: Tally, target: Target, desk: Desk, name: str, data: bytes, number: int) -> None:
    tally.tries += 1
    held = _written(desk)
    base = _reset_peak()
    begun = time.process_time()
    refusal: DeskError | None = None
    try:
        with _at_most(HANG_S):
            target.read(desk, name, data)
        tally.read += 1
    except DeskError as error:
        tally.refused += 1
        refusal = error
    except (Exception, HangError) as fault:  # noqa: BLE001 - whatever it is, it is counted
        tally.faults.append(f"{name} {number}: {type(fault).__name__}: {str(fault)[:200]}")
    if refusal and not _CHINESE.search(str(refusal)):
        tally.faults.append(f"{name} {number}: no sentence: {refusal}")
    if refusal and _written(desk) != held:
        tally.faults.append(f"{name} {number}: refused, and yet written")
    tally.slowest_s = max(tally.slowest_s, time.process_time() - begun)
    used = _peak_mb() - base
    tally.peak_mb = max(tally.peak_mb, used)
    if used > LARGEST_MB:
        tally.faults.append(f"{name} {number}: took {used:.0f} MB")


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise HangError after so much work of this process; a busy machine is no hang."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _written(desk: Desk) -> int:
    with desk.store.read() as work:
        return work.audit.last_id()


def _on_alarm(_signal: int, _frame: FrameType | None) -> None:
    raise HangError


def _reset_peak() -> float:
    """Begin to measure the memory of one try; what the process has already, in MB."""
    with suppress(OSError):
        _RESET.write_text("5", encoding="ascii")
    return _peak_mb()


def _peak_mb() -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", _PEAK.read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0
