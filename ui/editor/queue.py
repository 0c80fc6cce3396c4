"""The drafts that wait, in order: the list one was opened from, or all that are in hand."""

from collections.abc import Iterator, Sequence

from desk.drafts import DraftQuery, Status
from desk.errors import NotFoundError
from ui.session import Session

_WAITING = frozenset({Status.NEW, Status.EDITING, Status.SUBMITTED})


class Queue:
    """Knows the next draft, also after the one on show has left the queue."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: Sequence[int] = ()
        self._items: dict[int, int] = {}  # of drafts that stand outside
        self._place = 0  # of the last draft on show that stood here

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def refresh(self, draft_id: int) -> str:
        """Follow the list that a draft was opened from, or read which wait; says which it is."""
        if self._item(draft_id) in self._session.sequence:
            self._ids = self._session.sequence
            return "在来稿列表里的位置"
        with self._session.store.read() as work:
            self._ids = work.drafts.ids(DraftQuery(statuses=_WAITING))
        return "在新到、在编、送审的稿件里的位置"

    def place(self, draft_id: int) -> int:
        """Where a draft stands, from 1 on; 0 outside."""
        draft_id = self._item(draft_id)
        if draft_id not in self._ids:
            return 0
        self._place = self._ids.index(draft_id)
        return self._place + 1

    def neighbour(self, draft_id: int, step: int) -> int:
        """The next (1) or previous (-1) one, round the end; 0 where nothing waits."""
        if not self._ids:
            return 0
        draft_id = self._item(draft_id)
        if draft_id in self._ids:
            place = self._ids.index(draft_id) + step
        else:  # it has left the queue: its neighbours closed the gap
            place = self._place if step > 0 else self._place - 1
        return self._ids[place % len(self._ids)]

    def _item(self, draft_id: int) -> int:
        """The draft that stands in the queue for one: a version's original for the version."""
        if not draft_id or draft_id in self._ids or draft_id in self._session.sequence:
            return draft_id
        if draft_id not in self._items:
            try:
                with self._session.store.read() as work:
                    self._items[draft_id] = work.drafts.get(draft_id).item_id
            except NotFoundError:  # said where it is opened
                return draft_id
        return self._items[draft_id]
