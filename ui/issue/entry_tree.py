"""The entries of an issue by section: ordered by drag or keys, renamed in place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from desk import ordering
from desk.issues import Entry
from desk.layout.positions import Place
from desk.publications import Section
from ui import style
from ui.issue.entry_items import (
    LINES,
    PAGE,
    RIGHT,
    TITLE,
    WAY,
    branch_of,
    branches,
    draft_of,
    drafts_of,
    entry_of,
    leaf_of,
    leaves,
    section_of,
    show_places,
    usual_words,
)
from ui.issue.pool import MIME, dragged_ids
from ui.issue.spare_columns import SpareColumns
from ui.issue.title_delegate import TitleDelegate
from ui.lists.list_model import Index

_TIP = "拖动，或按 Alt+↑ Alt+↓ 调整顺序；Enter 打开编辑；F2 改印出的标题；Delete 移出本期"
_EMPTY = "还没有一期。\n按 Ctrl+N 选刊物，就可以把左边的稿件选进来。"


class EntryTree(QTreeWidget):
    """Sections as branches, entries as leaves.

    Signals:
        arranged(list[Entry]): the clerk changed order, section, membership or a printed title.
        placed(list[int], int, int): drafts dropped from the pool: ids, section id, position.
        current(int): the draft of the current entry; 0 on a section.
        headed(int, str): a section is called so in this issue; "" by its own name.
    """

    arranged = Signal(object)
    placed = Signal(object, int, int)
    current = Signal(int)
    headed = Signal(int, str)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setAccessibleName("本期条目")
        self._is_open = True
        self._sections: Sequence[Section] = ()
        self._entries: Sequence[Entry] = ()
        self._titles: Mapping[int, str] = {}
        self._headings: Mapping[int, str] = {}
        self._places: dict[int, Place] = {}
        self.setHeaderLabels(["条目", "页", "行", "方式"])
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(look.px(34))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((PAGE, 38), (LINES, 46), (WAY, 62)):
            header.resizeSection(column, look.px(width))
        for column in (PAGE, LINES):
            self.headerItem().setTextAlignment(column, RIGHT)
        self._spare = SpareColumns(header, (WAY, LINES), look.px(130), self.setColumnHidden)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setRootIsDecorated(False)
        self.setIndentation(look.px(12))
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        root = self.invisibleRootItem()  # an entry dropped between sections would belong to none
        root.setFlags(root.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.setToolTip(_TIP)
        self.setItemDelegateForColumn(TITLE, TitleDelegate(self, self._words, self._rename))
        self.currentItemChanged.connect(lambda item, _old: self.current.emit(draft_of(item)))

    def show_entries(
        self,
        sections: Sequence[Section],
        entries: Sequence[Entry],
        titles: Mapping[int, str],
        headings: Mapping[int, str],
    ) -> None:
        """Show an issue's entries; ``titles`` by draft id, ``headings`` by section id.

        What is selected stays so, untold.
        """
        self._sections, self._titles, self._headings = sections, titles, headings
        self._show(entries)

    def set_open(self, *, on: bool) -> None:
        """Let the entries be changed, or only be looked at."""
        self._is_open = on
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.DragDrop if on else mode.NoDragDrop)

    def show_places(self, places: Mapping[str, Place]) -> None:
        """Tell where the entries stand on the pages."""
        self._places = {int(key): place for key, place in places.items() if key.isdecimal()}
        for branch in branches(self):
            show_places(branch, self._places)

    def choose(self, draft_id: int) -> None:
        """Make a draft's entry the current and only selected one, if it is here."""
        for item in leaves(self):
            if draft_of(item) == draft_id:
                self.setCurrentItem(item)

    def entries(self) -> list[Entry]:
        """The entries in printing order."""
        return list(self._entries)

    def current_draft(self) -> int:
        """The draft of the current entry; 0 on a section."""
        return draft_of(self._item_now())

    def selected_drafts(self) -> set[int]:
        """The drafts of the selected entries."""
        return drafts_of(self.selectedItems()) or ({self.current_draft()} - {0})

    def section_now(self) -> int:
        """The section of the current place; the first when there is none."""
        item = self._item_now()
        return section_of(item if item is not None else self.topLevelItem(0))

    def move_current(self, step: int) -> None:
        """Move the selected entries up (-1) or down (1), across sections too."""
        self._change(ordering.moved(self._entries, self._order, self.selected_drafts(), step))

    def remove_current(self) -> None:
        """Take the selected entries out of the issue; the next one becomes current."""
        gone = self.selected_drafts()
        order = [one.draft_id for one in self._entries]
        last = max((order.index(one) for one in gone), default=-1)
        after = [one for one in (*order[last + 1 :], *order[last::-1]) if one not in gone]
        self._change(ordering.without(self._entries, gone))
        if after:
            self.choose(after[0])

    def edit_title(self) -> None:
        """Rename the current entry or section in place."""
        item = self._item_now()
        if item is not None and self._is_open:
            self.editItem(item, TITLE)

    @property
    def _order(self) -> list[int]:
        return [section.id for section in self._sections]

    def _show(self, entries: Sequence[Entry]) -> None:
        """Fill the tree; selection, current line and scrolling stay."""
        order = {section_id: at for at, section_id in enumerate(self._order)}
        before = [one.draft_id for one in self._entries]
        self._entries = sorted(entries, key=lambda one: order.get(one.section_id, 0))
        chosen, current = drafts_of(self.selectedItems()), self._item_now()
        kept = (draft_of(current), section_of(current)) if current is not None else None
        top = self.verticalScrollBar().value()
        blocker = QSignalBlocker(self)
        self.setUpdatesEnabled(False)
        self.clear()
        for section in self._sections:
            branch = branch_of(section, self._headings.get(section.id, ""))
            self.addTopLevelItem(branch)
            for entry in self._entries:
                if entry.section_id == section.id:
                    branch.addChild(leaf_of(entry, self._titles.get(entry.draft_id, "")))
            show_places(branch, self._places)
        self.expandAll()
        self._select(chosen, kept)
        if kept and kept[0] in before and self.currentItem() is None:
            self._stay_at(before.index(kept[0]))
        self.verticalScrollBar().setValue(top)
        self.setUpdatesEnabled(True)
        blocker.unblock()

    def _select(self, chosen: set[int], current: tuple[int, int] | None) -> None:
        for item in (*branches(self), *leaves(self)):
            mine = current is not None and draft_of(item) == current[0]
            if current and mine and (current[0] or section_of(item) == current[1]):
                self.setCurrentItem(item)
        for item in leaves(self):
            if draft_of(item) in chosen:
                item.setSelected(True)

    def _stay_at(self, place: int) -> None:
        """Make the entry current that took the place of one carried elsewhere."""
        if self._entries:
            self.choose(self._entries[min(place, len(self._entries) - 1)].draft_id)

    def _change(self, entries: list[Entry]) -> None:
        """Show it at once and tell: the next key press must find it done."""
        if self._is_open and entries != list(self._entries):
            self._show(entries)
            self.arranged.emit(entries)

    def _words(self, index: Index) -> tuple[str, str]:
        item = self.itemFromIndex(index)
        entry = entry_of(item)
        usual = usual_words(item)
        own = entry.heading if entry else self._headings.get(section_of(item), "")
        return own or usual, usual

    def _rename(self, index: Index, words: str) -> None:
        item = self.itemFromIndex(index)
        entry = entry_of(item)
        if entry is None:
            if words != self._headings.get(section_of(item), ""):
                self.headed.emit(section_of(item), words)
        elif words != entry.heading:
            changed = replace(entry, heading=words)
            self._change([changed if one == entry else one for one in self._entries])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_draft():
            self.itemDoubleClicked.emit(self._item_now(), TITLE)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.topLevelItemCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(24, 0, -24, 0), int(flags), _EMPTY)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare.fit(self.viewport().width())

    @override
    def mimeTypes(self) -> list[str]:
        return [MIME]

    @override
    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        chosen = drafts_of(items)
        ids = [str(one.draft_id) for one in self._entries if one.draft_id in chosen]
        data = QMimeData()
        data.setData(MIME, QByteArray(",".join(ids).encode()))
        return data

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        ids = dragged_ids(event.mimeData())
        held = {one.draft_id: one for one in self._entries}
        place = self._place_at(event)
        if ids and all(one in held for one in ids):
            own = [held[one] for one in ids]
            self._change(ordering.placed(self._entries, self._order, own, place))
        elif ids:
            self.placed.emit(ids, *place)
        event.acceptProposedAction()

    def _place_at(self, event: QDropEvent) -> tuple[int, int]:
        """The section and the position in it that a drop points at."""
        point = event.position().toPoint()
        item: QTreeWidgetItem | None = self.itemAt(point)
        if item is None:
            item = self.topLevelItem(self.topLevelItemCount() - 1)
        branch: QTreeWidgetItem | None = item.parent()
        if branch is None:
            return section_of(item), item.childCount()
        below = point.y() > self.visualItemRect(item).center().y()
        return section_of(item), branch.indexOfChild(item) + int(below)

    def _item_now(self) -> QTreeWidgetItem | None:
        return self.currentItem()
