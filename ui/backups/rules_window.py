"""备份设置: how many backups are kept, how often they are written, where the second copy goes."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desk.backups.volumes import LABEL, mounted
from desk.settings import MOST_KEPT, Settings
from ui import style
from ui.dialogs import open_folder
from ui.session import Session
from ui.side_window import FormWindow

_SIZE = (620, 460)
_KEPT = (
    ("keep_hours", "每小时", "份（每个有备份的小时留最后一份）"),
    ("keep_days", "每日", "份"),
    ("keep_weeks", "每周", "份"),
    ("keep_months", "每月", "份"),
    ("keep_years", "每年", "份"),
)
_ABOUT = (
    "第二介质是另一块盘：U盘、移动硬盘或另一台机器的共享文件夹。电脑坏了、丢了，它就是办公室的全部。"
    "插上时程序自动把最近的备份写过去。按卷标认U盘，换了盘符也找得到。"
)
_NONE = "不用第二介质"


class RulesWindow(FormWindow):
    """Everything holds from 保存 on."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "备份设置", "backups")
        self.counts = {name: QSpinBox() for name, _, _ in _KEPT}
        self.hourly = QCheckBox("有改动时每小时备份一次（每天一次和退出时的备份总会写）")
        self.medium = QComboBox()
        self.choose = QPushButton("选择文件夹…")
        self.choose.clicked.connect(self._choose)
        self.days = QSpinBox()
        self.days.setRange(1, MOST_KEPT)
        self.days.setSuffix(" 天没有看到就提醒")
        about = QLabel(_ABOUT, wordWrap=True)
        about.setObjectName("muted")
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.medium, 1)
        row.addWidget(self.choose)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for name, word, unit in _KEPT:
            self.counts[name].setRange(1, MOST_KEPT)
            self.counts[name].setSuffix(f" {unit}")
            form.addRow(f"保留{word}", self.counts[name])
        form.addRow("", self.hourly)
        form.addRow("第二介质", row)
        form.addRow("提醒", self.days)
        self.content.addLayout(form)
        self.content.addWidget(about)
        self.content.addStretch(1)
        self.content.addLayout(self.foot(self.deed("保存", "保存（Ctrl+Enter）", self.keep)))

    def begin(self) -> None:
        """Show what is in force, and the disks that are there now."""
        settings = self.session.settings
        for name, field in self.counts.items():
            field.setValue(getattr(settings, name))
        self.hourly.setChecked(settings.hourly)
        self.days.setValue(settings.second_days)
        self.medium.clear()
        self.medium.addItem(_NONE, "")
        for one in mounted():
            if one.label:
                self.medium.addItem(f"卷标“{one.label}”（{one.root}）", f"{LABEL}{one.label}")
        self._offer(settings.second_medium)
        self.tell("")
        self.come_up(self.counts["keep_hours"])

    def edited(self) -> Settings:
        """The settings as the form has them."""
        counts: dict[str, Any] = {name: field.value() for name, field in self.counts.items()}
        return replace(
            self.session.settings,
            **counts,
            hourly=self.hourly.isChecked(),
            second_medium=self.medium.currentData(),
            second_days=self.days.value(),
        )

    def keep(self) -> None:
        """Write the settings and use them from now on."""
        self.session.keep_settings(
            self.edited(), note="备份设置已保存", done=self.close, failed=self.fail
        )

    def _choose(self) -> None:
        chosen = open_folder(self, "第二介质上的文件夹")
        if chosen:
            self._offer(str(chosen))

    def _offer(self, medium: str) -> None:
        """Choose a medium; one that is not in the list is added as it is."""
        at = self.medium.findData(medium)
        if at < 0:
            self.medium.addItem(medium, medium)
            at = self.medium.count() - 1
        self.medium.setCurrentIndex(at)
