"""Ask for what a step needs, in a strip above the text: who decided, an opinion, a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
)
from typing_extensions import override

from ui import style
from ui.asking import Asking
from ui.editor.reason_box import ReasonBox
from ui.editor.steps import Answer, Ask, Step
from ui.name_box import NameBox


class StepStrip(Asking):
    """Not modal: the text stays readable while the clerk decides.

    Signals:
        confirmed(Step, Answer): take the step.
    """

    confirmed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.step: Step | None = None
        self.hint = QLabel()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.signer = NameBox("审签人")
        self.text = ReasonBox()

        self.accept_button, refuse = QPushButton(), QPushButton("取消")
        self.accept_button.setToolTip("确定（Enter）")
        refuse.setToolTip("取消（Esc）")
        self.accept_button.clicked.connect(self.accept)
        refuse.clicked.connect(self.refuse)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(QLabel("审签人"))
        row.addWidget(self.signer)
        row.addWidget(QLabel("意见"))
        row.addWidget(self.text, 3)
        row.addWidget(self.accept_button)
        row.addWidget(refuse)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 8, 8)
        grid.setSpacing(style.GAP)
        grid.addWidget(self.hint, 0, 0)
        grid.addLayout(row, 1, 0)
        self.hide()

    def ask(self, step: Step, signer: str, hint: str, names: Sequence[str] = ()) -> None:
        """Ask who decided and what was said; ``hint`` says whose opinion it will be."""
        self.step = step
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.signer.offer([one for one in (signer, *names) if one])
        self.signer.setEditText(signer)
        freely = step.ask is Ask.SIGNER
        self.text.begin(step.reasons, "可以不填" if freely else "选一条，或者自己写")
        self.accept_button.setText(f"确定{step.text}")
        self.show()
        self.text.setFocus() if signer else self.signer.begin()

    @override
    def accept(self) -> None:
        """Hand the answer on; what is needed and missing is marked."""
        if self.step is None:
            return
        answer = Answer(self.signer.name, self.text.reason)
        if not answer.signer:
            self.signer.setFocus()
            return
        if self.step.ask is Ask.REASON and not answer.text:
            self.text.mark_missing(missing=True)
            self.text.setFocus()
            return
        self.hide()
        self.confirmed.emit(self.step, answer)
