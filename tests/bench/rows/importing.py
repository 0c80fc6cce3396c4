"""Import of .docx files through the window, and how late the window is meanwhile.

A batch is measured whole, as the clerk waits for it: with the start of the process that reads,
and until every draft was compared with all others.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer

from db.store import SqlStore
from desk.auditing import By
from desk.comparing import compare
from desk.demo.founding import found
from desk.demo.layouts import layout_for
from desk.demo.manuscripts import tell
from desk.demo.stories import stories
from desk.drafts import DraftQuery
from desk.jobs import finish
from desk.paths import Paths
from tests.bench.measuring import Measurement, Plan, percentile
from tests.bench.office import TODAY
from tests.bench.window import NOW, close, opened, settle
from ui.inbox.page import InboxPage

_FEW, _MANY = 100, 1_000
_QUICK = 20
_TICK_MS = 5
_BAR_S = 9


@dataclass(frozen=True, slots=True)
class _Taken:
    """A batch: how long it took, how many drafts it gave, how late the window was meanwhile."""

    seconds: float
    kept: int
    late_ms: Sequence[float]


def measure(plan: Plan) -> Iterator[Measurement]:
    """Drop files on the inbox of a new office, then on that of an old one; few in a quick run."""
    files = written(plan.scratch / "来稿", _QUICK if plan.quick else _MANY)
    for count in (_FEW, _MANY):
        paths = _founded(plan.scratch / f"data{count}")
        taken = _take(paths, files[:count])
        bar = _BAR_S if count == len(files) == _MANY else None
        yield _batch(f"import of {count:,} .docx", taken, files[:count], bar)
    yield Measurement(
        "window late while importing, p50 and p99",
        percentile(taken.late_ms, 0.5),
        percentile(taken.late_ms, 0.99),
        bar=50,
        note=f"a {_TICK_MS} ms timer; the latest was {max(taken.late_ms):.0f} ms",
    )
    paths = plan.own_office()
    drafts = _sketched(paths)
    taken = _take(paths, files)
    yield _batch(f"import of {_MANY:,} .docx among {drafts:,} drafts", taken, files)


def _batch(
    name: str, taken: _Taken, files: Sequence[Path], bar: float | None = None
) -> Measurement:
    size = sum(path.stat().st_size for path in files) / len(files) / 1024
    note = f"{taken.kept} of {len(files)} files, {size:.0f} kB each, with start and comparison"
    return Measurement(name, taken.seconds, taken.seconds, "s", bar, note)


def _founded(folder: Path) -> Paths:
    """A new office without drafts."""
    paths = Paths(folder)
    store = SqlStore.open(paths, clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    store.close()
    return paths


def _sketched(paths: Paths) -> int:
    """See that all drafts of an old office have their sketches; returns how many there are."""
    store = SqlStore.open(paths, clock=lambda: NOW)
    with store.read() as work:
        ids = work.drafts.ids(DraftQuery())
    finish(compare(store, ids[:1]))
    store.close()
    return len(ids)


def _take(paths: Paths, files: Sequence[Path]) -> _Taken:
    """Take files in through the window."""
    window = opened(paths)
    window.show_page("inbox")
    page = window.page("inbox")
    assert isinstance(page, InboxPage)
    settle(window)
    before = len(page.list.drafts.ids)
    late = _Lateness()
    begun = time.perf_counter()
    page.receive([*files])
    settle(window)
    seconds = time.perf_counter() - begun
    late.stop()
    kept = len(page.list.drafts.ids) - before
    close(window)
    return _Taken(seconds, kept, late.samples_ms)


def written(folder: Path, count: int) -> list[Path]:
    """So many .docx files in the layouts of the demo."""
    folder.mkdir()
    random = Random(8)  # noqa: S311 - the same files every time
    files = []
    for place in range(count):
        story = stories()[place % len(stories())]
        draft = tell(story, random.choice(story.tellers), TODAY, random)
        path = folder / f"{place:04d}.docx"
        layout_for(draft, place)(draft, random).save(str(path))
        files.append(path)
    return files


class _Lateness:
    """How much later than asked the window's timer fires."""

    def __init__(self) -> None:
        self.samples_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.samples_ms.append(max(0.0, (now - self._last) * 1000 - _TICK_MS))
        self._last = now
