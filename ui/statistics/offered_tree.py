"""All columns and families of columns there are, by what they are about, each with a sentence."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.column import About
from desk.reports.statistics.families import FAMILIES

_KEY = Qt.ItemDataRole.UserRole


class OfferedTree(QTreeWidget):
    """Families stand before the columns of their group."""

    def __init__(self, found: Catalogue) -> None:
        super().__init__()
        self.setHeaderLabels(["栏目", "说明"])
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setColumnWidth(0, 170)
        for about in About:
            top = QTreeWidgetItem(self, [about.value])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for key, name, explanation in _of(found, about):
                item = QTreeWidgetItem(top, [name, explanation])
                item.setData(0, _KEY, key)
                for at in (0, 1):
                    item.setToolTip(at, f"{name}：{explanation}")
            top.setExpanded(about in (About.UNIT, About.SENDING, About.POINTS))

    @property
    def selected(self) -> list[tuple[str, str]]:
        """The keys and names selected."""
        return [
            (item.data(0, _KEY), item.text(0))
            for item in self.selectedItems()
            if item.data(0, _KEY)
        ]

    def narrow(self, words: str) -> None:
        """Show only columns that have all the words."""
        wanted = words.split()
        for at in range(self.topLevelItemCount()):
            top = self.topLevelItem(at)
            shown = 0
            for number in range(top.childCount()):
                item = top.child(number)
                text = f"{top.text(0)} {item.text(0)} {item.text(1)}"
                fits = all(word in text for word in wanted)
                item.setHidden(not fits)
                shown += fits
            top.setHidden(not shown)
            top.setExpanded(bool(wanted) or top.isExpanded())


def _of(found: Catalogue, about: About) -> Iterator[tuple[str, str, str]]:
    """Keys, names and explanations of a group."""
    for family in FAMILIES.values():
        if family.about is about:
            yield family.key, f"▸ {family.name}", f"{family.explanation}；刊物、层级有增减时跟着变"
    for key, column in found.columns.items():
        if column.label.about is about:
            yield key, column.label.name, column.label.explanation
