"""The findings as a tree: a line a rule with its count, beneath it every place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desk.checking import CheckedFinding
from desk.checks.rule import Severity
from ui import style
from ui.editor.finding_painter import ROLE, FindingPainter
from ui.editor.finding_rows import Card, Place
from ui.editor.marks import Mark

_MANY = 6  # a rule with more places starts folded


class FindingTree(QTreeWidget):
    """Lists open findings by rule, and beneath them the kept ones, folded.

    Signals:
        chosen(object): a Place, Card or CheckedFinding became current; None when nothing is.
        opened(object): Enter or a double click on it.
        fix_all(list[Mark]): the fixes of one rule were asked for.
    """

    chosen = Signal(object)
    opened = Signal(object)
    fix_all = Signal(object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._painter = FindingPainter(self, look)
        self._painter.offered.connect(self.fix_all)
        self.setItemDelegate(self._painter)
        self._keys: list[object] = []
        self._folded: dict[str, bool] = {}
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(0, ROLE)))
        self.itemExpanded.connect(lambda item: self._remember(item, folded=False))
        self.itemCollapsed.connect(lambda item: self._remember(item, folded=True))

    def allow_editing(self, *, on: bool) -> None:
        """Offer fixes in the rows, or don't."""
        self._painter.editable = on
        self.viewport().update()

    def show_cards(self, cards: Sequence[Card], kept: Sequence[CheckedFinding]) -> None:
        """Show findings; what is folded and what is current stay so."""
        keys = [place.shown for card in cards for place in card.places]
        keys_kept = [(one.finding.rule, one.excerpt, one.waiver) for one in kept]
        everything: list[object] = [*keys, "kept", *keys_kept]
        if everything == self._keys:
            self._renew(cards)
            return
        self._keys = everything
        self._rebuild(cards, kept)

    def _renew(self, cards: Sequence[Card]) -> None:
        """Point the rows to new marks of the same findings."""
        for number, card in enumerate(cards):
            item = self.topLevelItem(number)
            item.setData(0, ROLE, card)
            for row, place in enumerate(card.places):
                item.child(row).setData(0, ROLE, place)

    def _rebuild(self, cards: Sequence[Card], kept: Sequence[CheckedFinding]) -> None:
        current = self._key(self.currentItem())
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.clear()
        for card in cards:
            item = self._top(card, card.rule.name, card.rule.code, folded=_starts_folded(card))
            for place in card.places:
                self._child(item, place, place.mark.excerpt, tip=place.mark.finding.message)
        if kept:
            item = self._top(list(kept), f"已保留 {len(kept)} 处", "kept", folded=True)
            for one in kept:
                self._child(item, one, one.excerpt, tip=one.finding.message)
        again = next((item for item in self.rows() if self._key(item) == current), None)
        if current is not None and again is not None:
            self.setCurrentItem(again)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        if current is not None and again is None:
            self.chosen.emit(None)

    def rows(self) -> list[QTreeWidgetItem]:
        """Every row, groups before their places."""
        found = []
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            found += [item, *(item.child(row) for row in range(item.childCount()))]
        return found

    def choose(self, mark: Mark) -> None:
        """Make the row of a mark current, without asking to jump there."""
        for item in self.rows():
            value = item.data(0, ROLE)
            if isinstance(value, Place) and value.mark is mark:
                self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
                self.setCurrentItem(item)
                self.scrollToItem(item)
                self.blockSignals(False)  # noqa: FBT003 - Qt's own signature
                self.viewport().update()

    @property
    def current_card(self) -> Card | None:
        """The rule that is current, or the one its current place belongs to."""
        item: QTreeWidgetItem | None = self.currentItem()
        while item is not None:
            value = item.data(0, ROLE)
            if isinstance(value, Card):
                return value
            item = item.parent()
        return None

    @property
    def current(self) -> object:
        """The Place, Card or CheckedFinding that is current."""
        item = self.currentItem()
        return None if item is None else item.data(0, ROLE)

    def _top(self, value: object, text: str, code: str, *, folded: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self)
        item.setData(0, ROLE, value)
        item.setText(0, text)
        item.setToolTip(0, text)
        item.setData(0, ROLE + 1, code)
        item.setExpanded(not self._folded.get(code, folded))
        return item

    @staticmethod
    def _child(parent: QTreeWidgetItem, value: object, text: str, tip: str) -> None:
        item = QTreeWidgetItem(parent)
        item.setToolTip(0, tip)
        item.setData(0, ROLE, value)
        item.setText(0, text)

    def _remember(self, item: QTreeWidgetItem, *, folded: bool) -> None:
        self._folded[item.data(0, ROLE + 1)] = folded

    @staticmethod
    def _key(item: QTreeWidgetItem | None) -> object:
        value = None if item is None else item.data(0, ROLE)
        if isinstance(value, Place):
            return value.key
        if isinstance(value, CheckedFinding):
            return value.finding.rule, value.excerpt
        return None if item is None else item.data(0, ROLE + 1)

    def _on_current(self, item: QTreeWidgetItem | None, _before: object) -> None:
        self.chosen.emit(None if item is None else item.data(0, ROLE))


def _starts_folded(card: Card) -> bool:
    return card.severity is Severity.INFO or len(card.places) > _MANY
