"""What is done to the chosen copies: the day, who signed or saw to it, a remark."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton
from typing_extensions import override

from desk.circulating import Deed
from desk.copies import CopyState
from ui import style
from ui.day_edit import DayEdit

# What the person and the remark are in each deed; "" leaves the field out.
_FIELDS = {
    CopyState.SENT: ("发送人", ""),
    CopyState.SIGNED: ("签收人", ""),
    CopyState.RETURNED: ("收件人", "备注"),
    CopyState.DESTROYED: ("两名监销人", "批准依据"),
    CopyState.LOST: ("报告人", "情况和处理"),
}


class DeedStrip(QFrame):
    """Hidden until a deed begins; Enter does it, Esc leaves it.

    Signals:
        done(Deed): do it to the chosen copies.
        readdressed(str): they go to somebody else.
        left(): nothing is done.
    """

    done = Signal(object)
    readdressed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._state: CopyState | None = CopyState.SENT
        self.asked = QLabel()
        self.day = DayEdit("办理日期")
        self.person, self.remark = QLineEdit(), QLineEdit()
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self.button = QPushButton()
        self.button.setObjectName("primary")
        self.button.setToolTip("记到选中的份号上（Enter，Esc 不记）")
        self.button.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(style.GAP)
        for widget, stretch in (
            (self.asked, 0), (self.day, 0), (self.person, 1), (self.remark, 2), (self.error, 2),
            (self.button, 0),
        ):  # fmt: skip
            row.addWidget(widget, stretch)
        self.hide()

    def begin(self, state: CopyState, count: int, today: date) -> None:
        """Ask what must be known to give some copies this state."""
        self._state = state
        person, remark = _FIELDS[state]
        self.day.show_day(today)
        self._ask(f"{count} 份记为“{state}”", person, remark, state.value.removeprefix("已"))

    def begin_readdressing(self, count: int) -> None:
        """Ask who gets some copies instead."""
        self._state = None
        self._ask(f"{count} 份改发给", "发送单位或姓名", "", "改单位")

    def _ask(self, asked: str, person: str, remark: str, deed: str) -> None:
        self.asked.setText(asked)
        for field, words in ((self.person, person), (self.remark, remark)):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.remark.setVisible(bool(remark))
        self.remark.clear()
        self.day.setVisible(self._state is not None)
        self.error.hide()
        self.button.setText(deed)
        self.show()
        self.person.setFocus()
        self.person.selectAll()

    def fail(self, field: str, sentence: str) -> None:
        """Say what is missing, in its place."""
        self.error.setText(sentence)
        self.error.show()
        (self.remark if field == "remark" else self.person).setFocus()

    def _do(self) -> None:
        if self._state is None:
            self.readdressed.emit(self.person.text())
            return
        self.done.emit(Deed(self._state, self.day.day, self.person.text(), self.remark.text()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        else:
            super().keyPressEvent(event)
