"""All cards of 今日: what is urgent above, then a card for each field, with no scrolling."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desk.agenda.lines import CARDS, URGENT, Agenda, Line
from ui import style
from ui.today.card import Card
from ui.today.line_list import LineList

_CARD_WIDTH = 330  # below it a third column does not pay
_MOST_COLUMNS = 3
_URGENT_LINES = 4
_FEWEST = 2  # lines of room for a row of cards that has any, before others get more
_PLACES: Mapping[str, tuple[str, object]] = {
    URGENT: ("tasks", "紧急"),
    "刊期": ("issue", None),
    "来稿与审签": ("inbox", None),
    "约稿": ("tasks", "约稿"),
    "批示": ("tasks", "批示"),
    "上报与选题": ("tasks", "上报"),
    "考核、稿酬与本机": ("scores", None),
}
_EMPTY = "没有到期的"


class Board(QWidget):
    """The arrow keys go through the lines of all cards.

    Signals:
        followed(str, object): a page to go to, and what to show there.
    """

    followed = Signal(str, object)

    def __init__(self, look: style.Look) -> None:
        super().__init__()
        self._look = look
        self._columns = 0
        self.cards = {card: Card(card, _EMPTY, look) for card in CARDS}
        self.urgent = Card("紧急", _EMPTY, look)
        self.urgent.setObjectName("alarm")
        self.urgent.hide()
        self._grid = QGridLayout()
        self._grid.setSpacing(style.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.urgent)
        column.addLayout(self._grid, 1)
        for key, card in ((URGENT, self.urgent), *self.cards.items()):
            card.list.followed.connect(partial(self._follow, key))
            card.count.clicked.connect(partial(self._follow, key, None))
            card.list.passed.connect(partial(self._pass, card.list))

    @property
    def lists(self) -> list[LineList]:
        """The lists in their order."""
        return [self.urgent.list, *(card.list for card in self.cards.values())]

    @property
    def line(self) -> Line | None:
        """The line chosen."""
        return next((one.line for one in self.lists if one.line), None)

    def show_agenda(self, seen: Agenda, now: datetime) -> None:
        """Show what belongs on 今日."""
        had_focus = any(one.hasFocus() for one in self.lists)
        urgent = seen.of(URGENT)
        rows = min(len(urgent), _URGENT_LINES)
        self.urgent.list.setFixedHeight(self._look.px(style.ROW_HEIGHT) * max(1, rows) + 2)
        self.urgent.show_lines(urgent, now)
        self.urgent.setVisible(bool(urgent))
        for key, card in self.cards.items():
            card.show_lines(seen.of(key), now)
        self._stretch(seen)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Stay where the keyboard is, else take it to the first line there is."""
        if any(one.hasFocus() and one.has_lines for one in self.lists):
            return
        first = next((one for one in self.lists if one.has_lines), None)
        if first:
            first.setFocus()
            first.choose(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = self.width() // self._look.px(_CARD_WIDTH)
        columns = max(2, min(_MOST_COLUMNS, fitting))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for at, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, at // self._columns, at % self._columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def _stretch(self, seen: Agenda) -> None:
        """Give rows with much to say more room; those with nothing keep a line."""
        counts = [len(seen.of(key)) for key in self.cards]
        for row in range(len(counts)):
            some = counts[row * self._columns : (row + 1) * self._columns] if self._columns else []
            self._grid.setRowStretch(row, max(_FEWEST, *some) if any(some) else 0)

    def _follow(self, key: str, line: Line | None, _checked: object = None) -> None:
        page, target = (line.page, line.target) if line else _PLACES[key]
        self.followed.emit(page, target or None)

    def _pass(self, source: LineList, step: int) -> None:
        """Go on to the next list with lines; there is no going round."""
        lists = self.lists
        at = lists.index(source) + step
        while 0 <= at < len(lists):
            if lists[at].has_lines:
                lists[at].setFocus(Qt.FocusReason.TabFocusReason)
                lists[at].choose(0 if step > 0 else -1)
                return
            at += step
