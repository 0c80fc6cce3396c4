"""The entries of an issue by section, put in order by drag or by keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from desk.issues import Entry
from desk.publications import Publication
from ui.issue.pool import MIME, dragged_ids

_ENTRY = int(Qt.ItemDataRole.UserRole)
_SECTION = _ENTRY + 1


class EntryTree(QTreeWidget):
    """Sections as branches, entries as leaves.

    Signals:
        arranged(list[Entry]): the clerk changed order, section or membership.
        placed(list[int], int, int): drafts dropped from the pool: ids, section id, position.
        current(int): the draft of the current entry; 0 on a section.
    """

    arranged = Signal(object)
    placed = Signal(object, int, int)
    current = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, 72)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setRootIsDecorated(False)
        self.setIndentation(16)
        self.setItemsExpandable(False)
        root = self.invisibleRootItem()  # an entry dropped between sections would belong to none
        root.setFlags(root.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.setToolTip("拖动，或按 Alt+↑ Alt+↓ 调整顺序，Delete 移出本期")
        self.currentItemChanged.connect(lambda item, _old: self.current.emit(_draft(item)))

    def show_entries(
        self, publication: Publication, entries: Sequence[Entry], titles: Mapping[int, str]
    ) -> None:
        """Show an issue's entries; ``titles`` by draft id. The current one stays so, untold."""
        blocker = QSignalBlocker(self)
        chosen = _draft(self.currentItem())
        self.clear()
        for section in publication.sections:
            branch = self._branch(section.name, section.id)
            for entry in entries:
                if entry.section_id == section.id:
                    branch.addChild(_leaf(entry, titles.get(entry.draft_id, "")))
            if not branch.childCount():
                branch.setText(1, "暂无")
        self.expandAll()
        self.choose(chosen)
        blocker.unblock()

    def choose(self, draft_id: int) -> None:
        """Make a draft's entry current, if it is here."""
        for item in self._leaves():
            if _draft(item) == draft_id:
                self.setCurrentItem(item)

    def entries(self) -> list[Entry]:
        """The entries in printing order, with the section each stands in now."""
        found = []
        for item in self._leaves():
            entry: Entry = item.data(0, _ENTRY)
            section = item.parent().data(0, _SECTION)
            found.append(Entry(entry.draft_id, section, entry.role))
        return found

    def current_draft(self) -> int:
        """The draft of the current entry; 0 on a section."""
        return _draft(self._item_now())

    def section_now(self) -> int:
        """The section of the current place; the first when there is none."""
        item = self._item_now()
        if item is None:
            return int(self.topLevelItem(0).data(0, _SECTION))
        return int((_branch_of(item) or item).data(0, _SECTION))

    def move_current(self, step: int) -> None:
        """Move the current entry up (-1) or down (1), across sections too."""
        item = self._item_now()
        branch = _branch_of(item)
        if item is None or branch is None:
            return
        place = branch.indexOfChild(item)
        target, position = branch, place + step
        if not 0 <= position < branch.childCount():
            number = self.indexOfTopLevelItem(branch) + step
            if not 0 <= number < self.topLevelItemCount():
                return
            target = self.topLevelItem(number)
            position = 0 if step > 0 else target.childCount()
        branch.takeChild(place)
        target.insertChild(position, item)
        self.setCurrentItem(item)
        self.arranged.emit(self.entries())

    def remove_current(self) -> None:
        """Take the current entry out of the issue."""
        item = self._item_now()
        branch = _branch_of(item)
        if item is not None and branch is not None:
            branch.removeChild(item)
            self.arranged.emit(self.entries())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_current()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        ids = dragged_ids(event.mimeData())
        if ids:
            self.placed.emit(ids, *self._place_at(event))
            event.acceptProposedAction()
        else:
            super().dropEvent(event)
            self.arranged.emit(self.entries())

    def _place_at(self, event: QDropEvent) -> tuple[int, int]:
        """The section and the position in it that a drop points at."""
        item: QTreeWidgetItem | None = self.itemAt(event.position().toPoint())
        if item is None:
            last = self.topLevelItem(self.topLevelItemCount() - 1)
            return int(last.data(0, _SECTION)), last.childCount()
        branch = _branch_of(item)
        if branch is None:
            return int(item.data(0, _SECTION)), item.childCount()
        return int(branch.data(0, _SECTION)), branch.indexOfChild(item)

    def _branch(self, name: str, section_id: int) -> QTreeWidgetItem:
        branch = QTreeWidgetItem([name, ""])
        branch.setData(0, _SECTION, section_id)
        font = branch.font(0)
        font.setBold(True)
        branch.setFont(0, font)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        branch.setFlags(flags | Qt.ItemFlag.ItemIsDropEnabled)
        self.addTopLevelItem(branch)
        return branch

    def _item_now(self) -> QTreeWidgetItem | None:
        return self.currentItem()

    def _leaves(self) -> list[QTreeWidgetItem]:
        branches = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        return [branch.child(n) for branch in branches for n in range(branch.childCount())]


def _leaf(entry: Entry, title: str) -> QTreeWidgetItem:
    leaf = QTreeWidgetItem([title, entry.role.value])
    leaf.setToolTip(0, title)
    leaf.setData(0, _ENTRY, entry)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    leaf.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled)
    return leaf


def _branch_of(item: QTreeWidgetItem | None) -> QTreeWidgetItem | None:
    return item.parent() if item is not None else None


def _draft(item: QTreeWidgetItem | None) -> int:
    entry = item.data(0, _ENTRY) if item is not None else None
    return entry.draft_id if isinstance(entry, Entry) else 0
