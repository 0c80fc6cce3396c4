"""The tab 口令与锁定 of 设置: whether there is a password, what it guards, and when it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from desk.backups.open_keys import OpenKey, told
from desk.store import Store
from ui import style
from ui.locking.auto_card import AutoLockCard
from ui.locking.old_backups import OldBackupsWindow
from ui.locking.password_window import Deed, PasswordWindow
from ui.locking.recovery_paper import RecoveryPaper, show_recovery
from ui.manual.context import tell_of
from ui.settings.cards import button, card, scrolling
from ui.tabbed_page import Tab, TabbedPage

_WITHOUT = (
    "没有设口令。数据文件是加密的，但密钥就放在它旁边：这能发现损坏，防不住能拿到这个文件夹的人。"
)
_WITH = (
    "已设口令。打开数据要口令，忘了就用打印的恢复密钥；两样都没有，谁也打不开。"
    "设口令以前被人复制走的密钥，口令管不住，要“换密钥”。"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What opens without the password, as far as it could be looked for."""

    keys: Sequence[OpenKey] = ()
    second_is_away: bool = False


class LockingTab(Tab):
    """The two settings are kept as they are chosen."""

    title = "口令与锁定"

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        tell_of(self, "password")
        self.state = QLabel(wordWrap=True)
        self.backups = QLabel(wordWrap=True)
        self.backups.setObjectName("fieldError")
        self.deal = button(
            "处理旧备份…", "给它们加上现在的口令，或者写一份新备份后删掉", self.settle_old
        )
        self.auto = AutoLockCard()
        self.buttons = {
            deed: button(
                f"{deed.value[0]}…", deed.value[1], lambda _on=False, one=deed: self.do(one)
            )
            for deed in Deed
        }
        self.window_open: PasswordWindow | None = None
        self.paper: RecoveryPaper | None = None
        self.old: OldBackupsWindow | None = None
        self._found = _Found()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self._password_card(), self.auto))
        self.auto.minutes.activated.connect(self._keep)
        self.auto.clears.clicked.connect(self._keep)

    @override
    def refresh(self) -> None:
        store = self.session.store
        has_password = store.locks.has_password
        self.state.setText(_WITH if has_password else _WITHOUT)
        for deed, one in self.buttons.items():
            one.setVisible((deed is Deed.SET) != has_password)
        self.auto.show_settings(self.session.settings, has_password=has_password)
        self._tell_backups(_Found())
        if has_password:
            self.session.look(lambda: _look(store), self._tell_backups)

    @override
    def take_focus(self) -> None:
        has_password = self.session.store.locks.has_password
        self.buttons[Deed.CHANGE if has_password else Deed.SET].setFocus()

    def do(self, deed: Deed) -> None:
        """Set, change or remove the password, or renew the recovery key."""
        self.window_open = PasswordWindow(self.session, self, deed, self._on_done)
        self.window_open.begin()

    def settle_old(self) -> None:
        """Deal with the backups that open without the password."""
        if self._found.keys:
            self.old = self.old or OldBackupsWindow(self.session, self, self.refresh)
            self.old.begin(self._found.keys, second_is_away=self._found.second_is_away)

    def _on_done(self, recovery: str) -> None:
        self.refresh()
        if not recovery:
            self.session.messages.note("已办好")
            return
        self.paper = show_recovery(self.session, self, recovery)
        self.paper.closed.connect(self._on_paper_closed)

    def _on_paper_closed(self) -> None:
        self.paper = None
        self.settle_old()

    def _tell_backups(self, found: "_Found") -> None:
        self._found = found
        self.backups.setText(told(found.keys, second_is_away=found.second_is_away))
        for one in (self.backups, self.deal):
            one.setVisible(bool(found.keys))

    def _keep(self, *_chosen: object) -> None:
        self.session.keep_settings(self.auto.edited(self.session.settings))

    def _password_card(self) -> QFrame:
        made = card()
        title = QLabel("口令")
        title.setObjectName("sectionTitle")
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for one in self.buttons.values():
            row.addWidget(one)
        row.addWidget(self.deal)
        row.addStretch(1)
        layout = QVBoxLayout(made)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        for line in (title, self.state, self.backups):
            layout.addWidget(line)
        layout.addLayout(row)
        return made


def _look(store: Store) -> _Found:
    second = store.backups.second()
    away = second is not None and second.folder is None
    return _Found(store.backups.open_keys(), second_is_away=away)
