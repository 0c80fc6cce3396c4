"""Find words in the text: how many, the next, the one before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton
from typing_extensions import override

from ui import style
from ui.editor.text_view import TextView
from ui.icons import icon


class FindBar(QFrame):
    """A bar beneath the text; Enter goes on, Shift+Enter back, Esc closes.

    Signals:
        closed(): give the keyboard back to the text.
    """

    closed = Signal()

    def __init__(self, view: TextView) -> None:
        super().__init__()
        self._view = view
        self.words = QLineEdit(placeholderText="查找正文")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._on_words)
        self.count = QLabel()
        self.count.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(style.GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        for name, tip, slot in (
            ("arrow-up", "上一处（Shift+F3）", self.find_previous),
            ("arrow-down", "下一处（F3）", self.find_next),
            ("x", "关闭（Esc）", self.close_bar),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAutoRaise(True)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.hide()

    def begin(self) -> None:
        """Show the bar with what is selected in the text."""
        chosen = self._view.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._on_words()

    def find_next(self) -> None:
        """Select the next place, from the top again after the last."""
        self._find(QTextDocument.FindFlag(0))

    def find_previous(self) -> None:
        """Select the place before."""
        self._find(QTextDocument.FindFlag.FindBackward)

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def _find(self, flags: QTextDocument.FindFlag) -> None:
        words = self.words.text()
        if not words or self._view.find(words, flags):
            return
        cursor = self._view.textCursor()
        back = bool(flags & QTextDocument.FindFlag.FindBackward)
        cursor.movePosition(cursor.MoveOperation.End if back else cursor.MoveOperation.Start)
        self._view.setTextCursor(cursor)
        self._view.find(words, flags)

    def _on_words(self) -> None:
        words = self.words.text()
        count = self._view.toPlainText().lower().count(words.lower()) if words else 0
        self.count.setText(f"{count} 处" if count else "没有找到" if words else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.find_previous if back else self.find_next)()
        else:
            super().keyPressEvent(event)
