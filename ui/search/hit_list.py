"""The list of hits: each a title, where it was found, and what it is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal

from desk.drafts import DraftQuery, DraftRow
from desk.searching import Facets
from ui import style
from ui.inbox.columns import inbox_columns
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.windowed_model import WindowedModel
from ui.search.hit_delegate import HEIGHT, HitDelegate
from ui.search.hits import Hit, Passages
from ui.session import Session

_FIRST = 50  # hits that are shown at once: more than a screen holds
_PAUSE_MS = 150
_EXPORTED = frozenset({"unit", "received", "status", "kind", "source"})


class HitList(ListView):
    """Answers a query, newest first; the rest and the counts follow when typing pauses.

    Signals:
        counted(Facets): how many there are in all, and of each choice.
        completed(): every hit is listed.
    """

    counted = Signal(object)
    completed = Signal()

    def __init__(self, session: Session) -> None:
        self._query = DraftQuery()
        self.passages = Passages(session.store)
        self._later = QTimer(singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.find_rest)
        title: Column[DraftRow] = Column("title", "标题", lambda row: row.title, stretch=True)
        others = [
            replace(one, hidden=True)
            for one in inbox_columns(session.clock)
            if one.key in _EXPORTED
        ]
        self.drafts: WindowedModel[DraftRow] = WindowedModel([title, *others], self._fetch)
        super().__init__(session, self.drafts, "检索结果")
        look = style.Look(session.settings.scale)
        self.setItemDelegateForColumn(0, HitDelegate(self, look, self.hit))
        self.verticalHeader().setDefaultSectionSize(look.px(HEIGHT))
        self.horizontalHeader().hide()

    def show_query(self, query: DraftQuery) -> None:
        """List what answers a query; the cursor stays on its draft where it can."""
        self._query = replace(query, limit=None)
        self._later.stop()
        current = self.current_id
        self.passages.ask(query.words)
        found = self._find(replace(query, limit=_FIRST)) if query.words else []
        self.drafts.set_ids(found)
        if found:
            self.choose(max(0, self.drafts.position(current) if current else 0))
            self._later.start()

    @property
    def is_whole(self) -> bool:
        """Whether the list holds every hit already."""
        return self.drafts.rowCount() < _FIRST

    @property
    def current_id(self) -> int | None:
        """The draft under the cursor."""
        index = self.currentIndex()
        return self.drafts.id_at(index.row()) if index.isValid() else None

    def hit(self, number: int) -> Hit:
        """What is shown of a row."""
        return self.passages.hit(self.drafts.row(number), self.drafts.ids[number:])

    def _find(self, query: DraftQuery) -> list[int]:
        with self.session.store.read() as work:
            return work.drafts.ids(query)

    def stop(self) -> bool:
        """Leave the rest unfound; tell whether it was still to be found."""
        waited = self._later.isActive()
        self._later.stop()
        return waited

    def find_rest(self) -> None:
        """Find and count every hit on the worker."""
        asked = self._query
        self.session.look(partial(self._count, asked), partial(self._complete, asked))

    def _count(self, asked: DraftQuery) -> tuple[list[int], Facets]:
        with self.session.store.read() as work:
            return work.drafts.ids(asked), work.drafts.facets(asked)

    def _complete(self, asked: DraftQuery, found: tuple[list[int], Facets]) -> None:
        if asked == self._query:
            self.drafts.complete(found[0])
            self.counted.emit(found[1])
            self.completed.emit()

    def _fetch(self, ids: Sequence[int]) -> Sequence[DraftRow]:
        with self.session.store.read() as work:
            return work.drafts.rows(ids)
