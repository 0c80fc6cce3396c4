"""Where to look in the archive: publications and their years, what has run out, the register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ui import style

_CHOICE = int(Qt.ItemDataRole.UserRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Shelf(Enum):
    """What the middle of the page lists."""

    ISSUES = auto()
    EXPIRED = auto()
    USES = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """A node of the tree; publication and year 0 are all of them."""

    shelf: Shelf = Shelf.ISSUES
    publication_id: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much each node holds."""

    names: Mapping[int, str]  # of publications
    years: Iterable[tuple[int, int, int]]  # publication, year, issues; newest year first
    expired: int
    uses: int


class ShelfTree(QTreeWidget):
    """One node is always chosen.

    Signals:
        chosen(Choice): another node was chosen.
    """

    chosen = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(look.px(14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("刊物和年度")
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(look.px(24))
        self.setColumnWidth(1, look.px(50))
        self.currentItemChanged.connect(self._on_current)

    @property
    def choice(self) -> Choice:
        """The node chosen."""
        item = self.currentItem()
        found = item.data(0, _CHOICE) if item is not None else None
        return found if isinstance(found, Choice) else Choice()

    def show_counts(self, counts: Counts) -> None:
        """Fill the tree; what was chosen stays chosen, else the newest year of all."""
        before, is_first = self.choice, self.topLevelItemCount() == 0
        years = list(counts.years)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.clear()
        self._add(None, "全部往期", sum(count for _, _, count in years), Choice())
        for publication_id in dict.fromkeys(at for at, _, _ in years):
            mine = [(year, count) for at, year, count in years if at == publication_id]
            total = sum(count for _, count in mine)
            choice = Choice(publication_id=publication_id)
            node = self._add(None, f"《{counts.names[publication_id]}》", total, choice)
            for year, count in mine:
                self._add(node, f"{year}年", count, Choice(Shelf.ISSUES, publication_id, year))
            node.setExpanded(True)
        self._add(None, "保管期满", counts.expired, Choice(Shelf.EXPIRED))
        self._add(None, "利用登记", counts.uses, Choice(Shelf.USES))
        self._restore(before, is_first=is_first)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def choose(self, choice: Choice) -> None:
        """Choose a node, where there is one."""
        for item in self._items():
            if item.data(0, _CHOICE) == choice:
                self.setCurrentItem(item)

    def choose_shelf(self, shelf: Shelf) -> None:
        """Choose a node that is of no publication."""
        self.choose(Choice(shelf))

    def _restore(self, before: Choice, *, is_first: bool) -> None:
        items = list(self._items())
        found = [one for one in items if one.data(0, _CHOICE) == before]
        if is_first:
            found = [one for one in items if one.data(0, _CHOICE).year] or found
        self.setCurrentItem((found or items)[0])

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for at in range(self.topLevelItemCount()):
            top = self.topLevelItem(at)
            if top is not None:
                yield top
                yield from (top.child(under) for under in range(top.childCount()))

    def _add(
        self, under: QTreeWidgetItem | None, text: str, count: int, choice: Choice
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text, str(count)])
        item.setData(0, _CHOICE, choice)
        item.setToolTip(0, text)
        item.setTextAlignment(1, _RIGHT)
        if under is None:
            self.addTopLevelItem(item)
        else:
            under.addChild(item)
        return item

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(self.choice)
