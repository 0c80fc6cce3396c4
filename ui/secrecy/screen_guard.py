"""Keep windows out of screenshots and screen sharing, where the system has a means for it.

Windows 10 2004 and later leave such a window out of every capture; X11 and Wayland have nothing
of the kind.
"""

import ctypes
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui.session import Session, Topic

_EXCLUDED, _NONE = 0x11, 0x00  # WDA_EXCLUDEFROMCAPTURE, WDA_NONE


def system_means() -> Any:  # noqa: ANN401 - what ctypes has of user32
    """Windows' user32; None elsewhere."""
    libraries = getattr(ctypes, "windll", None)
    return libraries.user32 if libraries else None


class ScreenGuard(QObject):
    """Guards every window of the program that is shown, while the office wants it."""

    def __init__(self, session: Session, user32: Any) -> None:  # noqa: ANN401
        super().__init__(session)
        self._session, self._user32 = session, user32
        session.changed.connect(self._on_changed)
        if user32 is not None:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            self.apply()

    @property
    def is_possible(self) -> bool:
        """Whether this system can do it."""
        return self._user32 is not None

    def apply(self) -> None:
        """Guard all windows there are, or guard them no more."""
        for one in QApplication.topLevelWidgets():
            if one.isVisible():
                self._guard(one)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self._guard(watched)
        return False

    def _guard(self, window: QWidget) -> None:
        wanted = _EXCLUDED if self._session.settings.blocks_capture else _NONE
        if wanted or window.property("guarded"):
            self._user32.SetWindowDisplayAffinity(int(window.winId()), wanted)
            window.setProperty("guarded", bool(wanted))

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics and self.is_possible:
            self.apply()
