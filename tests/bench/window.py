"""The real window on an office, for the rows that measure what the clerk feels."""

from datetime import UTC, datetime

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from db.store import SqlStore
from desk.paths import Paths
from desk.settings import Settings
from tests.bench.office import TODAY
from ui.app import create_application
from ui.desktop import open_window
from ui.main_window import MainWindow

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 3, tzinfo=UTC)


def opened(paths: Paths, width: int = 1366, height: int = 768) -> MainWindow:
    """The window of an office, painted and at rest; its clock stands on the bench's day."""
    if QApplication.instance() is None:
        create_application(100)
    store = SqlStore.open(paths, clock=lambda: NOW)
    window = open_window(store, paths, Settings(), clock=lambda: NOW)
    window.resize(width, height)
    window.show()
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Let everything happen that is under way.

    In an event loop of Qt, as in the application: QTest.qWait would keep the worker from running.
    """
    worker = window.session.worker
    QApplication.processEvents()
    if worker.busy:
        loop = QEventLoop()
        worker.rested.connect(loop.quit)
        loop.exec()
        worker.rested.disconnect(loop.quit)
    QApplication.processEvents()


def close(window: MainWindow) -> None:
    """End the worker and the store; no backup is written."""
    window.session.worker.close()
    window.hide()
    window.session.store.close()
