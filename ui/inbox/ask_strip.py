"""Ask for one word in a strip above the list: a name, a person, a topic."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton
from typing_extensions import override

from ui import style
from ui.asking import Asking

Answer = Callable[[str], object]


class AskStrip(Asking):
    """Not modal: the list stays in use; Enter takes the first answer, Esc none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._question = QLabel()
        self._line = QLineEdit()
        self.entry = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.entry.setLineEdit(self._line)
        self.accept_button, self.other_button, refuse = (QPushButton() for _ in range(3))
        self.accept_button.clicked.connect(self.accept)
        self.other_button.clicked.connect(lambda: self._take(1))
        refuse.setText("取消")
        refuse.setToolTip("取消（Esc）")
        refuse.clicked.connect(self.refuse)
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

    @override
    def accept(self) -> None:
        self._take(0)

    def _take(self, number: int) -> None:
        self.refuse()
        self._answers[number][1](self.entry.currentText().strip())
