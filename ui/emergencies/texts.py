"""The right half of the window: title and text, what to say by telephone, the standing list."""

from enum import IntEnum
from html import escape

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk.emergencies.standards import grade_text, standards_text
from desk.emergencies.wording import Wording
from ui import style

_BY_HAND = "文字手改过，不再随要素变。"


class Sheet(IntEnum):
    """What the right half shows."""

    TEXT = 0
    SCRIPT = 1
    STANDARDS = 2


class EmergencyTexts(QWidget):
    """Title and text follow what is known until somebody changes them by hand.

    Signals:
        edited(): the title or the text was typed in.
        anew(): they are to be composed anew.
    """

    edited = Signal()
    anew = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLineEdit(placeholderText="标题会随要素写好，也可以直接改")
        self.title.setAccessibleName("标题")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("正文")
        self.text.setTabChangesFocus(True)
        self.note, self.warning = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.note.setObjectName("muted")
        self.warning.setObjectName("note")
        self.again = QPushButton("重新生成")
        self.again.setObjectName("link")
        self.again.setToolTip("按现在的要素重写标题和正文（Ctrl+R）")
        self.script = QTextBrowser()
        self.script.setObjectName("reading")
        self.words = QLineEdit(placeholderText="查范围和标准：打几个字")
        self.list = QTextBrowser()
        self.list.setObjectName("reading")
        self.stack = QStackedWidget()
        self._own = self._category = ""
        self._is_by_hand = False
        self._lay_out()
        self.title.textEdited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_edited)
        self.again.clicked.connect(self.anew)
        self.words.textChanged.connect(lambda _text: self._show_list())

    @property
    def wording(self) -> Wording:
        """What stands there."""
        return Wording(" ".join(self.title.text().split()), self.text.toPlainText().strip())

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody has changed it."""
        return self._is_by_hand

    def show_wording(self, wording: Wording, *, by_hand: bool = False) -> None:
        """Show a title and a text."""
        with QSignalBlocker(self.title), QSignalBlocker(self.text):
            if self.title.text() != wording.title:
                self.title.setText(wording.title)
                self.title.setCursorPosition(0)
            if self.text.toPlainText() != wording.text:
                self.text.setPlainText(wording.text)
        self._is_by_hand = by_hand
        self._tell()

    def show_warnings(self, lines: list[str]) -> None:
        """Show what should be looked at before it goes up."""
        self.warning.setText("\n".join(lines))
        self.warning.setVisible(bool(lines))

    def set_editable(self, *, on: bool, why: str = "") -> None:
        """Let it be changed, or say why not."""
        self.title.setReadOnly(not on)
        self.text.setReadOnly(not on)
        self.again.setVisible(on and self._is_by_hand)
        self.note.setText(why if not on else _BY_HAND if self._is_by_hand else "")

    def show_script(self, text: str) -> None:
        """Show what to say by telephone, in letters that can be read aloud from."""
        lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
        self.script.setHtml(f"<div style='font-size:large;line-height:120%'>{lines}</div>")

    def show_standards(self, own: str, category: str) -> None:
        """Show the standing list, a category's part before the others."""
        self._own, self._category = own, category
        self._show_list()

    def turn_to(self, sheet: Sheet) -> None:
        """Show a sheet; the text again where it is shown already."""
        is_on = self.stack.currentIndex() == sheet
        self.stack.setCurrentIndex(Sheet.TEXT if is_on else sheet)
        if self.stack.currentIndex() == Sheet.STANDARDS:
            self.words.setFocus()

    def _on_edited(self) -> None:
        self._is_by_hand = True
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.note.setText(_BY_HAND if self._is_by_hand else "标题和正文随左边的要素自动写。")
        self.again.setVisible(self._is_by_hand)

    def _show_list(self) -> None:
        found = standards_text(self._own, self.words.text().strip(), self._category)
        grades = f"等级（按伤亡和损失）\n{grade_text()}"
        self.list.setPlainText(f"{found or '没有找到。换个字试试。'}\n\n{grades}")

    def _lay_out(self) -> None:
        text, script, standards = QWidget(), QWidget(), QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.again)
        for one in (self.title, self.text, self.warning):
            column.addWidget(one, int(one is self.text))
        column.addLayout(foot)
        for page, head, parts in (
            (script, "电话稿：照着念（F4 回正文）", (self.script,)),
            (standards, "紧急信息报送范围和标准（F5 回正文）", (self.words, self.list)),
        ):
            inner = QVBoxLayout(page)
            inner.setContentsMargins(0, 0, 0, 0)
            title = QLabel(head)
            title.setObjectName("sectionTitle")
            inner.addWidget(title)
            for each in parts:
                inner.addWidget(each)
        for page in (text, script, standards):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(style.GAP, 0, 0, 0)
        whole.addWidget(self.stack)
        self.warning.hide()
