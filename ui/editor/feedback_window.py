"""A window beside the work with what a unit is asked: put right, copied, kept in the record."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desk import asking
from desk.drafts import Draft
from ui import style
from ui.keys import bind_done
from ui.leaving import copy_plain
from ui.session import Session, Topic
from ui.side_window import SideWindow

_SIZE = (560, 480)
_NOTHING = "没有查出要请单位补充、核实的事项。要问别的，可以自己写。"


class FeedbackWindow(SideWindow):
    """Copying is what sends it off, and what the record keeps; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "反馈给单位")
        self._draft_id = 0
        self._copied = ""
        self.to = QLabel()
        self.to.setWordWrap(True)
        self.to.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setAccessibleName("要请单位补充、核实的事项")
        self.text.setPlaceholderText(_NOTHING)
        self.copy_button = QPushButton("复制并记下")
        self.copy_button.setObjectName("primary")
        self.copy_button.setToolTip(
            "复制全文，粘贴到 QQ、微信或邮件里；问了什么记入这一篇的经过（Ctrl+Enter）"
        )
        self.copy_button.clicked.connect(self.copy)
        bind_done(self, self.copy)
        self._lay_out()

    def open_for(self, draft: Draft, units: str, text: str) -> None:
        """Show what the units behind a draft are asked; a text begun for it stays."""
        if draft.id != self._draft_id or self.text.toPlainText() in ("", self._copied):
            self.text.setPlainText(text)
        self._draft_id, self._copied = draft.id, ""
        reach = "　".join(filter(None, (units or "还没有单位", draft.author, draft.phone)))
        self.to.setText(f"写给：{reach}")
        self.note.clear()
        self.come_up(self.text)

    def copy(self) -> None:
        """Put the text on the clipboard, and keep it in the draft's record once."""
        text = self.text.toPlainText().strip()
        if not text:
            self.note.setText("还没有写。请先写上要补充、核实的事项。")
            return
        copy_plain(text)
        if text == self._copied:
            self.note.setText("已复制")
            return
        store, draft_id, by = self.session.store, self._draft_id, self.session.by()
        self.session.do(
            lambda: asking.asked(store, draft_id, text, by=by),
            Topic.DRAFTS,
            done=lambda _none: self._on_kept(text),
        )

    def _on_kept(self, text: str) -> None:
        self._copied = text
        self.note.setText("已复制，并记入这一篇的经过")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.copy_button)
        column = self.content
        column.addWidget(self.to)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
