"""The 设置 page: the office, the people of the 报尾, the window's size, the data and its backup."""

from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import Secrecy
from desk.settings import SCALES, WATCH_SECONDS, Settings, save
from ui.dialogs import open_folder
from ui.page import Page
from ui.people_switch import KEYS
from ui.session import Session, Topic
from ui.settings.fonts_box import FontsBox

_LINES = (
    ("office", "编发单位", "印在报头左侧，例如：云岭县人民政府办公室"),
    ("clerk", "经办人", "写进操作记录"),
    ("editor", "编辑", "印在报尾"),
    ("reviewer", "审核", "印在报尾"),
    ("signer", "签发", "印在报尾"),
    ("mark", "密级或内部标志", "印在报头左上角，例如：内部资料 注意保存"),
)
_CEILINGS = (Secrecy.NONE, Secrecy.INTERNAL)


class SettingsPage(Page):
    """Everything is kept when 保存 is pressed; the window's size from the next start."""

    topics = frozenset({Topic.SETTINGS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "设置")
        self.fields = {name: QLineEdit() for name, _, _ in _LINES}
        self.ceiling = QComboBox()
        self.scale = QComboBox()
        self.watch_folder = QLineEdit()
        self.watch_seconds = QSpinBox()
        self.save_button = self.primary("保存", "保存设置（Ctrl+S）")
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.clicked.connect(self.keep)
        self.fonts = FontsBox(session)
        self.content.addWidget(_scrolling(self._office_card(), self.fonts, self._data_card()))

    def _office_card(self) -> QFrame:
        card = _card()
        form = QFormLayout(card)
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
        return card

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
        row.addWidget(_button("选择…", "选择收稿文件夹", self._choose_folder))
        row.addWidget(self.watch_seconds)
        return row

    def _choose_folder(self) -> None:
        chosen = open_folder(self, "选择收稿文件夹")
        if chosen:
            self.watch_folder.setText(str(chosen))

    def _data_card(self) -> QFrame:
        card = _card()
        layout = QVBoxLayout(card)
        layout.setContentsMargins(24, 16, 24, 16)
        title = QLabel("数据与备份")
        title.setObjectName("sectionTitle")
        self.data_text = QLabel()
        self.data_text.setWordWrap(True)
        self.backup_button = _button("立即备份", "写一份经过校验的备份", self.back_up)
        check = _button("检查数据", "逐页核对数据文件有没有损坏", self.verify)
        folder = _button("打开数据文件夹", "备份、设置和日志都在里面", self._open_folder)
        row = QHBoxLayout()
        for button in (self.backup_button, check, folder):
            row.addWidget(button)
        row.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(self.data_text)
        layout.addLayout(row)
        return card

    @override
    def enter(self) -> None:
        super().enter()
        self.fields["office"].setFocus()

    @override
    def refresh(self) -> None:
        settings = self.session.settings
        for name, field in self.fields.items():
            field.setText(getattr(settings, name))
        self._let_name()
        self.ceiling.setCurrentIndex(self.ceiling.findData(settings.ceiling))
        self.scale.setCurrentIndex(self.scale.findData(settings.scale))
        self.watch_folder.setText(settings.watch_folder)
        self.watch_seconds.setValue(settings.watch_seconds)
        self._show_data()
        self.fonts.refresh()

    def _let_name(self) -> None:
        """Leave the name to the switch once there are people: their PINs must not be passed by."""
        with self.session.store.read() as work:
            has_people = any(one.is_active for one in work.people.all())
        self.fields["clerk"].setReadOnly(has_people)
        tip = f"写进操作记录；换人请点左下角的姓名（{KEYS}）" if has_people else "写进操作记录"
        self.fields["clerk"].setToolTip(tip)

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

    def edited(self) -> Settings:
        """The settings as the form has them."""
        lines = {name: field.text().strip() for name, field in self.fields.items()}
        return replace(
            self.session.settings,
            **lines,
            ceiling=Secrecy(self.ceiling.currentData()),  # Qt gives a plain str back
            scale=self.scale.currentData(),
            watch_folder=self.watch_folder.text().strip(),
            watch_seconds=self.watch_seconds.value(),
        )

    def keep(self) -> None:
        """Write the settings and use them from now on."""
        settings, paths = self.edited(), self.session.paths

        def use(_result: object) -> None:
            self.session.settings = settings
            self.session.changed.emit(frozenset({Topic.SETTINGS}))

        self.session.do(lambda: save(settings, paths.settings), done=use, note="设置已保存")

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


def _scrolling(*cards: QFrame) -> QScrollArea:
    """Cards one below the other, which scroll where large type makes them higher than the page."""
    inside = QWidget()
    inside.setObjectName("page")
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def _card() -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    card.setMaximumWidth(820)
    return card


def _button(text: str, tip: str, slot: object) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.clicked.connect(slot)
    return button
