"""Revisions and the audit trail of a draft."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.audit import AuditRecord
from desk.drafts import Revision
from desk.editing import AUTOSAVE, SITTING
from desk.office_clock import office_time
from ui import style
from ui.editor.change_sizes import ChangeSizes
from ui.keys import bind

_ROLE = int(Qt.ItemDataRole.UserRole)
_WHY, _SIZE = 3, 4


class HistoryList(QWidget):
    """Lists what was saved and what was done, the newest first; Ctrl+click chooses two.

    Signals:
        looked(Revision): show this one beside the text.
        compared(int, int): compare two by their numbers; 0 is the original.
        restored(Revision): bring this one back.
    """

    looked = Signal(object)
    compared = Signal(int, int)
    restored = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.revisions = _tree(["版", "时间", "谁", "原因", "改动"], look, (32, 92, 62, 80, 86))
        self.revisions.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        stretch = self.revisions.header()
        stretch.setStretchLastSection(False)
        stretch.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.records = _tree(["时间", "谁", "做了什么"], look, (92, 62))
        self.sizes = ChangeSizes()
        self.compare_button = _button("对照", self._compare)
        self.look_button = _button("查看", self._look)
        self.look_button.setToolTip("在左边看这一版（V）")
        self.restore_button = _button("恢复", self._restore)
        self.restore_button.setToolTip(
            "把这一版恢复成新的一版，现在的文字仍在版本里，可以撤销（R）"
        )
        bind(self.revisions, "V", self.look_button.click)
        bind(self.revisions, "R", self.restore_button.click)
        self.revisions.itemActivated.connect(self._compare)
        self.revisions.itemSelectionChanged.connect(self._enable)
        self.revisions.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.revisions.customContextMenuRequested.connect(self._offer)
        self._editable = False
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in (self.compare_button, self.look_button, self.restore_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(_heading("版本"))
        column.addWidget(self.revisions, 1)
        column.addLayout(row)
        column.addWidget(_heading("经过"))
        column.addWidget(self.records, 1)

    def begin(self) -> None:
        """Give the keyboard to the revisions, with the last one chosen if none is."""
        self.revisions.setFocus()
        last = self.revisions.topLevelItem(0)
        if last is not None and not self.revisions.selectedItems():
            self.revisions.setCurrentItem(last)

    def show_history(
        self, revisions: Sequence[Revision], records: Sequence[AuditRecord], *, editable: bool
    ) -> None:
        """Show a draft's revisions and records; the revisions chosen stay chosen."""
        self._editable = editable
        chosen = {one.number for one in self._chosen()}
        self.revisions.clear()
        sizes = self.sizes.of(revisions)
        for one, size in zip(reversed(revisions), reversed(sizes), strict=True):
            item = _row(one, size)
            self.revisions.addTopLevelItem(item)
            item.setSelected(one.number in chosen)
        self.records.clear()
        for record in records:
            text = record.action + (f"：{record.detail}" if record.detail else "")
            row = QTreeWidgetItem(self.records, [_moment(record.when), record.who, text])
            row.setToolTip(2, text)
        self._enable()

    def _enable(self) -> None:
        chosen = self._chosen()
        is_one = len(chosen) == 1
        self.compare_button.setEnabled(0 < len(chosen) <= 2)  # noqa: PLR2004 - a pair
        self.compare_button.setText("对照所选两版" if len(chosen) > 1 else "对照")
        self.compare_button.setToolTip(self._explain(chosen))
        self.look_button.setEnabled(is_one)
        self.restore_button.setEnabled(
            self._editable and is_one and chosen[0].number != self._newest()
        )

    def _explain(self, chosen: Sequence[Revision]) -> str:
        if len(chosen) > 1:
            return "把所选两版标在文字里对照"
        if chosen and chosen[0].number == self._newest():
            return (
                "看最后一版改了什么（Enter）；按住 Ctrl 再点一版（或者 Shift+↑↓ 选），对照任意两版"
            )
        return "与现在的文字对照（Enter）；按住 Ctrl 再点一版（或者 Shift+↑↓ 选），对照任意两版"

    def _chosen(self) -> list[Revision]:
        """The revisions chosen, the earliest first."""
        items: list[QTreeWidgetItem] = self.revisions.selectedItems()
        found: list[Revision] = [item.data(0, _ROLE) for item in items]
        return sorted(found, key=lambda one: one.number)

    def _newest(self) -> int:
        item: QTreeWidgetItem | None = self.revisions.topLevelItem(0)
        return 0 if item is None else item.data(0, _ROLE).number

    def _compare(self) -> None:
        chosen = [one.number for one in self._chosen()]
        if len(chosen) == 1:  # with the present text; that itself with what was before
            newest = self._newest()
            chosen = [newest - 1, newest] if chosen[0] == newest else [chosen[0], newest]
        if chosen:
            self.compared.emit(chosen[0], chosen[-1])

    def _look(self) -> None:
        for one in self._chosen()[:1]:
            self.looked.emit(one)

    def _restore(self) -> None:
        for one in self._chosen()[:1]:
            self.restored.emit(one)

    def _offer(self, place: QPoint) -> None:
        menu = QMenu(self)
        for button in (self.compare_button, self.look_button, self.restore_button):
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.revisions.viewport().mapToGlobal(place))


def _row(one: Revision, size: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([str(one.number), _moment(one.saved), one.who, one.why, size])
    item.setData(0, _ROLE, one)
    item.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(1, f"{office_time(one.saved):%Y-%m-%d %H:%M:%S}")
    item.setToolTip(_WHY, _why(one))
    length = len(one.body.text.replace("\n", ""))
    item.setToolTip(_SIZE, f"与前一版相比：{size or '没有改动'}；这一版正文共 {length} 字")
    return item


def _why(one: Revision) -> str:
    """The whole reason; an automatic save says what it gathers."""
    if one.why != AUTOSAVE:
        return one.why
    minutes = int(SITTING.total_seconds() // 60)
    return f"{AUTOSAVE}：{one.who}从这时起 {minutes} 分钟里输入的，合成一版"


def _button(text: str, slot: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(slot)
    return button


def _tree(titles: list[str], look: style.Look, widths: tuple[int, ...]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(titles)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setMinimumHeight(look.px(120))
    tree.header().setMinimumSectionSize(look.px(24))
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for number, width in enumerate(widths):
        tree.setColumnWidth(number, look.px(width))
    return tree


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("sectionTitle")
    return label


def _moment(when: datetime) -> str:
    return f"{office_time(when):%m-%d %H:%M}"
