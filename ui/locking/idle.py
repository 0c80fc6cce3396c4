"""Notice that nobody has used the program for a while, or that the PC has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_LOOK_MS = 5_000
_SLEPT_S = 60.0  # more than the clocks differ by between two looks, unless the PC slept
_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Watches the window that has the keyboard; a filter on the whole program would slow it.

    Text that comes from an input method reaches no window as keys: the cursor's moves tell of it.

    Signals:
        expired(): the clerk has been away for the minutes allowed, or the PC has slept.
    """

    expired = Signal()

    def __init__(self, minutes: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes  # 0 for never
        self._watched: QWindow | None = None
        self._last = self._looked = time.monotonic()
        self._wall = time.time()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watch(app.focusWindow())
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)
        timer = QTimer(self, interval=_LOOK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def touch(self) -> None:
        """Somebody is there."""
        self._last = time.monotonic()

    def look(self) -> None:
        """Tell when the time is up; the clock that stops while the PC sleeps is not enough."""
        now, wall, minutes = time.monotonic(), time.time(), self._minutes()
        slept = (wall - self._wall) - (now - self._looked) > _SLEPT_S
        self._looked, self._wall = now, wall
        if minutes and (slept or now - self._last >= minutes * 60):
            self.touch()
            self.expired.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTS:
            self.touch()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)
            self.touch()

    def _forget(self) -> None:
        self._watched = None
