"""Beneath the verification log: what a unit said instead, or a question of the clerk's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton
from typing_extensions import override

from desk.errors import FieldError
from desk.inquiries import Answer
from desk.verifying import Said
from ui import field
from ui.asking import Asking
from ui.field import Field


class InquiryForm(Asking):
    """Shown only while it asks; Enter keeps, Esc leaves.

    Signals:
        corrected(Said): what the unit said instead.
        asked(str): a question of the clerk's own.
    """

    corrected = Signal(object)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.instead = QLineEdit(placeholderText="正确的内容，写进正文")
        self.reply = QLineEdit(placeholderText="可以不写")
        self.question = QLineEdit(placeholderText="例如：牵头单位是否已经确定？")
        self.fields = {
            "instead": Field("更正为", self.instead),
            "reply": Field("对方的说明", self.reply),
            "question": Field("要问的问题", self.question),
        }
        keep, leave = QPushButton("记下"), QPushButton("取消")
        keep.setToolTip("记下（Enter）")
        leave.setToolTip("不记（Esc）")
        keep.clicked.connect(self.accept)
        leave.clicked.connect(self.refuse)
        row = QHBoxLayout()
        row.addWidget(keep)
        row.addWidget(leave)
        row.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.addWidget(self.about, 0, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.fields["instead"], 1, 0, top)
        grid.addWidget(self.fields["reply"], 1, 1, top)
        grid.addWidget(self.fields["question"], 2, 0, 1, 2, top)
        grid.addLayout(row, 3, 0, 1, 2)
        self.hide()

    def ask_correction(self, words: str, excerpt: str) -> None:
        """Ask what is right in place of some words."""
        self.about.setText(f"{words}——单位说不对，应当是：")
        self.instead.setText(excerpt)
        self.reply.clear()
        self._begin(self.instead, "instead", "reply")
        self.instead.selectAll()

    def ask_question(self) -> None:
        """Ask for a question of the clerk's own; one begun stays."""
        self.about.setText("")
        self._begin(self.question, "question")

    @override
    def accept(self) -> None:
        """Hand on what was written."""
        if self.fields["question"].isVisible():
            self.asked.emit(self.question.text())
        else:
            said = Said(Answer.CORRECTED, self.reply.text(), self.instead.text())
            self.corrected.emit(said)

    def end(self) -> None:
        """Close when what was written is kept."""
        self.question.clear()
        self.hide()

    def show_error(self, error: FieldError) -> bool:
        """Show what is wrong at its input; False when it belongs to none."""
        return self.isVisible() and field.show_error(self.fields, error)

    def _begin(self, entry: QLineEdit, *names: str) -> None:
        field.clear_errors(self.fields)
        for name, one in self.fields.items():
            one.setVisible(name in names)
        self.about.setVisible(bool(self.about.text()))
        self.show()
        entry.setFocus()
