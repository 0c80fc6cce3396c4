"""Notice that the desktop itself was locked.

On Linux the session's buses say so (local sockets); Windows is asked now and then, since a filter
on its messages would run Python for each of them.
"""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_LOOK_MS = 3_000
_SWITCH_DESKTOP = 0x0100
_SAVERS = (  # whose ActiveChanged(true) means that the screen is locked
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.ukui.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1.Session"


class DesktopLock(QObject):
    """Listens, or looks every few seconds.

    Signals:
        locked(): the desktop was locked.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_locked = False
        if sys.platform == "win32":
            timer = QTimer(self, interval=_LOOK_MS)
            timer.timeout.connect(self.look)
            timer.start()
        else:
            self._listen()

    @Slot(bool)
    def on_saver(self, active: bool) -> None:  # noqa: FBT001 - a signal's argument
        """A screen saver began or ended."""
        if active:
            self.locked.emit()

    @Slot()
    def on_login(self) -> None:
        """The session manager asks all programs to lock."""
        self.locked.emit()

    def look(self) -> None:
        """Tell once when the input desktop is no longer ours."""
        is_locked = not _has_input_desktop()
        if is_locked and not self._was_locked:
            self.locked.emit()
        self._was_locked = is_locked

    def _listen(self) -> None:
        for saver in _SAVERS:
            self._hear(QDBusConnection.sessionBus(), saver, "ActiveChanged", SLOT("on_saver(bool)"))
        self._hear(QDBusConnection.systemBus(), _LOGIN, "Lock", SLOT("on_login()"))

    def _hear(self, bus: QDBusConnection, interface: str, name: str, slot: Any) -> None:  # noqa: ANN401 - Qt's stub says bytes, its call wants what SLOT() gives
        """Have a slot called by a signal, whoever sends it."""
        bus.connect("", "", interface, name, self, slot)


def _has_input_desktop() -> bool:
    """Whether Windows shows our desktop: on the lock screen another one takes the keys."""
    user32: Any = getattr(ctypes, "windll").user32  # noqa: B009 - unknown to types elsewhere
    desktop = user32.OpenInputDesktop(0, 0, _SWITCH_DESKTOP)
    if desktop:
        user32.CloseDesktop(desktop)
    return bool(desktop)
