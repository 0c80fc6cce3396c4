"""A field for the password: what is typed is tried off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.errors import DeskError
from desk.jobs import Job
from ui import style
from ui.icons import icon
from ui.worker import Worker

_HINTS = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText


class SecretForm(QWidget):
    """Asks for the password, or for the recovery key in its stead.

    ``attempt`` gets what was typed and runs on a thread of the form's own: a long import must not
    keep the clerk waiting at the door. Its DeskError is shown below the field.

    Signals:
        opened(object): what a successful attempt gave.
    """

    opened = Signal(object)

    def __init__(self, attempt: Callable[[str], object], word: str) -> None:
        super().__init__()
        self._attempt = attempt
        self._worker = Worker(self)
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(_HINTS)
        self.field.setPlaceholderText("口令，或恢复密钥")
        self.button = QPushButton(word)
        self.button.setObjectName("primary")
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self._reveal = QAction(icon("eye"), "显示输入的内容", self, checkable=True)
        self._reveal.toggled.connect(self._show_typed)
        self.field.addAction(self._reveal, QLineEdit.ActionPosition.TrailingPosition)
        self._lay_out()
        self.field.returnPressed.connect(self._try)
        self.button.clicked.connect(self._try)

    def begin(self) -> None:
        """Start anew, with the keyboard in the field."""
        self.field.clear()
        self.error.clear()
        self._reveal.setChecked(False)
        self._set_busy(on=False)
        self.field.setFocus()

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

    def _show_typed(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if on else modes.Password)

    def _try(self) -> None:
        typed = self.field.text()
        if not typed or not self.button.isEnabled():
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

    def _set_busy(self, *, on: bool) -> None:
        self.field.setReadOnly(on)
        self.button.setEnabled(not on)

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self.field.setFocus()


def _trying(attempt: Callable[[str], object], typed: str) -> Job[object]:
    yield from ()
    return attempt(typed)
