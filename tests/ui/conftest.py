"""A session without a main window: real store, own worker, fixed clock."""

import gc
import itertools
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from desk.paths import Paths
from desk.settings import Settings
from ui import messages
from ui.backups.keeping import Keeping
from ui.messages import Messages
from ui.session import Session

_TESTS = itertools.count(1)
_OLD_EACH = 20  # tests: windows hold one another in rings, and 30 MB of pictures each
PATIENCE_MS = 60_000  # of a busy machine: what comes is waited for as long as it takes


class PatientBot(QtBot):
    """Waits by far longer than its five seconds for what a test expects."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):  # noqa: N802
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **options):  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Drives widgets; see PatientBot."""
    return PatientBot(request)


@pytest.fixture(scope="package", autouse=True)
def _notes_stay():
    """Leave a note until it has been read, however long a busy machine takes."""
    messages._NOTE_MS = messages._UNDO_MS = PATIENCE_MS


@pytest.fixture(scope="package", autouse=True)
def _collects_here():
    """Collect garbage where the windows live, as the program does."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _nothing_left_alive(qapp):
    """Delete what a test has closed, and menus and popups nobody owns: Qt would keep them for ever.

    A style sheet is then laid over them again in every later test.
    """
    yield
    for left in QApplication.topLevelWidgets():
        if left.windowType() is Qt.WindowType.Popup:  # a window may still have threads and timers
            left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(0 if next(_TESTS) % _OLD_EACH else 2)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for a page to lie in: the offscreen plugin warns about top-level size hints."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1290, 740)
    made.show()
    return made


@pytest.fixture
def session(window: QWidget, store: SqlStore, paths: Paths, now: datetime) -> Iterator[Session]:
    messages = Messages(window)
    messages.banner.setParent(window)
    made = Session(
        store, paths, Settings(office="云岭县人民政府办公室", clerk="王敏"), messages, lambda: now
    )
    yield made
    made.worker.close()


@pytest.fixture
def at_rest(session: Session, qtbot: QtBot) -> Callable[[], None]:
    """Wait until everything asked of the worker is done."""
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


@pytest.fixture
def keeping(session: Session) -> Iterator[Keeping]:
    """What looks after the backups, on its own thread."""
    made = Keeping.of(session)
    yield made
    made.worker.close()


@pytest.fixture
def answer(qtbot: QtBot) -> Iterator[Callable[[str], list[str]]]:
    """Press a button, by its word, in the next question; what was asked is in the list."""
    timers = []

    def prepare(word: str) -> list[str]:
        said: list[str] = []
        timer = QTimer(interval=5)

        def look() -> None:
            box = QApplication.activeModalWidget()
            buttons = box.findChildren(QAbstractButton) if box else []
            for button in (one for one in buttons if one.text() == word):
                timer.stop()
                said.extend(label.text() for label in box.findChildren(QLabel))
                said.extend(field.toPlainText() for field in box.findChildren(QPlainTextEdit))
                button.click()

        timer.timeout.connect(look)
        timer.start()
        timers.append(timer)
        return said

    yield prepare
    for timer in timers:
        timer.stop()


@pytest.fixture
def opened(window, session):
    """Show a page in the window, up to date."""

    def show(kind):
        page = kind(session)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        page.enter()
        return page

    return show
