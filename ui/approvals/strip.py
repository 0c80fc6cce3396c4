"""A strip above the list that asks for what an action needs; the list stays in use."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import style
from ui.flow_layout import FlowLayout

_NUMBERED = 9


class Strip(QFrame):
    """Enter accepts, Esc closes; digits typed into the empty ``line`` choose a phrase.

    Signals:
        accepted(): what was typed stands in the fields.
        closed(): nothing is done; give the keyboard back.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(self, hint: str, placeholder: str) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.question, self.error = QLabel(), QLabel()
        self.question.setObjectName("sectionTitle")
        self.question.setWordWrap(True)
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.line = QLineEdit(placeholderText=placeholder)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda: self.fail(""))
        self.accept_button, self.refuse_button = QPushButton("确定"), QPushButton("取消")
        self.accept_button.setObjectName("primary")
        self.accept_button.setToolTip("确定（Enter）")
        self.refuse_button.setToolTip("取消（Esc）")
        self.accept_button.clicked.connect(self.accept)
        self.refuse_button.clicked.connect(self.close_strip)
        self._phrases: tuple[str, ...] = ()
        self._chips: list[QToolButton] = []
        self._box = QWidget()
        self._flow = FlowLayout(style.GAP, self._box)
        self.more = QHBoxLayout()  # further fields, before the line
        self.more.setSpacing(style.GAP)
        self._lay_out(hint)
        self.hide()

    @property
    def text(self) -> str:
        """What stands in the line."""
        return " ".join(self.line.text().split())

    def begin(self, question: str, phrases: Sequence[str], text: str = "") -> None:
        """Ask; the line begins with some text."""
        self.question.setText(question)
        self._offer(phrases)
        self.line.setText(text)
        self.line.selectAll()
        self.fail("")
        self.show()
        self.line.setFocus()

    def fail(self, sentence: str) -> None:
        """Say what is wrong, "" that nothing is."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def accept(self) -> None:
        """Take what was typed, unless something is missing."""
        if sentence := self.missing():
            self.fail(sentence)
            return
        self.hide()
        self.accepted.emit()

    def missing(self) -> str:
        """What is missing, in a sentence; subclasses know."""
        return ""

    def close_strip(self) -> None:
        """Do nothing."""
        self.hide()
        self.closed.emit()

    def choose(self, number: int) -> None:
        """Put the phrase of a number, from 1, into the line."""
        if 0 < number <= len(self._phrases):
            self.line.setText(self._phrases[number - 1])
            self.line.setFocus()

    def _offer(self, phrases: Sequence[str]) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips.clear()
        self._phrases = tuple(phrases[:_NUMBERED])
        for number, phrase in enumerate(self._phrases, 1):
            chip = QToolButton()
            chip.setObjectName("chip")
            chip.setText(f"{number}　{phrase}")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _on, at=number: self.choose(at))
            self._flow.addWidget(chip)
            self._chips.append(chip)
        self._box.setVisible(bool(phrases))

    def _lay_out(self, hint: str) -> None:
        note = QLabel(hint)
        note.setObjectName("muted")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(note)
        foot.setSpacing(style.GAP)
        foot.addLayout(self.more)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.accept_button)
        foot.addWidget(self.refuse_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addWidget(self._box)
        column.addLayout(foot)
        column.addWidget(self.error)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_first = watched is self.line and not self.line.text()
        if is_first and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = event.text()
            if typed.isascii() and typed.isdecimal() and 0 < int(typed) <= len(self._phrases):
                self.choose(int(typed))
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)
