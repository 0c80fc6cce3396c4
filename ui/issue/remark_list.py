"""The pre-flight list: what to look at before release."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desk.checks.office import Level
from desk.preflight.remark import Remark
from ui import style
from ui.icons import coloured

_REMARK = int(Qt.ItemDataRole.UserRole)
_SIGNS = {
    Level.ERROR: ("octagon-x", style.RED, "不能印发"),
    Level.WARNING: ("triangle-alert", style.AMBER, "提醒"),
    Level.INFO: ("info", style.MUTED, "提示"),
}


class RemarkList(QListWidget):
    """Each line leads to where it can be mended.

    Signals:
        chosen(Remark): go there.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("印发前检查")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip("印发前检查；双击或按 Enter 到要改的地方，F8 到下一条")
        self.itemActivated.connect(self._on_activated)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show the remarks; that there is none is said too."""
        place = self.currentRow()
        self.clear()
        for remark in remarks:
            icon, colour, word = _SIGNS[remark.level]
            item = QListWidgetItem(coloured(icon, colour), remark.text)
            item.setToolTip(f"{word}（{remark.code}）　{remark.text}")
            item.setData(_REMARK, remark)
            self.addItem(item)
        if not remarks:
            self.addItem(QListWidgetItem(coloured("check", style.GREEN), "印发前检查：没有问题"))
        self.setCurrentRow(min(place, self.count() - 1))

    def step(self, by: int) -> None:
        """Go to the next remark (1) or the one before (-1), round and round."""
        count = self.count()
        if not count:
            return
        now = self.currentRow()
        self.setCurrentRow((now + by) % count if now >= 0 else 0 if by > 0 else count - 1)
        self._on_activated(self.currentItem())

    def _on_activated(self, item: QListWidgetItem) -> None:
        remark = item.data(_REMARK)
        if isinstance(remark, Remark):
            self.chosen.emit(remark)
