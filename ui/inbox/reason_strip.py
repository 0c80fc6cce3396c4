"""Ask for the reason of a decision, in a strip above the list."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton
from typing_extensions import override

from desk.drafts import Status
from ui import style

REASONS: Mapping[Status, Sequence[str]] = {
    Status.RETURNED: (
        "要素不全，请补充后重报",
        "数据前后不一致，请核实后重报",
        "与已报送的信息重复",
        "不属于政务信息报送范围",
    ),
    Status.REJECTED: (
        "时效已过",
        "内容一般，参考价值不高",
        "已采用同类信息",
        "不属于政务信息报送范围",
    ),
}


class ReasonStrip(QFrame):
    """Not modal: the list stays in use.

    Signals:
        decided(Status, str): the decision with its reason.
    """

    decided = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.target = Status.RETURNED
        self._question = QLabel()
        self._line = QLineEdit()
        self.reason = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        self.reason.setLineEdit(self._line)
        self.reason.setToolTip("选一条理由，或者自己写")
        self.accept_button, refuse = QPushButton("确定"), QPushButton("取消")
        self.accept_button.setToolTip("确定（Enter）")
        refuse.setToolTip("取消（Esc）")
        self.accept_button.clicked.connect(self._accept)
        refuse.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(style.GAP)
        row.addWidget(self._question)
        row.addWidget(self.reason, 1)
        row.addWidget(self.accept_button)
        row.addWidget(refuse)
        self.hide()

    def ask(self, target: Status, count: int) -> None:
        """Show the reasons for a decision on some drafts."""
        self.target = target
        self._question.setText(f"{target} {count} 篇，理由：")
        self.reason.clear()
        self.reason.addItems(list(REASONS[target]))
        self.show()
        self.reason.setFocus()
        self._line.selectAll()

    def _accept(self) -> None:
        self.hide()
        self.decided.emit(self.target, self.reason.currentText().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
