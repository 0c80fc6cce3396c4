"""What a measurement is, how it is taken, and what every row is given."""

import gc
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from desk.paths import Paths
from tests.bench.office import DRAFTS, office_of

SMALL = 1_000  # drafts of the office a quick run uses


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line of the table; ``bar`` is the most that p95 may be, None where design §9 has none.

    A measurement without figures says in its note why there are none.
    """

    name: str
    p50: float | None = None
    p95: float | None = None
    unit: str = "ms"
    bar: float | None = None
    note: str = ""

    @property
    def within(self) -> bool | None:
        """Whether the bar is kept; None where there is no bar or no figure."""
        return None if self.bar is None or self.p95 is None else self.p95 <= self.bar


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure, and a folder of its own to do it in."""

    scratch: Path
    quick: bool = False

    @property
    def office(self) -> Paths:
        """The ten-year office (a small one in a quick run), to be read only."""
        return office_of(SMALL if self.quick else DRAFTS)

    def times(self, wanted: int) -> int:
        """So many repetitions, a few in a quick run."""
        return min(wanted, 5) if self.quick else wanted

    def own_office(self, name: str = "office") -> Paths:
        """A copy of the office that may be written to."""
        target = Paths(self.scratch / name)
        shutil.copytree(self.office.data, target.data)
        return target


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least this share of all samples do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def summary(
    name: str,
    samples: Sequence[float],
    *,
    bar: float | None = None,
    unit: str = "ms",
    note: str = "",
) -> Measurement:
    """The median and the 95th percentile of some samples."""
    return Measurement(name, percentile(samples, 0.5), percentile(samples, 0.95), unit, bar, note)


def timed(action: Callable[[], object]) -> float:
    """The milliseconds of one call."""
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def timed_each(actions: Iterable[Callable[[], object]], *, warm: int = 1) -> list[float]:
    """The milliseconds of each call, without the first ``warm`` ones."""
    gc.collect()
    return [timed(action) for action in actions][warm:]


def repeated(action: Callable[[], object], times: int, *, warm: int = 1) -> list[float]:
    """The milliseconds of each repetition, without the first ``warm`` ones."""
    return timed_each([action] * (times + warm), warm=warm)
