"""The card 自动锁定: after how long, and what becomes of the clipboard."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel

from desk.settings import LOCK_MINUTES, Settings
from ui.keys import LOCK_KEYS

_NOTE = (
    "离开、休眠或电脑锁屏时，本软件一并锁上，要口令才能继续；正在做的事（收稿、备份）照常做完。"
    f"随时按 {LOCK_KEYS} 可以马上锁定。"
)
_FIRST = "没有口令，锁上也没有用：先在上面设置口令，这里才起作用。"


class AutoLockCard(QFrame):
    """Shows and gives back two settings; the tab keeps them. Asleep while there is no password."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        title = QLabel("自动锁定")
        title.setObjectName("sectionTitle")
        self.minutes = QComboBox()
        for minutes in LOCK_MINUTES:
            self.minutes.addItem(f"{minutes} 分钟没有操作" if minutes else "不自动锁定", minutes)
        self.clears = QCheckBox("锁定和退出时，清空从本软件复制的内容")
        self._note = QLabel(_NOTE, wordWrap=True)
        self._note.setObjectName("muted")
        form = QFormLayout(self)
        form.setContentsMargins(24, 16, 24, 16)
        form.setVerticalSpacing(12)
        form.addRow(title)
        form.addRow("锁定", self.minutes)
        form.addRow("剪贴板", self.clears)
        form.addRow(self._note)

    def show_settings(self, settings: Settings, *, has_password: bool) -> None:
        """Show what is in force."""
        self.minutes.setCurrentIndex(self.minutes.findData(settings.lock_minutes))
        self.clears.setChecked(settings.clears_clipboard)
        self.minutes.setEnabled(has_password)
        self._note.setText(_NOTE if has_password else _FIRST)

    def edited(self, settings: Settings) -> Settings:
        """The settings with what is chosen here."""
        return replace(
            settings,
            lock_minutes=self.minutes.currentData(),
            clears_clipboard=self.clears.isChecked(),
        )
