"""The tab 备份与恢复 of 设置: where the data lies, its backups, and whether it is whole."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from ui.settings.cards import button, card, scrolling
from ui.tabbed_page import Tab, TabbedPage


class BackupsTab(Tab):
    """The data folder, and what guards it."""

    title = "备份与恢复"

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self._data_card()))

    def _data_card(self) -> QFrame:
        made = card()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(24, 16, 24, 16)
        title = QLabel("数据与备份")
        title.setObjectName("sectionTitle")
        self.data_text = QLabel()
        self.data_text.setWordWrap(True)
        self.backup_button = button("立即备份", "写一份经过校验的备份", self.back_up)
        check = button("检查数据", "逐页核对数据文件有没有损坏", self.verify)
        folder = button("打开数据文件夹", "备份、设置和日志都在里面", self._open_folder)
        row = QHBoxLayout()
        for one in (self.backup_button, check, folder):
            row.addWidget(one)
        row.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(self.data_text)
        layout.addLayout(row)
        return made

    @override
    def refresh(self) -> None:
        self._show_data()

    @override
    def take_focus(self) -> None:
        self.backup_button.setFocus()

    def _show_data(self) -> None:
        paths = self.session.paths
        backups = sorted(paths.backups.glob("*.db"), key=lambda path: path.stat().st_mtime)
        newest = (
            f"最近一次备份：{backups[-1].name}" if backups else "还没有备份，退出时会自动备份。"
        )
        self.data_text.setText(
            f"数据文件：{paths.store}\n备份文件夹：{paths.backups}　{newest}\n"
            "数据文件是加密的，密钥在同一文件夹的密钥文件里：它防文件损坏，不防拿到这台电脑的人。"
        )

    def back_up(self) -> None:
        """Write a verified backup now."""
        store = self.session.store
        self.session.do(
            store.backup, done=lambda _path: self._show_data(), note="备份已写好并通过校验"
        )

    def verify(self) -> None:
        """Check every page of the store."""
        self.session.look(self.session.store.verify, self._on_verified)

    def _on_verified(self, damage: list[str]) -> None:
        if damage:
            self.session.messages.error("".join(damage))
        else:
            self.session.messages.note("数据文件完好")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.paths.data)))
