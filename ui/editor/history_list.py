"""Revisions and the audit trail of a draft."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.audit import AuditRecord
from desk.drafts import Revision
from ui import style

_ROLE = int(Qt.ItemDataRole.UserRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HistoryList(QWidget):
    """Lists what was saved and what was done, the newest first.

    Signals:
        looked(Revision): show this one beside the text.
        restored(Revision): bring this one back.
    """

    looked = Signal(object)
    restored = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.revisions = _tree(["版", "时间", "谁", "原因", "字数"], look, (32, 92, 52, 80, 44))
        stretch = self.revisions.header()
        stretch.setStretchLastSection(False)
        stretch.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.records = _tree(["时间", "谁", "做了什么"], look, (92, 56))
        self.look_button, self.restore_button = QPushButton("查看"), QPushButton("恢复")
        self.look_button.setToolTip("在左边看这一版（Enter）")
        self.restore_button.setToolTip("把这一版恢复成新的一版，现在的文字仍在版本里")
        self.look_button.clicked.connect(self._look)
        self.restore_button.clicked.connect(self._restore)
        self.revisions.itemActivated.connect(self._look)
        self.revisions.currentItemChanged.connect(self._enable)
        self._editable = False
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.look_button)
        row.addWidget(self.restore_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(_heading("版本"))
        column.addWidget(self.revisions, 1)
        column.addLayout(row)
        column.addWidget(_heading("经过"))
        column.addWidget(self.records, 1)

    def show_history(
        self, revisions: Sequence[Revision], records: Sequence[AuditRecord], *, editable: bool
    ) -> None:
        """Show a draft's revisions and records."""
        self._editable = editable
        self.revisions.clear()
        for one in reversed(revisions):
            cells = [str(one.number), _moment(one.saved), one.who, one.why]
            item = QTreeWidgetItem(self.revisions, [*cells, f"{_length(one)}"])
            item.setData(0, _ROLE, one)
            item.setTextAlignment(4, _RIGHT)
            item.setToolTip(3, one.why)
        self.records.clear()
        for record in records:
            text = record.action + (f"：{record.detail}" if record.detail else "")
            row = QTreeWidgetItem(self.records, [_moment(record.when), record.who, text])
            row.setToolTip(2, text)
        self._enable()

    def _enable(self) -> None:
        chosen = self._chosen()
        newest = self.revisions.topLevelItem(0)
        self.look_button.setEnabled(chosen is not None)
        is_old = chosen is not None and self.revisions.currentItem() is not newest
        self.restore_button.setEnabled(self._editable and is_old)

    def _chosen(self) -> Revision | None:
        item: QTreeWidgetItem | None = self.revisions.currentItem()
        return None if item is None else item.data(0, _ROLE)

    def _look(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.looked.emit(chosen)

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.restored.emit(chosen)


def _tree(titles: list[str], look: style.Look, widths: tuple[int, ...]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(titles)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tree.setMinimumHeight(look.px(120))
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for number, width in enumerate(widths):
        tree.setColumnWidth(number, look.px(width))
    return tree


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("sectionTitle")
    return label


def _moment(when: datetime) -> str:
    return f"{when.astimezone():%m-%d %H:%M}"


def _length(one: Revision) -> int:
    return len(one.body.text.replace("\n", ""))
