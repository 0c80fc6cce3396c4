"""处理旧备份: what was written before the password was set is put under it, or deleted."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from typing_extensions import override

from desk.backups.open_keys import OpenKey, Settled, told
from ui.backups.keeping import Keeping
from ui.backups.progress_row import ProgressRow
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (600, 340)
_LOCK = "给它们加上现在的口令（建议）"
_LOCK_NOTE = "内容不变，以后要用现在的口令或恢复密钥才打得开。逐份重写、核对后再换掉原来的。"
_REMOVE = "写一份新备份，再把旧备份删掉"
_REMOVE_NOTE = "旧备份里的历史状态一并没有了，不能撤销。恢复时换下的数据不删，只加口令。"
_ASKED = "删除 {count} 份旧备份？先写一份新备份并校验，再删；删了就回不到那些日子的状态。"
_INDENT = 24


class OldBackupsWindow(FormWindow):
    """The deed goes on when the window is closed; ``done`` is called after it."""

    def __init__(self, session: Session, parent: QWidget, done: Callable[[], None]) -> None:
        super().__init__(session, parent, _SIZE, "处理旧备份", "password")
        self._done = done
        self._found: Sequence[OpenKey] = ()
        self.state = QLabel(wordWrap=True)
        self.lock = QRadioButton(_LOCK)
        self.lock.setChecked(True)
        self.remove = QRadioButton(_REMOVE)
        self.content.addWidget(self.state)
        for choice, words in ((self.lock, _LOCK_NOTE), (self.remove, _REMOVE_NOTE)):
            note = QLabel(words, wordWrap=True)
            note.setObjectName("muted")
            note.setContentsMargins(_INDENT, 0, 0, 0)
            self.content.addWidget(choice)
            self.content.addWidget(note)
        self.content.addStretch(1)
        self.content.addWidget(ProgressRow(session))
        self.button = self.deed("开始处理", "开始处理（Ctrl+Enter）", self.act)
        self.content.addLayout(self.foot(self.button))

    def begin(self, found: Sequence[OpenKey], *, second_is_away: bool) -> None:
        """Come up with what there is to do."""
        self._found = found
        self.state.setText(told(found, second_is_away=second_is_away))
        self.remove.setEnabled(any(one.is_removable for one in found))
        self.come_up(self.lock)

    def act(self) -> None:
        """Do it on the thread of the backups, with nothing beside it."""
        keeping, backups = Keeping.of(self.session), self.session.store.backups
        if not self.button.isEnabled():
            return
        if keeping.is_busy:
            self.tell("正在写备份，请等它写完再试。")
            return
        self.tell("")
        count = sum(one.is_removable for one in self._found)
        asked = _ASKED.format(count=count)
        if self.remove.isChecked() and not self.session.messages.ask(asked, "删除", danger=True):
            return
        self.button.setEnabled(False)
        keeping.changed.connect(self._on_ended)
        deal = backups.remove_open if self.remove.isChecked() else backups.lock_open
        keeping.start(deal(self._found), done=self._on_settled, failed=self.fail)

    @override
    def fail(self, error: Exception) -> None:
        super().fail(error)
        if not self.isVisible():
            self.session.fail(error)

    def _on_settled(self, settled: Settled) -> None:
        self.session.messages.note(settled.words)
        self.close()

    def _on_ended(self) -> None:
        """Done, failed or cancelled: look anew at what is left."""
        Keeping.of(self.session).changed.disconnect(self._on_ended)
        self.button.setEnabled(True)
        self._done()
