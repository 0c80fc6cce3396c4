"""The lines of the tree of entries: sections as branches, entries as leaves."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desk.issues import Entry
from desk.layout.positions import Place
from desk.publications import Section
from ui import style
from ui.icons import coloured

TITLE, PAGE, LINES, WAY = range(4)
_ENTRY = int(Qt.ItemDataRole.UserRole)
_SECTION = _ENTRY + 1
_USUAL = _ENTRY + 2
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


def branch_of(section: Section, heading: str) -> QTreeWidgetItem:
    """A section under the heading of this issue; "" takes its own name."""
    item = QTreeWidgetItem([heading or section.name, "", "", "暂无"])
    item.setData(TITLE, _SECTION, section.id)
    item.setData(TITLE, _USUAL, section.name)
    item.setFlags(_FLAGS | Qt.ItemFlag.ItemIsDropEnabled)
    font = item.font(TITLE)
    font.setBold(True)
    item.setFont(TITLE, font)
    _dress(item)
    if heading:
        item.setIcon(TITLE, _mark())
        item.setToolTip(TITLE, f"本期印成：{heading}\n栏目：{section.name}")
    return item


def leaf_of(entry: Entry, title: str) -> QTreeWidgetItem:
    """An entry under the title printed in this issue."""
    item = QTreeWidgetItem([entry.heading or title, "", "", entry.role.value])
    item.setData(TITLE, _ENTRY, entry)
    item.setData(TITLE, _USUAL, title)
    item.setFlags(_FLAGS | Qt.ItemFlag.ItemIsDragEnabled)
    item.setToolTip(TITLE, title)
    _dress(item)
    if entry.heading:
        item.setIcon(TITLE, _mark())
        item.setToolTip(TITLE, f"本期印成：{entry.heading}\n稿件标题：{title}")
    return item


def show_places(branch: QTreeWidgetItem, places: dict[int, Place]) -> None:
    """Tell the page and the lines of the entries in a section, and the sums beside its name."""
    held = [branch.child(number) for number in range(branch.childCount())]
    for item in held:
        place = places.get(draft_of(item))
        item.setText(PAGE, str(place.page) if place else "")
        item.setText(LINES, str(place.rows) if place else "")
    known = [places[draft_of(item)].rows for item in held if draft_of(item) in places]
    branch.setText(LINES, str(sum(known)) if known else "")
    branch.setText(WAY, f"{len(held)} 条" if held else "暂无")


def entry_of(item: QTreeWidgetItem | None) -> Entry | None:
    """The entry of a leaf."""
    entry = item.data(TITLE, _ENTRY) if item is not None else None
    return entry if isinstance(entry, Entry) else None


def draft_of(item: QTreeWidgetItem | None) -> int:
    """The draft of a leaf; 0 of a branch."""
    entry = entry_of(item)
    return entry.draft_id if entry else 0


def section_of(item: QTreeWidgetItem) -> int:
    """The section of a branch, or of the branch a leaf hangs on."""
    branch: QTreeWidgetItem | None = item.parent()
    return int((item if branch is None else branch).data(TITLE, _SECTION))


def usual_words(item: QTreeWidgetItem) -> str:
    """What is printed when this issue says nothing else."""
    return str(item.data(TITLE, _USUAL))


def branches(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """The sections."""
    return [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]


def leaves(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """The entries in printing order."""
    return [one.child(number) for one in branches(tree) for number in range(one.childCount())]


def drafts_of(items: Iterable[QTreeWidgetItem]) -> set[int]:
    """The drafts of leaves; branches have none."""
    return {draft_of(item) for item in items} - {0}


def _dress(item: QTreeWidgetItem) -> None:
    for column in (PAGE, LINES):
        item.setTextAlignment(column, RIGHT)


def _mark() -> QIcon:
    return coloured("pencil-line", style.ACCENT)
