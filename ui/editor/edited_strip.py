"""Asks what becomes of paragraphs that were edited since, when their source leaves a composite."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from desk.body import Block, Paragraph, Table
from ui import style
from ui.flow_layout import FlowLayout

_SHOWN, _LENGTH = 3, 40  # paragraphs told, and their characters


class EditedStrip(QFrame):
    """Not modal; Enter keeps them, Esc leaves everything as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.keep = QPushButton("留在文中")
        self.keep.setToolTip("改过的段落留下，算综合稿自己的文字（Enter）")
        self.drop = QPushButton("一起移出")
        self.drop.setToolTip("改过的段落也从文中去掉；版本记录里还有")
        refuse = QPushButton("取消")
        refuse.setToolTip("不移出了（Esc）")
        self._decided: Callable[[bool], object] = bool
        self.keep.clicked.connect(lambda: self._answer(keep=True))
        self.drop.clicked.connect(lambda: self._answer(keep=False))
        refuse.clicked.connect(self.hide)
        column = QVBoxLayout(self)
        column.addWidget(self.question)
        row = FlowLayout(style.GAP)
        for button in (self.keep, self.drop, refuse):
            row.addWidget(button)
        column.addLayout(row)
        self.hide()

    def ask(self, title: str, blocks: Sequence[Block], decided: Callable[[bool], object]) -> None:
        """Show the paragraphs; ``decided`` hears whether they are to be kept."""
        self._decided = decided
        shown = "\n".join(f"· {_told(block)}" for block in blocks[:_SHOWN])
        more = "\n……" if len(blocks) > _SHOWN else ""
        self.question.setText(
            f"▲ 移出“{title}”：没有改过的段落会去掉，改过的 {len(blocks)} 段怎么办？\n{shown}{more}"
        )
        self.show()
        self.keep.setFocus()

    def _answer(self, *, keep: bool) -> None:
        self.hide()
        self._decided(keep)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.keep.hasFocus():
            self.keep.click()
        else:
            super().keyPressEvent(event)


def _told(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text if len(block.text) <= _LENGTH else block.text[:_LENGTH] + "……"
    return f"表格：{block.caption}" if isinstance(block, Table) else f"图片：{block.caption}"
