"""Saves of a draft being edited while an import runs beside: nobody waits for long work."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

from desk.drafts import DraftQuery, Status
from tests.bench.measuring import Measurement, Plan, summary
from tests.bench.rows.importing import written
from tests.bench.window import close, opened, settle
from ui.editor.page import EditorPage
from ui.inbox.page import InboxPage
from ui.main_window import MainWindow

_FILES, _QUICK = 300, 20
_BAR_MS = 3_000  # of typing that a power cut may cost
_BETWEEN_MS = 50
_LATEST_MS = 10_000


def measure(plan: Plan) -> Iterator[Measurement]:
    """Type into a draft until all files are taken in; from each key until a revision holds it."""
    files = written(plan.scratch / "来稿", _QUICK if plan.quick else _FILES)
    window = opened(plan.own_office())
    editor = _editor(window)
    idle = [_saved(editor) for _ in range(plan.times(10))]
    inbox = window.page("inbox")
    assert isinstance(inbox, InboxPage)
    inbox.receive([*files])
    begun = time.perf_counter()
    busy = list(_saves_beside(window, editor))
    seconds = time.perf_counter() - begun
    settle(window)
    close(window)
    yield summary(
        "from a key to its revision", idle, bar=_BAR_MS, note="the pause of 0.8 s with it"
    )
    note = (
        f"{len(busy)} saves in {seconds:.1f} s of {len(files)} files; the slowest {max(busy):.0f}"
    )
    yield summary("the same while importing", busy, bar=_BAR_MS, note=note)


def _editor(window: MainWindow) -> EditorPage:
    """The editor with a draft that may be edited."""
    with window.session.store.read() as work:
        chosen = work.drafts.ids(DraftQuery(statuses=frozenset({Status.EDITING})))[0]
    window.show_page("inbox")
    settle(window)
    window.show_page("editor", chosen)
    settle(window)
    editor = window.page("editor")
    assert isinstance(editor, EditorPage)
    return editor


def _saves_beside(window: MainWindow, editor: EditorPage) -> Iterator[float]:
    """Save as often as can be while long work is under way."""
    while window.session.is_working:
        yield _saved(editor)
        _rest(_BETWEEN_MS)


def _saved(editor: EditorPage) -> float:
    """The milliseconds from a key until the worker has told that a revision holds it."""
    started = time.perf_counter()
    QTest.keyClicks(editor.middle.text, "a")
    _rest(_LATEST_MS, editor.autosave.saved.connect)
    return (time.perf_counter() - started) * 1000


def _rest(longest_ms: int, until: Callable[[Callable[[], None]], object] | None = None) -> None:
    """Let the window run; QTest.qWait would keep the worker from running."""
    loop = QEventLoop()
    QTimer.singleShot(longest_ms, loop.quit)
    if until is not None:
        until(loop.quit)
    loop.exec()
