"""Ask for one word in a strip above the list: a name, a person, a topic."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton
from typing_extensions import override

from ui import style

Answer = Callable[[str], object]


class AskStrip(QFrame):
    """Not modal: the list stays in use; Enter takes the first answer, Esc none.

    Signals:
        closed(): it was answered, or not.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._question = QLabel()
        self._line = QLineEdit()
        self.entry = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.entry.setLineEdit(self._line)
        self.accept_button, self.other_button, refuse = (QPushButton() for _ in range(3))
        self.accept_button.clicked.connect(lambda: self._take(0))
        self.other_button.clicked.connect(lambda: self._take(1))
        refuse.setText("取消")
        refuse.setToolTip("取消（Esc）")
        refuse.clicked.connect(self._close)
        self._answers: Sequence[tuple[str, Answer]] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(style.GAP)
        row.addWidget(self._question)
        row.addWidget(self.entry, 1)
        for button in (self.accept_button, self.other_button, refuse):
            row.addWidget(button)
        self.hide()

    def ask(
        self,
        question: str,
        choices: Sequence[str],
        *answers: tuple[str, Answer],
        text: str = "",
        hint: str = "",
    ) -> None:
        """Ask; one or two answers, each the word of a button and what is done with the text."""
        self._answers = answers
        self._question.setText(question)
        self.entry.clear()
        self.entry.addItems(list(choices))
        self.entry.setEditText(text)
        self._line.setPlaceholderText(hint)
        self.accept_button.setText(answers[0][0])
        self.accept_button.setToolTip(f"{answers[0][0]}（Enter）")
        self.other_button.setVisible(len(answers) > 1)
        if len(answers) > 1:
            self.other_button.setText(answers[1][0])
            self.other_button.setToolTip(answers[1][0])
        self.show()
        self.entry.setFocus()
        self._line.selectAll()

    def _take(self, number: int) -> None:
        self._close()
        self._answers[number][1](self.entry.currentText().strip())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(0)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
