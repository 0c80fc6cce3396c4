"""Two fields for a new password, with what is to be said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from desk.errors import FieldError
from desk.vault.passwords import SHORTEST, advice, must_do, prepared
from ui.icons import icon

HINTS = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText


class RevealingField(QLineEdit):
    """A field for a secret, with an eye that shows what was typed.

    Chinese needs the input method, which systems switch off in hidden fields: the eye helps.
    """

    def __init__(self, hint: str = "") -> None:
        super().__init__(echoMode=QLineEdit.EchoMode.Password)
        self.setInputMethodHints(HINTS)
        self.setPlaceholderText(hint)
        self.reveal = QAction(icon("eye"), "显示输入的内容", self, checkable=True)
        self.reveal.toggled.connect(self._show_typed)
        self.addAction(self.reveal, QLineEdit.ActionPosition.TrailingPosition)

    @override
    def clear(self) -> None:
        super().clear()
        self.reveal.setChecked(False)

    def _show_typed(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if on else modes.Password)


class NewPassword(QWidget):
    """Asks for a new password twice; advice stands below while it is typed.

    ``known`` are words that make a password easy to guess here.

    Signals:
        entered(): Enter was pressed in the second field.
    """

    entered = Signal()

    def __init__(self, *known: str) -> None:
        super().__init__()
        self._known = known
        self.first = RevealingField(f"至少 {SHORTEST} 个字，可以用中文")
        self.again = RevealingField("和上面一样")
        self.advice = QLabel(wordWrap=True)
        self.advice.setObjectName("muted")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.addRow("新口令", self.first)
        form.addRow("再输一次", self.again)
        form.addRow(self.advice)
        self._form = form
        self.first.textEdited.connect(self._advise)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)

    def align_with(self, label: QWidget) -> None:
        """Let the fields begin where those of a form above begin."""
        self._form.labelForField(self.first).setMinimumWidth(label.sizeHint().width())

    def clear(self) -> None:
        """Forget what was typed."""
        for one in (self.first, self.again):
            one.clear()
        self.advice.clear()

    def password(self) -> str:
        """What was typed. Raises FieldError where it cannot be a password, or the two differ."""
        typed = self.first.text()
        must_do(typed)
        if prepared(typed) != prepared(self.again.text()):
            raise FieldError(
                "password", "两次输入的口令不一样。请重新输入一遍，可以点右边的眼睛看。"
            )
        return typed

    def _advise(self, typed: str) -> None:
        long_enough = len(prepared(typed)) >= SHORTEST
        self.advice.setText(advice(typed, *self._known) if long_enough else "")
