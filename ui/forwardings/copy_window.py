"""Key an item into the superior's system: one key a field copies it and goes on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from typing_extensions import override

from desk.forwardings.clean_copy import CleanCopy, copy_docx, copy_txt
from desk.leaving import OFFICE
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import copy_out, keep_file
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (760, 560)
_HINT = "按 Enter 复制当前一栏并走到下一栏；到上级系统里粘贴后再回来按 Enter。"


class CopyWindow(SideWindow):
    """Enter copies the current field and moves on; Ctrl+Shift+C copies the whole."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "整洁文本", "forwardings")
        self.copy: CleanCopy | None = None
        self._subject = OFFICE
        self.fields = QListWidget()
        self.fields.setMaximumWidth(self.look.px(160))
        self.fields.setAccessibleName("栏目")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("内容")
        self.head, self.hint = QLabel(wordWrap=True), QLabel(_HINT, wordWrap=True)
        self.head.setObjectName("sectionTitle")
        self.hint.setObjectName("muted")
        self._lay_out()

    def show_copy(self, copy: CleanCopy, subject: str = OFFICE) -> None:
        """Begin with a copy's first field; ``subject`` is the draft it is of."""
        self.copy, self._subject = copy, subject
        self.head.setText(f"{copy.carrier}　{copy.title}" if copy.carrier else copy.title)
        self.fields.clear()
        for one in copy.fields:
            self.fields.addItem(f"{one.name}　{len(one.text)} 字")
        self.fields.setCurrentRow(0)
        self.hint.setText(_HINT)
        self.come_up(self.fields)

    def take(self) -> None:
        """Copy the current field and go to the next one."""
        at = self.fields.currentRow()
        if self.copy is None or at < 0:
            return
        field = self.copy.fields[at]
        copy_out(self.session, field.text, field.name, self._subject)
        last = at + 1 == len(self.copy.fields)
        following = "已经是最后一栏" if last else f"下一栏：{self.copy.fields[at + 1].name}"
        self.hint.setText(f"已复制“{field.name}”（{len(field.text)} 字），{following}。")
        self.fields.item(at).setText(f"✓ {field.name}　{len(field.text)} 字")
        self.fields.setCurrentRow(at if last else at + 1)

    def take_all(self) -> None:
        """Copy the whole."""
        if self.copy is not None:
            copy_out(self.session, self.copy.text, "整洁文本", self._subject)
            self.hint.setText(f"已复制全文（{len(self.copy.text)} 字）。")

    def save(self, suffix: str, kind: str, write: Callable[[CleanCopy], bytes]) -> None:
        """Keep the whole as a file."""
        copy = self.copy
        path = save_path(self, copy.title, suffix, kind) if copy else None
        if path and copy:
            self.session.do(
                lambda: keep_file(self.session, path, write(copy), self._subject),
                done=lambda _size: self.hint.setText(f"已存为 {path.name}。"),
            )

    def _on_row(self, at: int) -> None:
        if self.copy is not None and at >= 0:
            self.text.setPlainText(self.copy.fields[at].text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.fields)
        row.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addStretch(1)
        txt = partial(self.save, ".txt", "文本文件", copy_txt)
        docx = partial(self.save, ".docx", "Word 文档", copy_docx)
        for words, tip, act in (
            ("存为 .txt", "没有排版的文本文件", txt),
            ("存为 .docx", "没有排版的 Word 文档", docx),
            ("复制全文", "各栏一次复制（Ctrl+Shift+C）", self.take_all),
            ("复制并到下一栏", "复制当前一栏（Enter）", self.take),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(act)
            foot.addWidget(button)
        button.setObjectName("primary")
        self.fields.currentRowChanged.connect(self._on_row)
        bind(self, "Ctrl+Shift+C", self.take_all)
        for part in (self.head, self.hint):
            self.content.addWidget(part)
        self.content.addLayout(row, 1)
        self.content.addLayout(foot)
