"""What a table's import came to, line by line, beside the list and not in its way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)
from typing_extensions import override

from ui.icons import icon
from ui.leaving import copy_plain


class Report(QFrame):
    """Sentences to read, copy and close."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.heading = QLabel()
        self.heading.setObjectName("sectionTitle")
        self.heading.setWordWrap(True)
        self.lines = QPlainTextEdit(readOnly=True)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setTabChangesFocus(True)
        copy = QPushButton("复制")
        copy.setToolTip("复制全部内容")
        copy.clicked.connect(self._copy)
        close = QToolButton(autoRaise=True)
        close.setIcon(icon("x"))
        close.setToolTip("关闭（Esc）")
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(copy)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.lines)
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show a heading and what follows it."""
        self.heading.setText(lines[0])
        self.lines.setPlainText("\n".join(lines[1:]))
        self.lines.setVisible(len(lines) > 1)
        self.show()

    def _copy(self) -> None:
        copy_plain(f"{self.heading.text()}\n{self.lines.toPlainText()}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
