"""The tab 办公室 of 设置: the office, the people of the 报尾, the window's size."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
)
from typing_extensions import override

from desk.drafts import Secrecy
from desk.secrecy.grades import rank
from desk.settings import SCALES, WATCH_SECONDS, Settings
from ui.dialogs import open_folder
from ui.people_switch import KEYS
from ui.settings.cards import button, card, scrolling
from ui.settings.fonts_box import FontsBox
from ui.tabbed_page import Tab, TabbedPage

_LINES = (
    ("office", "编发单位", "印在报头左侧，例如：云岭县人民政府办公室"),
    ("clerk", "经办人", "写进操作记录"),
    ("editor", "编辑", "印在报尾"),
    ("reviewer", "审核", "印在报尾"),
    ("signer", "签发", "印在报尾"),
    ("mark", "密级或内部标志", "印在报头左上角，例如：内部资料 注意保存"),
)
_RAISING = (
    "要把本机最高密级提高到“{}”吗？涉密信息不得在非涉密计算机上处理，提高前须经单位批准。\n"
    "这一改动会记入操作记录。"
)
_CEILINGS = (Secrecy.NONE, Secrecy.INTERNAL)


class OfficeTab(Tab):
    """Everything is kept when 保存 is pressed; the window's size from the next start."""

    title = "办公室"
    primary = "保存"
    primary_tip = "保存设置"

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        self.fields = {name: QLineEdit() for name, _, _ in _LINES}
        self.ceiling = QComboBox()
        self.scale = QComboBox()
        self.watch_folder = QLineEdit()
        self.watch_seconds = QSpinBox()
        self.fonts = FontsBox(self.session)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self._office_card(), self.fonts))

    def _office_card(self) -> QFrame:
        made = card()
        form = QFormLayout(made)
        form.setContentsMargins(24, 16, 24, 16)
        form.setVerticalSpacing(12)
        for name, label, tip in _LINES:
            self.fields[name].setPlaceholderText(tip)
            self.fields[name].setToolTip(tip)
            form.addRow(label, self.fields[name])
        for secrecy in _CEILINGS:
            self.ceiling.addItem(secrecy.value, secrecy)
        self.ceiling.setToolTip("高于它的来稿一律拒收；涉密文件请用专用计算机处理")
        form.addRow("本机最高密级", self.ceiling)
        for scale in SCALES:
            self.scale.addItem(f"{scale}%", scale)
        self.scale.setToolTip("文字和按钮的大小，下次启动生效")
        form.addRow("界面大小", self.scale)
        form.addRow("收稿文件夹", self._watch_row())
        return made

    def _watch_row(self) -> QHBoxLayout:
        """The folder that is watched, and how often."""
        self.watch_folder.setPlaceholderText("不用时留空；放进去的稿件会自动收入，原文件不动")
        self.watch_folder.setToolTip("各单位来稿存放的文件夹，例如邮件客户端的附件文件夹")
        self.watch_folder.setClearButtonEnabled(True)
        self.watch_seconds.setRange(*WATCH_SECONDS)
        self.watch_seconds.setPrefix("每 ")
        self.watch_seconds.setSuffix(" 秒看一次")
        self.watch_seconds.setToolTip("文件两次看时都没有变化才收入")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.watch_folder, 1)
        row.addWidget(button("选择…", "选择收稿文件夹", self._choose_folder))
        row.addWidget(self.watch_seconds)
        return row

    def _choose_folder(self) -> None:
        chosen = open_folder(self, "选择收稿文件夹")
        if chosen:
            self.watch_folder.setText(str(chosen))

    @override
    def take_focus(self) -> None:
        self.fields["office"].setFocus()

    @override
    def refresh(self) -> None:
        settings = self.session.settings
        for name, field in self.fields.items():
            field.setText(getattr(settings, name))
            field.setCursorPosition(0)  # a long name is read from its beginning
        self._let_name()
        self.ceiling.setCurrentIndex(self.ceiling.findData(settings.ceiling))
        self.scale.setCurrentIndex(self.scale.findData(settings.scale))
        self.watch_folder.setText(settings.watch_folder)
        self.watch_folder.setCursorPosition(0)
        self.watch_seconds.setValue(settings.watch_seconds)
        self.fonts.refresh()

    def _let_name(self) -> None:
        """Leave the name to the switch once there are people: their PINs must not be passed by."""
        with self.session.store.read() as work:
            has_people = any(one.is_active for one in work.people.all())
        self.fields["clerk"].setReadOnly(has_people)
        tip = f"写进操作记录；换人请点左下角的姓名（{KEYS}）" if has_people else "写进操作记录"
        self.fields["clerk"].setToolTip(tip)

    def edited(self) -> Settings:
        """The settings as the form has them."""
        lines: dict[str, Any] = {name: box.text().strip() for name, box in self.fields.items()}
        return replace(
            self.session.settings,
            **lines,
            ceiling=Secrecy(self.ceiling.currentData()),  # Qt gives a plain str back
            scale=self.scale.currentData(),
            watch_folder=self.watch_folder.text().strip(),
            watch_seconds=self.watch_seconds.value(),
        )

    @override
    def begin(self) -> None:
        """Write the settings and use them from now on."""
        session, settings = self.session, self.edited()
        raised = rank(settings.ceiling) > rank(session.settings.ceiling)
        if raised and not session.messages.ask(_RAISING.format(settings.ceiling), "提高上限"):
            return
        session.keep_settings(settings, note="设置已保存")
