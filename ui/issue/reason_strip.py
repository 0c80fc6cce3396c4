"""A question above the work that wants a reason: no dialog, Enter answers, Esc leaves it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from ui import style
from ui.editor.reason_box import ReasonBox

_HINT = "理由，例如：{}"
_BOX_WIDTH = 260


@dataclass(frozen=True, slots=True)
class Answer:
    """A way to answer; the first one is taken by Enter. ``act`` gets the reason."""

    words: str
    act: Callable[[str], None]
    needs_reason: bool = True


class ReasonStrip(QFrame):
    """One question at a time; hidden while there is none."""

    def __init__(self, scale: int) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self.reason = ReasonBox()
        self.reason.setMinimumWidth(style.Look(scale).px(_BOX_WIDTH))
        self.reason.setAccessibleName("理由")
        self._row = QHBoxLayout()
        self._row.setSpacing(style.GAP)
        self._row.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(style.GAP)
        column.addWidget(self._sentence)
        column.addLayout(self._row)
        self.buttons: list[QPushButton] = []
        self._answers: Sequence[Answer] = ()
        self._close: Callable[[], None] = lambda: None
        self.hide()

    @property
    def text(self) -> str:
        """What is asked now; "" where nothing is."""
        return self._sentence.text() if not self.isHidden() else ""

    def ask(
        self,
        sentence: str,
        reasons: Sequence[str],
        answers: Sequence[Answer],
        left: Callable[[], None] = lambda: None,
    ) -> None:
        """Ask, with common reasons to choose from; ``left`` is called when nothing is done."""
        self._answers, self._close = answers, left
        self._sentence.setText(sentence)
        self.reason.begin(reasons, _HINT.format(reasons[0]))
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = [self._button(answer) for answer in answers]
        self.buttons[0].setObjectName("primary")
        leave = QPushButton("取消")
        leave.setToolTip("什么都不改（Esc）")
        leave.clicked.connect(self.leave)
        self.buttons.append(leave)
        for button in self.buttons:
            self._row.addWidget(button)
        self.show()
        self.reason.setFocus()

    def leave(self) -> None:
        """Put the question away undone."""
        if not self.isHidden():
            self.hide()
            self._close()

    def _button(self, answer: Answer) -> QPushButton:
        made = QPushButton(answer.words)
        made.clicked.connect(lambda: self._take(answer))
        return made

    def _take(self, answer: Answer) -> None:
        missing = answer.needs_reason and not self.reason.reason
        self.reason.mark_missing(missing=missing)
        if missing:
            self.reason.setFocus()
            return
        self.hide()
        answer.act(self.reason.reason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._answers[0])
        else:
            super().keyPressEvent(event)
