"""来源: the drafts that went into a composite, their roles and shares, and what is left of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.assembling import Usage
from desk.composing import Composition
from desk.drafts import Status
from desk.parts import WHOLE, PartRole
from ui import style
from ui.editor.edited_strip import EditedStrip
from ui.editor.source_marks import SourceMark
from ui.flow_layout import FlowLayout
from ui.keys import bind

_STRIPE = 4  # pixels of the colour beside a source
_ROLE_TIP = "主：主要依据；协：也计分；素材：只用材料，不计分（选中来源后按空格换）"
_SHARE_TIP = "主、协各篇的份额合计 100%，改一篇其余按比例分；“均分”是不分主次（F2）"
_DEEDS = (
    ("均分", "主、协各篇同等计分", "even"),
    ("主次", "第一篇为主占 60%，其余平分", "led"),
    ("按字数", "按各篇还留在文中的字数分", "by_length"),
    ("加入来稿……", "再并入一篇或几篇来稿（Ins）", "add"),
    ("移出", "把选中的一篇拆出去，回到原来的状态（Del）", "part"),
    ("取舍段落……", "选用各篇的哪些段落，去掉重复的（Ctrl+Shift+J）", "choose"),
)


class SourcePanel(QWidget):
    """Lists sources; everything on the chosen one has a key.

    Signals:
        shown(int): look at this draft's original.
        asked(str): one of the deeds: even, led, by_length, add, part, choose.
        roled(int, PartRole): this draft has another role.
        shared(int, int): this draft has so many percent.
        moved(int, int): this draft goes up (-1) or down (1).
    """

    shown = Signal(int)
    asked = Signal(str)
    roled = Signal(int, object)
    shared = Signal(int, int)
    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._found: Composition | None = None
        self._marks: Sequence[SourceMark] = ()
        self._usages: Mapping[int, Usage] = {}
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName("来源")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(_STRIPE, 2 * style.ROW_HEIGHT))
        self.role = QComboBox()
        self.role.addItems([str(one) for one in PartRole])
        self.role.setToolTip(_ROLE_TIP)
        self.share = QSpinBox(minimum=0, maximum=WHOLE, suffix=" %")
        self.share.setSpecialValueText("均分")
        self.share.setToolTip(_SHARE_TIP)
        self.share.setKeyboardTracking(False)
        self.told = QLabel()
        self.told.setObjectName("muted")
        self.told.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        self.edited = EditedStrip()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for words, field in (("作用", self.role), ("份额", self.share)):
            row.addWidget(QLabel(words))
            row.addWidget(field, 1)
        deeds = QWidget()
        flow = FlowLayout(style.GAP, deeds)
        for words, tip, name in _DEEDS:
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            self.buttons[name] = button
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, style.GAP, style.GAP)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addWidget(self.edited)
        column.addLayout(row)
        column.addWidget(deeds)
        self.edited.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_current)
        self.list.itemClicked.connect(lambda _item: self._show_original())
        self.list.itemActivated.connect(lambda _item: self._show_original())
        self.role.activated.connect(self._on_role)
        self.share.editingFinished.connect(self._on_share)
        bind(self.list, "Space", self._next_role)
        bind(self.list, "F2", self.share.setFocus)
        bind(self.list, "Alt+Up", lambda: self._move(-1))
        bind(self.list, "Alt+Down", lambda: self._move(1))
        bind(self.list, "Ins", lambda: self._ask("add"))
        bind(self.list, "Del", lambda: self._ask("part"))

    @property
    def current(self) -> int:
        """The draft chosen; 0 for none."""
        row = self.list.currentRow()
        return self._marks[row].draft_id if 0 <= row < len(self._marks) else 0

    def choose(self, draft_id: int) -> None:
        """Choose a source."""
        ids = [mark.draft_id for mark in self._marks]
        if draft_id in ids:
            self.list.setCurrentRow(ids.index(draft_id))

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) source, round the end."""
        if self._marks:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self._marks))
            self._show_original()

    def show_sources(self, found: Composition, marks: Sequence[SourceMark]) -> None:
        """List the parts of a composite; the one that was chosen stays so."""
        chosen = self.current
        self._found, self._marks, self._usages = found, marks, found.usages
        self._fill()
        self.choose(chosen or (marks[0].draft_id if marks else 0))
        self._allow(found.composite.status)
        self._on_current()

    def show_usages(self, usages: Mapping[int, Usage]) -> None:
        """Say how much of each part is in the text as it is now."""
        self._usages = usages
        for at in range(self.list.count()):
            self.list.item(at).setText(self._line(at))

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for at, mark in enumerate(self._marks):
            stripe = QPixmap(_STRIPE, 2 * style.ROW_HEIGHT)
            stripe.fill(mark.colour)
            item = QListWidgetItem(QIcon(stripe), self._line(at))
            item.setToolTip(f"{mark.number}　{mark.told}\n（Enter 在左边看原稿，Alt+↑↓ 换次序）")
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)  # noqa: FBT003
        self._on_current()

    def _line(self, at: int) -> str:
        """Number, unit and title over role, share and use."""
        if self._found is None:
            return ""
        mark, part = self._marks[at], self._found.parts[at]
        share = (
            "不计分" if not part.is_credited else "均分" if part.share is None else f"{part.share}%"
        )
        used = self._usages.get(part.draft_id, Usage(0, 0))
        room = self.list.viewport().width() - 6 * style.GAP
        first = self.list.fontMetrics().elidedText(
            f"{mark.number} {mark.told}", Qt.TextElideMode.ElideRight, room
        )
        return f"{first}\n{part.role}　{share}　用了 {used.used} 字 / 来稿 {used.whole} 字"

    def _allow(self, status: Status) -> None:
        """Let the clerk do what the composite's status allows."""
        is_open, writable = status is not Status.RELEASED, status in (Status.NEW, Status.EDITING)
        for field in (self.role, self.share):
            field.setEnabled(is_open)
        for name, button in self.buttons.items():
            button.setEnabled(writable if name in {"add", "part", "choose"} else is_open)
        self.told.setText(
            "已印发，来源和份额不再改" if not is_open else "空格换作用，F2 改份额，Enter 看原稿"
        )

    def _on_current(self) -> None:
        row = self.list.currentRow()
        if self._found is None or not 0 <= row < len(self._found.parts):
            return
        part = self._found.parts[row]
        self.role.setCurrentText(part.role)
        self.share.setSpecialValueText("均分" if part.is_credited else "不计分")
        self.share.setValue(part.share or 0)
        is_open = self._found.composite.status is not Status.RELEASED
        self.share.setEnabled(part.is_credited and is_open)

    def _show_original(self) -> None:
        if self.current:
            self.shown.emit(self.current)

    def _on_role(self, row: int) -> None:
        if self.current:
            self.roled.emit(self.current, list(PartRole)[row])

    def _next_role(self) -> None:
        if self._found is not None and self.current and self.role.isEnabled():
            roles = list(PartRole)
            now = roles.index(self._found.parts[self.list.currentRow()].role)
            self.roled.emit(self.current, roles[(now + 1) % len(roles)])

    def _on_share(self) -> None:
        if self._found is None or not self.current:
            return
        before = self._found.parts[self.list.currentRow()].share or 0
        if self.share.value() != before:
            self.shared.emit(self.current, self.share.value())

    def _move(self, by: int) -> None:
        if self.current and self.role.isEnabled():
            self.moved.emit(self.current, by)

    def _ask(self, name: str) -> None:
        if self.buttons[name].isEnabled():
            self.asked.emit(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_usages(self._usages)
