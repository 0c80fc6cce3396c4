"""Replace words in a whole issue: find, look at every place, tick, say why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from desk import replacing
from desk.errors import FieldError
from desk.replacing import Hit, Replaced, Replacement
from desk.writing.finding import Pattern
from ui import style
from ui.issue.replace_tree import ReplaceTree
from ui.session import Session, Topic, Undo
from ui.side_window import FormWindow

_SIZE = (680, 560)
_SETTLE_MS = 250
_TOPICS = (Topic.DRAFTS, Topic.ISSUES)
_ABOUT = "标题、正文、表格、图表名都找。审签通过的稿件仍是“可用”，但会记下“审签后改动”。"


class ReplaceWindow(FormWindow):
    """One issue at a time; Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, chapter="writing")
        self._issue_id = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.find_places)
        self.words = QLineEdit(placeholderText="例如：教育局")
        self.new = QLineEdit(placeholderText="例如：教体局；留空就是删去")
        self.reason = QLineEdit(placeholderText="例如：统一单位简称")
        self.case, self.any_width = QCheckBox("区分大小写"), QCheckBox("全半角不分")
        self.case.setToolTip("“App”和“APP”不算同一个词")
        self.any_width.setToolTip("全角的“１”和半角的“1”算同一个字，冒号等标点也一样")
        self.tree = ReplaceTree()
        self.said = QLabel()
        self.said.setObjectName("muted")
        tip = "替换勾选的各处，全部成功或者一处不动（Ctrl+Enter）"
        self.replace_button = self.deed("替换", tip, self.replace)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._settle.start())
        for box in (self.case, self.any_width):
            box.toggled.connect(lambda _on: self.find_places())
        self.tree.ticked.connect(self._show_count)

    def open_for(self, issue_id: int, name: str, words: str = "") -> None:
        """Begin with an issue, and with words where some are selected."""
        self._issue_id = issue_id
        self.setWindowTitle(f"全期替换　{name}")
        if words:
            self.words.setText(words)
        self.come_up(self.words)
        self.words.selectAll()
        self.find_places()

    def find_places(self) -> None:
        """List every place of the words."""
        self._settle.stop()
        self.tell("")
        pattern, store, issue_id = self._pattern, self.session.store, self._issue_id
        if not pattern.words:
            self.tree.show_hits([])
            return
        found = partial(self._show, pattern)
        self._look(lambda: replacing.hits_in(store, issue_id, pattern), found)

    def replace(self) -> None:
        """Replace the ticked places, with a way back."""
        if self._settle.isActive():
            self.find_places()
            return
        what = Replacement(self._pattern, self.new.text(), self.reason.text())
        store, by, issue_id = self.session.store, self.session.by, self._issue_id
        chosen, kept = self.tree.chosen(), list[Replaced]()

        def run() -> None:
            kept[:] = [replacing.replace_in_issue(store, issue_id, what, chosen, by=by())]

        self.session.do(
            run,
            *_TOPICS,
            note=f"本期已替换 {len(chosen)} 处",
            undo=Undo(lambda: replacing.take_back(store, kept[0], by=by()), "已撤销全期替换"),
            done=lambda _none: self.hide(),
            failed=self.fail,
        )

    @property
    def _pattern(self) -> Pattern:
        return Pattern(self.words.text(), self.case.isChecked(), self.any_width.isChecked())

    def _look(self, query: Callable[[], list[Hit]], done: Callable[[list[Hit]], None]) -> None:
        self.session.do(query, done=done, failed=self.fail)

    def _show(self, pattern: Pattern, hits: list[Hit]) -> None:
        if pattern == self._pattern:
            self.tree.show_hits(hits)

    def _show_count(self, count: int) -> None:
        drafts = self.tree.topLevelItemCount()
        if drafts:
            self.said.setText(f"在 {drafts} 篇里找到；已勾选 {count} 处")
        else:
            self.said.setText("没有找到" if self.words.text() else "")
        self.replace_button.setText(f"替换 {count} 处" if count else "替换")
        self.replace_button.setEnabled(count > 0)

    @override
    def fail(self, error: Exception) -> None:
        super().fail(error)
        fields = {"words": self.words, "new": self.new, "reason": self.reason}
        if isinstance(error, FieldError) and error.field in fields:
            fields[error.field].setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(style.GAP)
        for row, (label, field) in enumerate(
            (("查找", self.words), ("替换为", self.new), ("理由", self.reason))
        ):
            named = QLabel(label)
            named.setBuddy(field)
            grid.addWidget(named, row, 0)
            grid.addWidget(field, row, 1)
        options = QHBoxLayout()
        options.setSpacing(style.GAP * 2)
        for widget in (self.case, self.any_width):
            options.addWidget(widget)
        options.addStretch(1)
        options.addWidget(self.said)
        about = QLabel(_ABOUT)
        about.setObjectName("muted")
        about.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(style.GAP)
        foot.addWidget(about, 1)
        foot.addWidget(self.replace_button)
        column = self.content
        column.addLayout(grid)
        column.addLayout(options)
        column.addWidget(self.tree, 1)
        column.addWidget(self.error)
        column.addLayout(foot)
