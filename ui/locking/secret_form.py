"""A field for the password: what is typed is tried off the window's thread."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.errors import DeskError, LockedError
from desk.jobs import Job
from desk.pins import LONGEST_PAUSE
from ui import style
from ui.locking.new_password import RevealingField
from ui.worker import Worker

_SECOND_MS = 1_000
_CAPITALS = "大写锁定（Caps Lock）开着。"


class SecretForm(QWidget):
    """Asks for the password, or for the recovery key in its stead.

    ``attempt`` gets what was typed and runs on a thread of the form's own: a long import must not
    keep the clerk waiting at the door. Its DeskError is shown below the field; so is that
    of ``check``, which runs first, on the window's thread.

    Signals:
        opened(object): what a successful attempt gave.
    """

    opened = Signal(object)

    def __init__(
        self,
        attempt: Callable[[str], object],
        word: str,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        check: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._check = check
        self._attempt = attempt
        self._clock = clock
        self._until: datetime | None = None
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(self.count_down)
        self._worker = Worker(self)
        self.field = RevealingField("口令，或恢复密钥")
        self.button = QPushButton(word)
        self.button.setObjectName("primary")
        self.button.setAutoDefault(False)  # Enter is the field's
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self._lay_out()
        self.field.returnPressed.connect(self._try)
        self.button.clicked.connect(self._try)
        self.field.installEventFilter(self)

    def begin(self) -> None:
        """Start anew, with the keyboard in the field."""
        self.field.clear()
        self.error.clear()
        self._set_busy(on=False)
        self.field.setFocus()

    def count_down(self) -> None:
        """Say how long no further attempt is heard, and hear one when that is over."""
        left = self._until - self._clock() if self._until else timedelta()
        if not timedelta() < left <= LONGEST_PAUSE:  # longer: the clock was set back
            self._until = None
            self._second.stop()
            self.error.clear()
            self._set_busy(on=False)
            self.field.setFocus()
            return
        minutes, seconds = divmod(int(left.total_seconds()) + 1, 60)
        words = f"{minutes} 分 {seconds} 秒" if minutes else f"{seconds} 秒"
        self.error.setText(f"连续错了几次，要再过 {words}才能再试。")

    def end(self) -> None:
        """Wait for an attempt under way; nothing of it is told any more."""
        self.field.clear()
        self._worker.close()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(row)
        layout.addWidget(self.error)

    def _try(self) -> None:
        typed = self.field.text()
        if not typed or not self.button.isEnabled():
            return
        try:
            self._check()
        except DeskError as error:
            self.error.setText(str(error))
            return
        self._set_busy(on=True)
        self._worker.run(
            _trying(self._attempt, typed), done=self._on_opened, failed=self._on_failed
        )

    def _on_opened(self, given: object) -> None:
        self.begin()
        self.opened.emit(given)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(on=False)
        if not isinstance(error, DeskError):
            raise error
        self.error.setText(str(error))
        self.field.selectAll()
        self.field.setFocus()
        if isinstance(error, LockedError) and error.until is not None:
            self._until = error.until
            self.button.setEnabled(False)
            self._second.start()
            self.count_down()

    def show_typed(self) -> None:
        """Do not hide what is typed: a recovery key is copied from paper."""
        self.field.setEchoMode(self.field.EchoMode.Normal)
        self.field.reveal.setVisible(False)

    @property
    def is_busy(self) -> bool:
        """Whether an attempt is under way."""
        return self._worker.busy

    def _set_busy(self, *, on: bool) -> None:
        self.field.setReadOnly(on)
        self.button.setEnabled(not on)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._mind_capitals(event)
        return False

    def _mind_capitals(self, event: QKeyEvent) -> None:
        """Tell of Caps Lock by its effect: Qt does not know its state."""
        typed, shift = event.text(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if typed.isascii() and typed.isalpha() and self._until is None:
            self.error.setText(_CAPITALS if typed.isupper() != bool(shift) else "")

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self.field.setFocus()


def _trying(attempt: Callable[[str], object], typed: str) -> Job[object]:
    yield from ()
    return attempt(typed)
