"""Import of .docx files through the window, and how late the window is meanwhile."""

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer

from db.store import SqlStore
from desk.auditing import By
from desk.demo.founding import found
from desk.demo.layouts import layout_for
from desk.demo.manuscripts import tell
from desk.demo.stories import stories
from desk.paths import Paths
from tests.bench.measuring import Measurement, Plan, percentile
from tests.bench.office import TODAY
from tests.bench.window import NOW, close, opened, settle
from ui.inbox.page import InboxPage

_FILES = 200
_TICK_MS = 5


def measure(plan: Plan) -> Iterator[Measurement]:
    """Drop a folder on the inbox and wait for the results."""
    folder = plan.scratch / "来稿"
    folder.mkdir()
    count = 10 if plan.quick else _FILES
    size = _write(folder, count)
    paths = Paths(plan.scratch / "data")
    store = SqlStore.open(paths, clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    store.close()
    window = opened(paths)
    window.show_page("inbox")
    page = window.page("inbox")
    assert isinstance(page, InboxPage)
    late = _Lateness()
    begun = time.perf_counter()
    page.receive([folder])
    settle(window)
    taken_s = time.perf_counter() - begun
    late.stop()
    kept = len(page.list.drafts.ids)
    each = taken_s / max(kept, 1) * 1000
    said = f"{kept} of {count} files, {size / count / 1024:.0f} kB each"
    note = f"{said}, in {taken_s:.1f} s with the reader's start, × {1000 / count:g}"
    yield Measurement("import of 1,000 .docx", each, each, "s", 9, note)
    yield Measurement(
        "window late while importing, p50 and p99",
        percentile(late.samples_ms, 0.5),
        percentile(late.samples_ms, 0.99),
        bar=50,
        note=f"a {_TICK_MS} ms timer; the latest was {max(late.samples_ms):.0f} ms",
    )
    close(window)


def _write(folder: Path, count: int) -> int:
    """So many .docx files in the layouts of the demo; returns their bytes together."""
    random = Random(8)  # noqa: S311 - the same files every time
    size = 0
    for place in range(count):
        story = stories()[place % len(stories())]
        draft = tell(story, random.choice(story.tellers), TODAY, random)
        path = folder / f"{place:03d}.docx"
        layout_for(draft, place)(draft, random).save(str(path))
        size += path.stat().st_size
    return size


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
