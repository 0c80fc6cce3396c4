"""What the page says while no draft is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import style


class Empty(QWidget):
    """Says what to do.

    Signals:
        first(): open the first draft that waits.
        inbox(): go to the inbox.
    """

    first = Signal()
    inbox = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = QLabel()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton("打开第一篇")
        self.open_button.setObjectName("primary")
        self.open_button.setToolTip("打开列表里的第一篇（Alt+→）")
        self.open_button.clicked.connect(self.first)
        inbox = QPushButton("到来稿")
        inbox.setToolTip("到“来稿”里挑一篇（Ctrl+2）")
        inbox.clicked.connect(self.inbox)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.GAP)
        layout.addStretch(1)
        layout.addWidget(self.text)
        for button in (self.open_button, inbox):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def show_waiting(self, count: int) -> None:
        """Say how many drafts wait."""
        self.open_button.setVisible(count > 0)
        self.text.setText(
            f"现在没有打开稿件，有 {count} 篇等着处理。"
            if count
            else "没有等着处理的稿件。新稿件请在“来稿”里导入。"
        )
