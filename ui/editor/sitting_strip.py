"""What stands above the text about other windows and about text that is no revision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from ui import style


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its word, what it tells on hovering, and what it does."""

    text: str
    tip: str
    action: Callable[[], object]


class SittingStrip(QFrame):
    """One sentence and its buttons; gone while there is nothing to say."""

    def __init__(self, name: str = "strip") -> None:
        super().__init__()
        self.setObjectName(name)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str, choices: Sequence[Choice] = ()) -> None:
        """Say a sentence; an empty one hides the strip."""
        self.text.setText(text)
        for button in self.buttons:
            button.hide()  # it is deleted only when the window is idle
            button.deleteLater()
        self.buttons = [_button(one) for one in choices]
        for button in self.buttons:
            self._row.addWidget(button)
        self.setVisible(bool(text))


def _button(choice: Choice) -> QPushButton:
    made = QPushButton(choice.text)
    made.setToolTip(choice.tip)
    made.clicked.connect(lambda _checked: choice.action())
    return made
