"""What narrows the hits: choices with how many each would leave; one of a kind at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem
from typing_extensions import override

from desk.drafts import DraftQuery, Kind, Status
from desk.searching import Facets
from ui import style

_MOST = 8  # choices of a facet shown before the rest is asked for
_CHOICE = int(Qt.ItemDataRole.UserRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of one facet."""

    facet: str  # status, year, kind, unit or publication
    value: Any


class FacetTree(QTreeWidget):
    """A click or Enter chooses, and takes the choice back.

    Signals:
        changed(): something else is chosen.
    """

    changed = Signal()

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._chosen: dict[str, Any] = {}
        self._names: dict[str, Mapping[Any, str]] = {}
        self._facets: Facets | None = None
        self._open: set[str] = set()  # facets whose every choice is shown
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(look.px(12))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip("单击或按 Enter 缩小范围，再按一次放开")
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(look.px(24))
        self.setColumnWidth(1, look.px(64))
        self.itemClicked.connect(self._on_item)

    def show_names(self, units: Mapping[int, str], publications: Mapping[int, str]) -> None:
        """Know units and publications by their names."""
        self._names = {"unit": units, "publication": publications}

    def show_facets(self, facets: Facets | None) -> None:
        """Show counts; None while there are none."""
        self._facets = facets
        at = self._current()
        self.clear()
        if facets is None:
            return
        for facet, title, counts in self._counted(facets):
            self._add(facet, title, counts)
        self.expandAll()
        self._make_current(at)

    def narrow(self, query: DraftQuery) -> DraftQuery:
        """The query with what is chosen."""
        year = self._chosen.get("year")
        status = self._chosen.get("status")
        return replace(
            query,
            statuses=frozenset({status}) if status else frozenset(),
            kind=self._chosen.get("kind"),
            received_from=date(year, 1, 1) if year else None,
            received_to=date(year, 12, 31) if year else None,
            unit_id=self._chosen.get("unit"),
            publication_id=self._chosen.get("publication"),
        )

    @property
    def chosen(self) -> list[str]:
        """What is chosen, in the clerk's words."""
        return [self._text(Choice(facet, value)) for facet, value in self._chosen.items()]

    def release(self) -> None:
        """Choose nothing."""
        self._chosen.clear()

    def choose(self, facet: str, value: Any) -> None:  # noqa: ANN401 - a value of that facet
        """Choose a value, or take it back when it is chosen already."""
        if self._chosen.get(facet) == value:
            del self._chosen[facet]
        else:
            self._chosen[facet] = value
        self.show_facets(self._facets)
        self.changed.emit()

    def _counted(self, facets: Facets) -> Iterator[tuple[str, str, dict[Any, int]]]:
        yield "status", "状态", {one: facets.statuses.get(one, 0) for one in Status}
        yield "year", "收到年份", dict(sorted(facets.years.items(), reverse=True))
        yield "kind", "信息类型", {one: facets.kinds.get(one, 0) for one in Kind}
        yield "unit", "单位", _most_first(facets.units)
        yield "publication", "编入刊物", _most_first(facets.publications)

    def _add(self, facet: str, title: str, counts: dict[Any, int]) -> None:
        chosen = self._chosen.get(facet)
        held = {value: found for value, found in counts.items() if found or value == chosen}
        if chosen is not None:
            held.setdefault(chosen, 0)
        if not held:
            return
        head = QTreeWidgetItem([title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(0, QColor(style.MUTED))
        self.addTopLevelItem(head)
        shown = list(held.items())
        if facet not in self._open and len(shown) > _MOST + 1:
            shown = [one for at, one in enumerate(shown) if at < _MOST or one[0] == chosen]
        for value, found in shown:
            head.addChild(self._item(Choice(facet, value), found))
        if len(shown) < len(held):
            more = QTreeWidgetItem([f"全部 {len(held)} 项……"])
            more.setForeground(0, QColor(style.ACCENT))
            more.setData(0, _CHOICE, facet)
            head.addChild(more)

    def _item(self, choice: Choice, found: int) -> QTreeWidgetItem:
        chosen = self._chosen.get(choice.facet) == choice.value
        text = self._text(choice)
        item = QTreeWidgetItem([f"✓ {text}" if chosen else text, f"{found:,}"])
        item.setData(0, _CHOICE, choice)
        item.setToolTip(0, text)
        item.setTextAlignment(1, _RIGHT)
        item.setForeground(1, QColor(style.MUTED))
        if chosen:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            item.setForeground(0, QColor(style.ACCENT))
        return item

    def _text(self, choice: Choice) -> str:
        if choice.facet == "year":
            return f"{choice.value}年"
        names = self._names.get(choice.facet)
        return str(choice.value) if names is None else names.get(choice.value, "已删除")

    def _on_item(self, item: QTreeWidgetItem) -> None:
        held = item.data(0, _CHOICE)
        if isinstance(held, Choice):
            self.choose(held.facet, held.value)
        elif held:
            self._open.add(held)
            self.show_facets(self._facets)

    def _current(self) -> object:
        item = self.currentItem()
        return None if item is None else item.data(0, _CHOICE)

    def _make_current(self, held: object) -> None:
        for above in range(self.topLevelItemCount()):
            head = self.topLevelItem(above)
            for below in range(head.childCount()):
                if held is not None and head.child(below).data(0, _CHOICE) == held:
                    self.setCurrentItem(head.child(below))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if item is not None and event.key() in keys:
            self._on_item(item)
        else:
            super().keyPressEvent(event)


def _most_first(counts: Mapping[int, int]) -> dict[Any, int]:
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))
