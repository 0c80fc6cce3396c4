"""The list of drafts: only ids in memory, rows read when they are seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from desk.drafts import DraftQuery, DraftRow
from ui.inbox.columns import SORTABLE, inbox_columns
from ui.lists.list_view import ListView
from ui.lists.windowed_model import WindowedModel
from ui.session import Session

_FEW = 20
_PAUSE_MS = 150
_FIRST = 60  # hits of a search that are shown at once: more than a screen holds
NO_DRAFTS = "还没有来稿。\n把单位发来的 Word 文件拖到这里，或按 Ctrl+O 选择"
NO_MATCH = "没有符合条件的稿件"


class DraftList(ListView):
    """Answers a query in the order of its header.

    Signals:
        clearing(): the clerk wants to see everything again.
        completed(): all hits of a search are listed, not only the first.
    """

    clearing = Signal()
    completed = Signal()

    def __init__(self, session: Session) -> None:
        self._query = DraftQuery()
        self._is_made = False
        self._later = QTimer(singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._find_rest)
        self.drafts: WindowedModel[DraftRow] = WindowedModel(
            inbox_columns(session.clock), self._fetch, self._on_sort
        )
        super().__init__(session, self.drafts, "来稿", empty=NO_DRAFTS)
        self._reset = QPushButton("清除筛选", self.viewport())
        self._reset.clicked.connect(self.clearing)
        self._reset.hide()
        self._is_made = True
        self._show_order()

    def show_query(self, query: DraftQuery) -> None:
        """List what answers a query; the selection stays where it can."""
        self._query = replace(query, order=self._query.order, descending=self._query.descending)
        first = replace(self._query, limit=_FIRST if query.words else None)
        found = self._find(first)
        self._later.stop()
        if len(found) == first.limit:  # common words: the rest follows when typing pauses
            self._later.start()
        if found == list(self.drafts.ids):
            self.drafts.forget()
        else:
            chosen, current = self.selected_ids(), self.current_id
            self.drafts.set_ids(found)
            self.choose_ids(chosen, current)
        plain = replace(self._query, order=DraftQuery().order, descending=True)
        self._show_emptiness(filtered=plain != DraftQuery())

    def _find(self, query: DraftQuery) -> list[int]:
        with self.session.store.read() as work:
            return work.drafts.ids(query)

    def _find_rest(self) -> None:
        asked = self._query
        self.session.look(lambda: self._find(asked), partial(self._complete, asked))

    def _complete(self, asked: DraftQuery, found: list[int]) -> None:
        if asked == self._query:
            self.drafts.complete(found)
            self.completed.emit()

    @property
    def current_id(self) -> int | None:
        """The draft under the cursor."""
        index = self.currentIndex()
        return self.drafts.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[int]:
        """The selected drafts, in the list's order."""
        return [self.drafts.id_at(number) for number in self.selected()]

    def choose_ids(self, chosen: Iterable[int], current: int | None = None) -> None:
        """Select the drafts that are listed, with the cursor on one of them or near it."""
        rows = sorted(self._places(set(chosen)))
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
            return (row for row, draft_id in enumerate(self.drafts.ids) if draft_id in chosen)
        return (row for row in map(self.drafts.position, chosen) if row >= 0)

    def step(self, by: int) -> None:
        """Go to the next or the previous draft."""
        target = self.currentIndex().row() + by
        if 0 <= target < self.drafts.rowCount():
            self.choose(target)

    def _fetch(self, ids: Sequence[int]) -> Sequence[DraftRow]:
        with self.session.store.read() as work:
            return work.drafts.rows(ids)

    def _on_sort(self, key: str, descending: bool) -> None:  # noqa: FBT001 - the model's contract
        if key in SORTABLE:
            self._query = replace(self._query, order=key, descending=descending)
        if self._is_made:  # the header is restored, and sorts, while the list is being made
            self.show_query(self._query)
            self._show_order()

    def _show_order(self) -> None:
        """Point the header's arrow at the order in force."""
        keys = [column.key for column in self.drafts.columns]
        down = Qt.SortOrder.DescendingOrder
        order = down if self._query.descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        header.setSortIndicator(keys.index(self._query.order), order)
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
