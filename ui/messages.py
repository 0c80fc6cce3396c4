"""Every note, error and question the clerk sees goes through here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from ui import style
from ui.icons import coloured

_NOTE_MS = 4000
_UNDO_MS = 10000
_BESIDE = 160  # margins, and the window's edges


@dataclass(frozen=True, slots=True)
class Offer:
    """Something else to do about what was just done."""

    text: str
    action: Callable[[], object]


class Toast(QFrame):
    """A passing note at the foot of the window in use, with 撤销 where there is an undo.

    What is offered beside it leaves the note standing, for 撤销 may still be wanted.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = self._over = parent
        self.setObjectName("toast")
        self._text = QLabel()
        self._undo = QPushButton("撤销")
        self._undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self._undo.clicked.connect(self._on_undo)
        self.offer_button = QPushButton()
        self.offer_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offer_button.clicked.connect(self._on_offer)
        self._action: Callable[[], None] | None = None
        self._offer: Offer | None = None
        self._note = ""
        self._is_held = False
        self._held: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.addWidget(self._text)
        row.addWidget(self.offer_button)
        row.addWidget(self._undo)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._homing = QTimer(self, singleShot=True, interval=0)
        self._homing.timeout.connect(self._go_home)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._note if self.isVisible() else ""

    def show_note(
        self, text: str, undo: Callable[[], None] | None = None, offer: Offer | None = None
    ) -> None:
        """Show a note, and 撤销 beside it when it can be undone."""
        if self._is_held:
            self._held = partial(self.show_note, text, undo, offer)
            return
        self._note = text
        self._action, self._offer = undo, offer
        self._undo.setVisible(undo is not None)
        self.offer_button.setText(offer.text if offer else "")
        self.offer_button.setVisible(offer is not None)
        self._timer.start(_UNDO_MS if undo or offer else _NOTE_MS)
        self._lie_over(self._window_in_use())
        self.show()
        self._place()
        self.raise_()

    def hold(self, *, on: bool) -> None:
        """Show nothing for a while; then the last note that came meanwhile."""
        self._is_held = on
        if not on and self._held:
            held, self._held = self._held, None
            held()

    def _window_in_use(self) -> QWidget:
        """The window's own window that covers it now, such as 份号登记; else the window."""
        active = QApplication.activeWindow()
        above = active
        while above is not None and above is not self._home:
            above = above.parentWidget()
        return active if active is not None and above is not None else self._home

    def _lie_over(self, window: QWidget) -> None:
        if window is not self._over:
            self._over.removeEventFilter(self)
            self._over = window
            self.setParent(window)
            window.installEventFilter(self)

    def _go_home(self) -> None:
        """Return to the window: one that was put away must not take 撤销 with it."""
        self._lie_over(self._home)
        if self._timer.isActive():
            self.show()
            self._place()

    def _on_undo(self) -> None:
        self._timer.stop()
        self.hide()
        if self._action:
            self._action()

    def _on_offer(self) -> None:
        if self._offer:
            self._offer.action()

    def _place(self) -> None:
        area = self._over.rect()
        buttons = [one for one in (self.offer_button, self._undo) if not one.isHidden()]
        room = area.width() - _BESIDE - sum(one.sizeHint().width() for one in buttons)
        elide = Qt.TextElideMode.ElideMiddle
        self._text.setText(self._text.fontMetrics().elidedText(self._note, elide, room))
        self.adjustSize()
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - 48)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is not self._home:
            self._homing.start()  # not at once: the windows may be on their way to be deleted
        return False


class Banner(QFrame):
    """An error's sentence above the page; it stays until it is read and closed."""

    def __init__(self, close_tip: str = "关闭") -> None:
        super().__init__()
        self.setObjectName("banner")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark = QLabel()
        mark.setPixmap(coloured("circle-alert", style.RED).pixmap(18, 18))
        close = QToolButton()
        close.setIcon(coloured("x", style.INK))
        close.setToolTip(close_tip)
        close.setAutoRaise(True)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(mark)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or "" when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def show_error(self, text: str) -> None:
        """Show a sentence."""
        self._text.setText(text)
        self.show()


class Messages:
    """The window's voice: a toast, banners and questions."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.toast = Toast(window)
        self.banner = Banner("关闭（Esc）")
        self.standing = Banner()  # above the other, and neither Esc nor a later error takes it away

    def note(
        self, text: str, undo: Callable[[], None] | None = None, offer: Offer | None = None
    ) -> None:
        """Say that something worked."""
        self.toast.show_note(text, undo, offer)

    def hold(self, *, on: bool) -> None:
        """Keep notes for later: over a locked window they could be read and undone by anybody."""
        self.toast.hold(on=on)

    def error(self, text: str) -> None:
        """Say what went wrong and what to do."""
        self.banner.show_error(text)

    def alarm(self, text: str) -> None:
        """Say what must not be missed among other errors that may follow from it."""
        self.standing.show_error(text)

    def ask(self, question: str, yes: str, *, danger: bool = False) -> bool:
        """Ask before something that cannot be undone; the safe answer is the default."""
        box = QMessageBox(self._window)
        box.setWindowTitle("请确认")
        box.setText(question)
        box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse if danger else accept)
        box.exec()
        return box.clickedButton() is accept
