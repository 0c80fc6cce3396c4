"""The pre-flight list: what to look at before release."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desk.readiness import Remark
from ui import style
from ui.icons import coloured

_DRAFT = int(Qt.ItemDataRole.UserRole)


class RemarkList(QListWidget):
    """Each line leads to its draft.

    Signals:
        chosen(int): open this draft.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip("印发前检查；双击或按 Enter 打开稿件")
        self.itemActivated.connect(self._on_activated)

    @property
    def open_remarks(self) -> int:
        """How many remarks are shown; the line that there is none does not count."""
        return sum(self.item(row).data(_DRAFT) is not None for row in range(self.count()))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show the remarks; that there is none is said too."""
        self.clear()
        for remark in remarks:
            colour = style.RED if remark.blocks else style.AMBER
            item = QListWidgetItem(coloured("triangle-alert", colour), remark.text)
            item.setToolTip(remark.text)
            item.setData(_DRAFT, remark.draft_id)
            self.addItem(item)
        if not remarks:
            self.addItem(QListWidgetItem(coloured("check", style.GREEN), "印发前检查：没有问题"))

    def _on_activated(self, item: QListWidgetItem) -> None:
        if draft_id := item.data(_DRAFT):
            self.chosen.emit(draft_id)
