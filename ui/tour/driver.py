"""Wait for the window and keep what it shows."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from ui.main_window import MainWindow
from ui.page import Page

P = TypeVar("P", bound=Page)
_STEP_MS = 40
_PATIENCE_MS = 90_000


class Driver(QObject):
    """A patient hand: waits until the worker rests, then takes a picture."""

    def __init__(self, window: MainWindow, out: Path) -> None:
        super().__init__()
        self.window = window
        self.out = out
        self.files: list[Path] = []

    def wait_until(self, ready: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so. Raises DeskError when it never is."""
        loop = QEventLoop()
        timer = QTimer(interval=_STEP_MS)
        timer.timeout.connect(lambda: loop.quit() if ready() else None)
        timer.start()
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
        timer.stop()
        if not ready():
            raise DeskError(f"演示没有走完：{what}没有出现。")

    def rest(self) -> None:
        """Wait for all work under way, and for what it shows to be painted."""
        self._pause()
        self.wait_until(lambda: not self.window.session.worker.busy, "后台工作结束")
        self._pause()

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of the window, or of another one."""
        self.rest()
        path = self.out / f"{len(self.files) + 1:02d} {name}.png"
        (widget or self.window).grab().save(str(path))
        self.files.append(path)
        self.must_be_calm()

    def must_be_calm(self) -> None:
        """Raise the error the window shows, if it shows one."""
        if sentence := self.window.messages.banner.text:
            raise DeskError(f"演示中出现提示：{sentence}")

    def keep(self, name: str, data: bytes) -> None:
        """Save a file of the office's beside the pictures."""
        path = self.out / name
        path.write_bytes(data)
        self.files.append(path)

    def _pause(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(8 * _STEP_MS, loop.quit)
        loop.exec()


def show(driver: Driver, key: str, kind: type[P]) -> P:
    """Open a page and return it as what it is."""
    driver.window.show_page(key)
    driver.rest()
    page = driver.window.page(key)
    if not isinstance(page, kind):
        raise DeskError(f"演示没有走完：{key} 不是预期的页面。")
    return page
