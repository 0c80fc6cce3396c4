"""The list of drafts: only ids in memory, rows read when they are seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from desk.drafts import ORDERS, DraftQuery, DraftRow
from desk.views import Grouping, Section
from ui.inbox.columns import inbox_columns
from ui.inbox.headings import parts_of
from ui.lists.divided_model import DividedModel
from ui.lists.divided_view import DividedView
from ui.session import Session

_FEW = 20
_PAUSE_MS = 150
_MINUTE_MS = 60_000
_FIRST = 60  # hits of a search that are shown at once: more than a screen holds
NO_DRAFTS = "还没有来稿。\n把单位发来的 Word 文件拖到这里，或按 Ctrl+O 选择"
NO_MATCH = "没有符合条件的稿件"
_Found = tuple[list[int], list[Section]]


class DraftList(DividedView):
    """Answers a query in the order of its header, divided by day or unit where that is wanted.

    Signals:
        clearing(): the clerk wants to see everything again.
        completed(): all hits of a search are listed, not only the first.
        flagging(int): the flag of a draft was clicked on.
        comparing(int): the mark of a draft that looks like others was clicked on.
    """

    clearing = Signal()
    completed = Signal()
    flagging = Signal(int)
    comparing = Signal(int)

    def __init__(self, session: Session) -> None:
        self.query = DraftQuery()
        self.grouping = Grouping.NONE
        self._is_made = False
        self._later = QTimer(singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._find_rest)
        self.drafts: DividedModel[DraftRow] = DividedModel(
            inbox_columns(session.clock), self._fetch, self._on_sort
        )
        super().__init__(session, self.drafts, "来稿", empty=NO_DRAFTS)
        self._reset = QPushButton("清除筛选", self.viewport())
        self._reset.clicked.connect(self.clearing)
        self._reset.hide()
        self.clicked.connect(self._on_clicked)
        tick = QTimer(self, interval=_MINUTE_MS)  # what is left of a clock changes by itself
        tick.timeout.connect(self.viewport().update)
        tick.start()
        self._is_made = True
        self._show_order()

    def show_query(self, query: DraftQuery) -> None:
        """List what answers a query; the selection stays where it can."""
        self.query = replace(query, order=self.query.order, descending=self.query.descending)
        self._later.stop()
        if query.words and not self._is_quick():
            self._find_rest()  # a search of the whole history: not while the clerk types
        else:
            first = replace(self.query, limit=_FIRST if query.words else None)
            found = self._find(first, self.grouping)
            if len(found[0]) == first.limit:  # common words: the rest follows when typing pauses
                self._later.start()
            self._show(found)
        plain = replace(self.query, order=DraftQuery().order, descending=True)
        self._show_emptiness(filtered=plain != DraftQuery())

    def _is_quick(self) -> bool:
        """Whether the first hits of a search are found without the rest."""
        newest_first = self.query.order == "received" and self.query.descending
        return newest_first and self.grouping is Grouping.NONE

    def divide(self, grouping: Grouping) -> None:
        """Divide the list by something else."""
        if grouping is not self.grouping:
            self.grouping = grouping
            self.drafts.divide([], ())  # what was folded has another name now
            self.show_query(self.query)

    def fold_all(self, *, on: bool) -> None:
        """Fold all parts away or open them; what stays listed stays selected."""
        chosen, current = self.selected_ids(), self.current_id
        self.drafts.fold_all(on=on)
        if not on:
            self.choose_ids(chosen, current)

    def order_by(self, order: str, *, descending: bool) -> None:
        """List in another order."""
        self.query = replace(self.query, order=order, descending=descending)
        self.show_query(self.query)
        self._show_order()

    def _find(self, query: DraftQuery, grouping: Grouping) -> _Found:
        with self.session.store.read() as work:
            if grouping is Grouping.NONE:
                return work.drafts.ids(query), []
            return work.drafts.sections(query, grouping)

    def _find_rest(self) -> None:
        asked = (self.query, self.grouping)
        self.session.look(lambda: self._find(*asked), partial(self._complete, asked))

    def _complete(self, asked: tuple[DraftQuery, Grouping], found: _Found) -> None:
        if asked != (self.query, self.grouping):
            return
        if self.grouping is Grouping.NONE:
            self.drafts.complete(found[0])
        else:
            self._show(found)
            self._show_emptiness(filtered=True)
        self.completed.emit()

    def _show(self, found: _Found) -> None:
        ids, sections = found
        today = self.session.today()
        parts = parts_of(sections, self.grouping, today)
        divisions = self.drafts.divisions
        held = divisions.parts if divisions else ()
        if ids == list(self.drafts.ids) and tuple(parts) == held:
            self.drafts.forget()
            return
        chosen, current = self.selected_ids(), self.current_id
        self.drafts.divide(ids, parts)
        self.choose_ids(chosen, current)

    @property
    def current_id(self) -> int | None:
        """The draft under the cursor."""
        index = self.currentIndex()
        if not index.isValid() or self.drafts.heading(index.row()):
            return None
        return self.drafts.id_at(index.row())

    def selected_ids(self) -> list[int]:
        """The selected drafts, in the list's order."""
        return [self.drafts.id_at(number) for number in self.selected()]

    def choose_ids(self, chosen: Iterable[int], current: int | None = None) -> None:
        """Select the drafts that are listed, with the cursor on one of them or near it."""
        wanted = set(chosen)
        for draft_id in wanted if len(wanted) <= _FEW else ():
            self.drafts.reveal(draft_id)
        rows = sorted(self._places(wanted))
        selection = QItemSelection()
        last = len(self.drafts.columns) - 1
        for first, final in ranges(rows):
            selection.select(self.drafts.index(first, 0), self.drafts.index(final, last))
        start = self.drafts.position(current) if current else -1
        start = start if start >= 0 or not rows else rows[0]
        if start >= 0:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.drafts.index(start, 0), keep)
            self.scrollTo(self.drafts.index(start, 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)

    def _places(self, chosen: set[int]) -> Iterator[int]:
        """The rows of some drafts; a pass over a long list only where many are wanted."""
        if len(chosen) > _FEW:
            members = (at for at, draft_id in enumerate(self.drafts.ids) if draft_id in chosen)
            rows = map(self.drafts.place, members)
        else:
            rows = map(self.drafts.position, chosen)
        return (row for row in rows if row >= 0)

    def _fetch(self, ids: Sequence[int]) -> Sequence[DraftRow]:
        with self.session.store.read() as work:
            return work.drafts.rows(ids)

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self.drafts.columns[index.column()].key
        if self.drafts.heading(index.row()):
            return
        row = self.drafts.row(index.row())
        if key == "marks":
            self.flagging.emit(row.id)
        elif key == "twins" and row.twins:
            self.comparing.emit(row.id)

    def _on_sort(self, key: str, descending: bool) -> None:  # noqa: FBT001 - the model's contract
        if key in ORDERS:
            self.query = replace(self.query, order=key, descending=descending)
        if self._is_made:  # the header is restored, and sorts, while the list is being made
            self.show_query(self.query)
            self._show_order()

    def _show_order(self) -> None:
        """Point the header's arrow at the order in force."""
        keys = [column.key for column in self.drafts.columns]
        down = Qt.SortOrder.DescendingOrder
        order = down if self.query.descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        header.setSortIndicator(keys.index(self.query.order), order)
        header.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        header.viewport().update()

    def _show_emptiness(self, *, filtered: bool) -> None:
        self.empty = NO_MATCH if filtered else NO_DRAFTS
        self._reset.setVisible(filtered and not self.drafts.rowCount())
        self._place_reset()
        self.viewport().update()

    def _place_reset(self) -> None:
        area = self.viewport().rect()
        self._reset.adjustSize()
        self._reset.move(area.center().x() - self._reset.width() // 2, area.center().y() + 24)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_reset()


def ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours in rising numbers: 1 2 3 7 gives (1, 3), (7, 7)."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield members[0], members[-1]
