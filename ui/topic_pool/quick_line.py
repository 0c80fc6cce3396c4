"""One line, Enter, the next line: topics as fast as they are said in a meeting."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.topic_pool.alike import Told, alike
from desk.topic_pool.noting import titles_of
from ui import style

_PAUSE_MS = 250
_LEAST = 4  # characters that say enough to be compared


class _Line(QLineEdit):
    """Tells of several lines pasted instead of joining them."""

    pasted = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and "\n" in text.strip():
            self.pasted.emit(text)
        else:
            super().keyPressEvent(event)


class QuickLine(QWidget):
    """Source and origin stay from one topic to the next.

    Signals:
        noted(tuple[str, ...]): titles to be put into the pool.
    """

    noted = Signal(object)

    def __init__(self, scale: int) -> None:
        super().__init__()
        look = style.Look(scale)
        self._told: Sequence[Told] = ()
        self.source = QComboBox()
        self.source.setToolTip("选题从哪里来；在“选题设置”里增减")
        self.source.setAccessibleName("来源")
        self.origin = QLineEdit(placeholderText="哪次会议、哪份文件")
        self.origin.setFixedWidth(look.px(220))
        self.line = _Line(placeholderText="记选题：写一行按 Enter，接着写下一行；可以粘贴多行")
        self.line.setToolTip("记选题（Ctrl+N 到这里）。写一行按 Enter；粘贴几行就是几条")
        self.like = QLabel()
        self.like.setObjectName("note")
        self.like.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.compare)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.returnPressed.connect(self._on_entered)
        self.line.pasted.connect(self._take)
        self._lay_out()

    def show_sources(self, sources: Sequence[str]) -> None:
        """Offer the office's sources; the one chosen stays."""
        kept = self.source.currentText()
        if [self.source.itemText(at) for at in range(self.source.count())] != list(sources):
            self.source.clear()
            self.source.addItems(list(sources))
            self.source.setCurrentText(kept)

    def show_told(self, told: Sequence[Told]) -> None:
        """Compare with these from now on."""
        self._told = told

    def compare(self) -> None:
        """Say what is like the line that is being typed."""
        self._pause.stop()
        text = self.line.text().strip()
        found = alike(text, self._told) if len(text) >= _LEAST else []
        words = "；".join(
            f"“{one.told.title}”（{one.told.what} {one.told.day:%m-%d}）" for one in found[:2]
        )
        self.like.setText(f"已有相近的：{words}")
        self.like.setVisible(bool(found))

    def begin(self) -> None:
        """Take the keyboard."""
        self.line.setFocus()
        self.line.selectAll()

    def _on_entered(self) -> None:
        self._take(self.line.text())

    def _take(self, text: str) -> None:
        titles = titles_of(text)
        if titles:
            self.line.clear()
            self.like.hide()
            self.noted.emit(titles)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.source)
        row.addWidget(self.origin)
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.like)
