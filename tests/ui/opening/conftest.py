"""Drive a program that has its own event loop: each step waits for what it needs."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.backups.backup import Reason
from desk.drafts import DraftQuery
from desk.jobs import finish
from ui.desktop import serve
from ui.main_window import MainWindow
from ui.opening.doors import Doors

_PATIENCE_MS = 20_000  # then a test that waits in vain fails


def shown(kind):
    """The window of a kind that is on view now."""
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
    return next((one for one in found if one.isVisible()), None)


@pytest.fixture
def doors():
    """The real ones."""
    return Doors(SqlStore.open, FileSafekeeping)


@pytest.fixture
def program(qapp, paths, doors):
    """Run the program; its steps, each of which is tried until it returns True, drive it."""
    timer = QTimer(interval=5)
    patience = QTimer(interval=_PATIENCE_MS)
    left, met = [], []

    def look():
        if left and left[0]():
            left.pop(0)

    def give_up():
        for one in QApplication.topLevelWidgets():
            if one.isVisible():
                words = [label.text() for label in one.findChildren(QLabel) if label.isVisible()]
                met.append((type(one).__name__, words))
            one.close()

    def run(*steps, doors=doors):
        left[:] = steps
        timer.start()
        patience.start()
        code = serve(qapp, paths, doors)
        patience.stop()
        timer.stop()
        assert left == [], f"waited in vain before {met}"
        return code

    timer.timeout.connect(look)
    patience.timeout.connect(give_up)
    yield run
    timer.stop()


@pytest.fixture
def press():
    """A step that presses a button of a dialog as soon as it can be pressed."""

    def prepare(word, kind=QDialog):
        def step():
            windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
            found = (one for one in windows if one.isVisible())
            buttons = [button for one in found for button in one.findChildren(QPushButton)]
            can = [one for one in buttons if one.text() == word and one.isEnabled()]
            for one in can[:1]:
                QTimer.singleShot(0, one.click)
            return bool(can)

        return step

    return prepare


@pytest.fixture
def look():
    """A step that looks at the window, once it is there, and closes it."""

    def prepare(see=lambda _window: None, *, closes=True):
        def step():
            window = shown(MainWindow)
            if window is None or window.session.worker.busy:
                return False
            see(window)
            if closes:
                window.close()
            return True

        return step

    return prepare


def drafts(store):
    """The titles in a store."""
    with store.read() as work:
        ids = sorted(work.drafts.ids(DraftQuery()))
        return [one.title for one in work.drafts.several(ids)]


@pytest.fixture
def backed_up(store, office):
    """An office with a draft 一 that is backed up, and 二 that is not."""
    office.draft("一")
    made = finish(store.backups.write(reason=Reason.DAILY))
    office.draft("二")
    store.close()
    return made
