"""The places of words in an issue, draft by draft, each to be ticked."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desk.replacing import Hit

_HIT = int(Qt.ItemDataRole.UserRole)


class ReplaceTree(QTreeWidget):
    """All are ticked at first; a draft's tick is that of all its places.

    Signals:
        ticked(int): how many places are ticked now.
    """

    ticked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setUniformRowHeights(True)
        self.setAccessibleName("要替换的地方")
        self.itemChanged.connect(lambda *_: self.ticked.emit(len(self.chosen())))

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List the places, every one ticked."""
        quiet = QSignalBlocker(self)
        self.clear()
        for _draft, some in groupby(hits, key=lambda hit: hit.draft_id):
            self._add_draft(list(some))
        self.expandAll()
        quiet.unblock()
        self.ticked.emit(len(hits))

    def _add_draft(self, hits: Sequence[Hit]) -> None:
        parent = QTreeWidgetItem(self, [f"{hits[0].title}　{len(hits)} 处"])
        parent.setFlags(parent.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        parent.setToolTip(0, hits[0].title)
        for hit in hits:
            words = f"{hit.place}　{hit.before}【{hit.found}】{hit.after}"
            child = QTreeWidgetItem(parent, [words])
            child.setData(0, _HIT, hit)
            child.setCheckState(0, Qt.CheckState.Checked)
            child.setToolTip(0, words)

    def chosen(self) -> list[Hit]:
        """The places that are ticked."""
        drafts = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        places = (draft.child(number) for draft in drafts for number in range(draft.childCount()))
        return [one.data(0, _HIT) for one in places if one.checkState(0) is Qt.CheckState.Checked]
