"""Backup with verification, commits while it runs, and restore."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.auditing import By, note
from desk.jobs import finish
from desk.paths import Paths
from desk.store import Store
from tests.bench.measuring import Measurement, Plan, percentile, timed
from tests.bench.window import NOW

_GB = 1_000_000_000
_PAUSE_S = 0.02


def measure(plan: Plan) -> Iterator[Measurement]:
    """Back the office up and bring it back; seconds are those of one GB at the same pace."""
    office = plan.own_office()
    size = office.store.stat().st_size
    store = SqlStore.open(office, clock=lambda: NOW)
    commits = _Commits(store)
    commits.start()
    target = plan.scratch / "backup.infodesk"
    taken_s = [timed(lambda: store.backup(target)) / 1000 for _ in range(plan.times(3))]
    commits.stop()
    store.close()
    said = f"store of {size / 1_000_000:.0f} MB in {percentile(taken_s, 0.5):.2f} s, verified"
    yield _per_gb("backup of 1 GB with verification", taken_s, size, 12, said)
    yield Measurement(
        "commit while a backup runs, p50 and longest",
        percentile(commits.samples_ms, 0.5),
        max(commits.samples_ms),
        bar=400,
        note=f"{len(commits.samples_ms)} commits",
    )
    fresh = Paths(plan.scratch / "restored")
    taken_s = [timed(lambda: _restore(fresh, target)) / 1000 for _ in range(2)]
    said = f"store of {size / 1_000_000:.0f} MB in {percentile(taken_s, 0.5):.2f} s, verified"
    yield _per_gb("restore of 1 GB", taken_s[:1], size, 15, said)
    yield _per_gb("restore of 1 GB in place, what was there backed up", taken_s[1:], size, 30, said)


def _restore(paths: Paths, source: Path) -> None:
    finish(FileSafekeeping().restore(paths, source))


def _per_gb(name: str, taken_s: list[float], size: int, bar: float, said: str) -> Measurement:
    per_gb = [one * _GB / size for one in taken_s]
    return Measurement(name, percentile(per_gb, 0.5), max(per_gb), "s", bar, said)


class _Commits(Thread):
    """Writes audit records one after another, and times each unit of work."""

    def __init__(self, store: Store) -> None:
        super().__init__(daemon=True)
        self.samples_ms: list[float] = []
        self._store = store
        self._stopped = Event()

    def stop(self) -> None:
        """End after the commit under way."""
        self._stopped.set()
        self.join()

    def run(self) -> None:
        while not self._stopped.wait(_PAUSE_S):
            begun = time.perf_counter()
            by = By("基准", NOW + timedelta(milliseconds=len(self.samples_ms)))
            with self._store.begin() as work:
                note(work, by, "基准", "bench", "")
            self.samples_ms.append((time.perf_counter() - begun) * 1000)
