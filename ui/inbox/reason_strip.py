"""Ask for the reason of a decision, in a strip above the list."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
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

from desk.deciding import OWED
from desk.drafts import Status
from desk.reasons import Reason
from ui import style
from ui.flow_layout import FlowLayout
from ui.session import Session

_HINT = "按编号选理由，Enter 确定，Esc 取消"
_MISSING = "{}要告诉单位原因：请选一条理由，或者写一句说明。"


class ReasonStrip(QFrame):
    """Not modal: the list stays in use. Digits typed before anything else choose a reason.

    Signals:
        decided(Status, str, str): the decision, the code of its reason, and the clerk's own line.
        closed(): decide nothing; give the keyboard back.
    """

    decided = Signal(object, str, str)
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.target = Status.RETURNED
        self.session = session
        self._reasons: list[Reason] = []
        self._typed = ""  # digits of a code, until something else is typed
        self._last: dict[Status, str] = {}
        self._question, hint, self.error = QLabel(), QLabel(_HINT), QLabel()
        self._question.setObjectName("sectionTitle")
        hint.setObjectName("muted")
        self.error.setObjectName("fieldError")
        self.error.hide()
        self._box = QWidget()
        self._choices = QButtonGroup(self)
        self._choices.setExclusive(False)  # by hand: a chosen one can be left again
        self._choices.idClicked.connect(self._on_clicked)
        self.remark = QLineEdit(placeholderText="补充说明，单位会看到；可以不填")
        self.remark.installEventFilter(self)
        self.remark.textChanged.connect(self.error.hide)
        self.accept_button, refuse = QPushButton("确定"), QPushButton("取消")
        self.accept_button.setObjectName("primary")
        self.accept_button.setToolTip("确定（Enter）")
        refuse.setToolTip("取消（Esc）")
        self.accept_button.clicked.connect(self._accept)
        refuse.clicked.connect(self.refuse)
        self._lay_out(hint, refuse)
        self.hide()

    def ask(self, target: Status, count: int) -> None:
        """Show the reasons for a decision on some drafts, the one used last chosen."""
        self.target = target
        self._typed = ""
        self._question.setText(f"{target} {count} 篇，理由：")
        with self.session.store.read() as work:
            reasons = work.lists.reasons()
        self._offer(one for one in reasons if one.decision is target and one.active)
        self.choose(self._last.get(target, ""))
        self.remark.clear()
        self.error.hide()
        self.show()
        self.remark.setFocus()

    @property
    def code(self) -> str:
        """The code of the reason chosen, "" without one."""
        at = self._chosen()
        return self._reasons[at].code if at >= 0 else ""

    def choose(self, code: str) -> None:
        """Choose a reason by its code; any other code chooses none."""
        for at, reason in enumerate(self._reasons):
            self._choices.button(at).setChecked(reason.code == code)
        self.error.hide()

    def refuse(self) -> None:
        """Decide nothing."""
        self.hide()
        self.closed.emit()

    def _offer(self, reasons: Iterable[Reason]) -> None:
        for button in self._choices.buttons():
            self._choices.removeButton(button)
            self._flow.removeWidget(button)
            button.deleteLater()
        self._reasons = list(reasons)
        for at, reason in enumerate(self._reasons):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setObjectName("chip")
            chip.setText(f"{_number(reason)}　{reason.text}")
            chip.setToolTip(reason.advice or reason.text)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._choices.addButton(chip, at)
            self._flow.addWidget(chip)

    def _on_clicked(self, at: int) -> None:
        self.choose(self._reasons[at].code if self._choices.button(at).isChecked() else "")
        self.remark.setFocus()

    def _chosen(self) -> int:
        buttons = self._choices.buttons()
        return next((self._choices.id(one) for one in buttons if one.isChecked()), -1)

    def _type(self, digit: str) -> None:
        """Choose by a number typed digit by digit: 1 and then 2 is twelve where there is one."""
        numbers = {_number(reason): reason.code for reason in self._reasons}
        for typed in (self._typed + digit, digit):
            if typed in numbers:
                self._typed = typed
                self.choose(numbers[typed])
                return
        self._typed = digit  # 5 of 51 where there is no reason 5

    def _accept(self) -> None:
        remark = self.remark.text().strip()
        if self.target in OWED and not self.code and not remark:
            self.error.setText(_MISSING.format(self.target))
            self.error.show()
            return
        self._last[self.target] = self.code
        self.hide()
        self.decided.emit(self.target, self.code, remark)

    def _lay_out(self, hint: QLabel, refuse: QPushButton) -> None:
        self._flow = FlowLayout(style.GAP, self._box)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._question)
        head.addStretch(1)
        head.addWidget(hint)
        foot.setSpacing(style.GAP)
        foot.addWidget(self.remark, 1)
        foot.addWidget(self.accept_button)
        foot.addWidget(refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(style.GAP)
        column.addLayout(head)
        column.addWidget(self._box)
        column.addLayout(foot)
        column.addWidget(self.error)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits typed into the empty line as a reason's number, 退格 as none."""
        is_first = watched is self.remark and not self.remark.text()
        if is_first and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.text().isascii() and event.text().isdecimal():
            self._type(event.text())
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self._typed = ""
            self.choose("")
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.refuse()
        else:
            super().keyPressEvent(event)


def _number(reason: Reason) -> str:
    """What is typed to choose a reason: its code without the letter and zeros before it."""
    return reason.code[1:].lstrip("0")
