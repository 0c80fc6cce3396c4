"""The window in which the password is set, changed or removed, or the recovery key renewed."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desk import locking
from desk.errors import FieldError
from ui.locking.new_key import NewKey
from ui.locking.new_password import NewPassword, RevealingField
from ui.session import Session, Topic
from ui.side_window import FormWindow

_SIZE = (520, 300)
_REKEYING = (
    "数据文件换一把密钥重新加密，以前被人复制走的密钥打不开以后的数据；换以前的备份它们仍能打开。"
    "窗口会关上，换好再打开；先另写一份备份。恢复密钥随之作废，换好后要重新打印。"
)
_REMOVING = "不要口令了？以后谁拿到数据文件夹，都能打开里面的全部内容；窗口也不能再锁定。"


class Deed(Enum):
    """What is done: its words, and what is said before."""

    SET = ("设置口令", "忘了口令又没有恢复密钥，数据就再也打不开。设好以后请马上打印恢复密钥。")
    CHANGE = ("更改口令", "恢复密钥不变，保险柜里的纸仍然有用。")
    REMOVE = ("取消口令", "取消以后，谁拿到数据文件夹都能打开。")
    REKEY = ("换密钥", _REKEYING)
    RENEW = ("更换恢复密钥", "原来打印的恢复密钥随即作废，请把那张纸销毁。")


class PasswordWindow(FormWindow):
    """``done`` gets the recovery key, "" where it stays as it was."""

    def __init__(
        self, session: Session, parent: QWidget, deed: Deed, done: Callable[[str], None]
    ) -> None:
        words, about = deed.value
        super().__init__(session, parent, _SIZE, words, "password")
        self.kind = deed
        self._done = done
        self.old = RevealingField("" if deed is Deed.REKEY else "现在的口令，或恢复密钥")
        self.new = NewPassword(session.settings.office, session.settings.clerk)
        note = QLabel(about, wordWrap=True)
        note.setObjectName("muted")
        form = QFormLayout()
        form.addRow("现在的口令", self.old)
        form.setRowVisible(0, deed is not Deed.SET)
        if deed is Deed.CHANGE:
            self.new.align_with(form.labelForField(self.old))
        self.new.setVisible(deed in (Deed.SET, Deed.CHANGE))
        self.content.addWidget(note)
        self.content.addLayout(form)
        self.content.addWidget(self.new)
        self.content.addStretch(1)
        self.button = self.deed(words, f"{words}（Ctrl+Enter）", self.act)
        self.content.addLayout(self.foot(self.button))
        self.new.entered.connect(self.act)

    def begin(self) -> None:
        """Come up."""
        self.come_up(self.new.first if self.kind is Deed.SET else self.old)

    def act(self) -> None:
        """Do it on the worker: scrypt takes its time."""
        if not self.button.isEnabled():
            return
        self.tell("")
        try:
            new = self.new.password() if self.kind in (Deed.SET, Deed.CHANGE) else ""
        except FieldError as error:
            self.tell(str(error))
            return
        if self.kind is Deed.REMOVE and not self.session.messages.ask(
            _REMOVING, "不要口令了", danger=True
        ):
            return
        old, store, by = self.old.text(), self.session.store, self.session.by()

        def run() -> str:
            if self.kind is Deed.REKEY:
                locking.must_be_password(store, old)
                return ""
            if self.kind is Deed.RENEW:
                return locking.renew_recovery(store, by, old)
            if self.kind is Deed.REMOVE:
                locking.remove_password(store, by, old)
                return ""
            return locking.set_password(store, by, new, old)

        self.button.setEnabled(False)
        self.session.do(run, Topic.SETTINGS, done=self._on_done, failed=self._on_failed)

    def _on_done(self, recovery: str) -> None:
        errand = NewKey(self.old.text())
        self.old.clear()
        self.new.clear()
        self.close()
        if self.kind is Deed.REKEY:
            self.session.returning.emit(errand)
        else:
            self._done(recovery)

    def _on_failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.fail(error)
