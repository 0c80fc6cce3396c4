"""Lock the window: everything is covered until the password is typed; work under way goes on.

The store stays open meanwhile, with its key in memory: this keeps people from the screen, the
closed program keeps them from the data.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desk.errors import LockedError
from ui.fitted_dialog import FittedDialog
from ui.locking.clipboard import clean_clipboard
from ui.locking.covers import Covers
from ui.locking.desktop_lock import DesktopLock
from ui.locking.idle import Idle
from ui.locking.secret_form import SecretForm
from ui.messages import Offer
from ui.session import Session

_WIDTH = 380
_LOOK_MS = 200  # a question that comes up meanwhile is on view so long at most


class LockDialog(FittedDialog):
    """Asks for the password before all other windows; it cannot be closed without."""

    def __init__(self, window: QWidget, attempt: Callable[[str], object]) -> None:
        super().__init__(_WIDTH, window)
        self.setWindowTitle("信息编报台已锁定")
        self.setModal(True)
        self.form = SecretForm(attempt, "解锁")
        self.note = QLabel(wordWrap=True)
        self.note.setObjectName("muted")
        title = QLabel("已锁定")
        title.setObjectName("pageTitle")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for one in (title, self.note, self.form):
            layout.addWidget(one)

    @override
    def reject(self) -> None:
        """Esc and the window's cross leave it where it is."""


class Lock(QObject):
    """Locks by hand, after a while without work, after sleep, and with the desktop.

    ``before`` lets the pages keep what is half-typed.
    """

    def __init__(self, session: Session, window: QWidget, before: Callable[[], object]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._before = before
        self._covers = Covers()
        self._dialog: LockDialog | None = None
        self._left: QWidget | None = None  # the window that had the keyboard
        self._guard = QTimer(self, interval=_LOOK_MS)
        self._guard.timeout.connect(self._cover)
        self.idle = Idle(lambda: session.settings.lock_minutes, self)
        self.desktop = DesktopLock(self)
        self.idle.expired.connect(self._lock_if_possible)
        self.desktop.locked.connect(self._lock_if_possible)

    @property
    def dialog(self) -> LockDialog | None:
        """What asks for the password; None while the window is open."""
        return self._dialog

    @property
    def is_locked(self) -> bool:
        """Whether the password is asked for now."""
        return self._dialog is not None

    def lock(self) -> None:
        """Lock now; without a password say where one is set."""
        if self._session.store.locks.has_password:
            self._lock_if_possible()
        else:
            offer = Offer("去设口令", partial(self._session.go, "settings", "口令与锁定"))
            self._session.messages.note("还没有设口令，锁不上", offer=offer)

    def _lock_if_possible(self) -> None:
        if self.is_locked or not self._session.store.locks.has_password:
            return
        self._left = QApplication.activeWindow()
        self._session.messages.hold(on=True)
        clean_clipboard(self._session)
        self._dialog = LockDialog(self._window, self._attempt)
        self._dialog.note.setText("正在做的事照常做完。输入口令继续。")
        self._dialog.form.opened.connect(self._unlock)
        self._cover()
        self._guard.start()
        self._dialog.open()
        self._dialog.form.begin()
        self._before()  # last: whatever goes wrong in a page, it is locked

    def _attempt(self, secret: str) -> None:
        if not self._session.store.locks.is_right(secret):
            raise LockedError("口令不对，请重新输入。")

    def _cover(self) -> None:
        """Cover what has come up since, and stand before it."""
        if self._dialog is not None:
            self._covers.lay(but=self._dialog)
            modal = QApplication.activeModalWidget()
            if modal is not None and modal is not self._dialog:
                self._dialog.hide()  # shown again, it is the one that gets the keys
                self._dialog.open()

    def _unlock(self, _given: object) -> None:
        self._guard.stop()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.form.end()
            dialog.done(0)
            dialog.deleteLater()
        self._covers.lift()
        self.idle.touch()
        left, self._left = self._left, None
        if left is None or not isValid(left) or not left.isVisible():
            left = self._window
        left.activateWindow()
        self._session.messages.hold(on=False)
