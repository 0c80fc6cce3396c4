"""Use case: keep what earlier drafts look like new ones, some drafts in one unit of work."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from weakref import WeakKeyDictionary

from desk.drafts import Draft, DraftQuery
from desk.duplicates.aligning import Reading
from desk.duplicates.judging import SAME_TIME, Told, judge
from desk.duplicates.likeness import Likeness
from desk.duplicates.searching import Sketches
from desk.duplicates.sketch import LENGTH, sketch
from desk.jobs import Job, Progress
from desk.office_clock import day_of
from desk.store import Store, Work

PORTION = 16  # drafts compared in one unit of work: below half a second
_AT_ONCE = 100  # drafts sketched in one unit of work, likewise
_REMEMBERED = 2_000  # drafts of a batch kept in memory
_MOST = 8  # likenesses kept of one draft, the strongest
_LATELY = timedelta(7)  # before the newest draft

# The sketches of each store as it had them last: reading 50,000 of them takes 0.2 s.
_HELD: WeakKeyDictionary[Store, Sketches] = WeakKeyDictionary()


class Matcher:
    """Compares drafts with all earlier ones; what it has read serves the whole batch.

    ``late`` are the drafts of the last days that were never compared, oldest first.
    """

    def __init__(self, store: Store, sketches: Sketches, late: Sequence[int]) -> None:
        self.late = late
        self._store = store
        self._sketches = sketches
        self._told: dict[int, Told] = {}
        self._pools = _Pools()

    def compare(self, drafts: Sequence[Draft]) -> dict[int, int]:
        """Keep what earlier drafts these look like; returns how many each does.

        They have a sketch from then on: a draft without one was never compared.
        """
        drawn = {draft.id: sketch_of(draft) for draft in drafts}
        self._sketches.put(drawn)
        self._told = _latest(self._told) | {draft.id: _told(draft) for draft in drafts}
        self._pools.add(drafts)
        found: dict[int, int] = {}
        with self._store.begin() as work:
            for draft in drafts:
                alike = self._likenesses(work, draft, drawn[draft.id])
                work.likenesses.put(draft.id, alike)
                found[draft.id] = len(alike)
            work.likenesses.put_sketches(drawn)
        _HELD[self._store] = self._sketches.copy()
        return found

    def _likenesses(self, work: Work, draft: Draft, drawn: bytes) -> list[Likeness]:
        """The earlier drafts one looks like, the strongest first."""
        pools = self._pools.around(work, draft)
        near = self._sketches.nearest(drawn, before=draft.id, pools=pools)
        unread = [one for one in near if one not in self._told]
        self._told |= {other.id: _told(other) for other in work.drafts.several(unread)}
        later, alike = self._told[draft.id], list[Likeness]()
        for other_id in near:
            found = judge(later, self._told[other_id])
            if found:
                alike.append(Likeness(draft.id, other_id, found.nature, found.score))
        return sorted(alike, key=lambda one: (-one.score, -one.other_id))[:_MOST]


def matcher(store: Store, *, leaving: Collection[int] = ()) -> Job[Matcher]:
    """A matcher that knows all drafts but those to be left for later.

    Old drafts without a sketch get one, so an old store is worked through once. Those of the
    last days, which came by another way or whose batch was cancelled, are still to be compared.
    Closing the job keeps what was done so far.
    """
    with store.read() as work:
        sketches = _sketches(store, work)
        ids = work.drafts.ids(DraftQuery())
        waiting = set(ids).difference(sketches.ids, leaving)
        late = waiting & _lately(work, max(ids)) if waiting else set()
    old = sorted(waiting - late)
    for start in range(0, len(old), _AT_ONCE):
        yield Progress(start, len(old), "登记来稿特征")
        sketches.put(_draw(store, old[start : start + _AT_ONCE]))
        _HELD[store] = sketches.copy()
    return Matcher(store, sketches, sorted(late))


def _sketches(store: Store, work: Work) -> Sketches:
    """All sketches; only those of newer drafts are read where the others are held.

    One that another process drew anew is held as it was: its draft is found by its old words.
    """
    held = _HELD.get(store)
    if held is None:
        held = Sketches(*work.likenesses.sketches())
    else:
        ids, data = work.likenesses.sketches(held.last)
        held.put({one: data[at * LENGTH :][:LENGTH] for at, one in enumerate(ids)})
    _HELD[store] = held
    return held.copy()


def compared(store: Store, ready: Matcher, draft_ids: Sequence[int]) -> Job[dict[int, int]]:
    """Compare stored drafts, given oldest first; returns how many each looks like."""
    found: dict[int, int] = {}
    for start in range(0, len(draft_ids), PORTION):
        yield Progress(start, len(draft_ids), "查找相似来稿")
        with store.read() as work:
            drafts = work.drafts.several(draft_ids[start : start + PORTION])
        found |= ready.compare(drafts)
    return found


def sketch_of(draft: Draft) -> bytes:
    """What a draft is found by; one made here by nothing, for what it is made of is."""
    if not draft.was_sent:
        return bytes(LENGTH)
    return sketch(draft.title, draft.body)


class _Pools:
    """The drafts of each unit and of each time, read once and kept up to date."""

    def __init__(self) -> None:
        self._sent: dict[int, list[int]] = {}
        self._arrived: dict[date, list[int]] = {}  # within SAME_TIME of a day

    def add(self, drafts: Iterable[Draft]) -> None:
        """Put new drafts where they belong; naming one twice does no harm."""
        for draft in drafts:
            for unit_id in draft.unit_ids:
                self._sent.get(unit_id, []).append(draft.id)
            for day, ids in self._arrived.items():
                if abs((day - _day(draft)).days) <= SAME_TIME:
                    ids.append(draft.id)

    def around(self, work: Work, draft: Draft) -> list[list[int]]:
        """The drafts of these days, and those of the same units."""
        day = _day(draft)
        if day not in self._arrived:
            span = timedelta(SAME_TIME)
            days = DraftQuery(received_from=day - span, received_to=day + span)
            self._arrived[day] = work.drafts.ids(days)
        for unit_id in draft.unit_ids:
            if unit_id not in self._sent:
                self._sent[unit_id] = work.likenesses.sent_by([unit_id])
        sent = [draft_id for unit_id in draft.unit_ids for draft_id in self._sent[unit_id]]
        return [self._arrived[day], sent]


def _draw(store: Store, draft_ids: Sequence[int]) -> dict[int, bytes]:
    with store.begin() as work:
        drawn = {draft.id: sketch_of(draft) for draft in work.drafts.several(draft_ids)}
        work.likenesses.put_sketches(drawn)
    return drawn


def _lately(work: Work, newest_id: int) -> set[int]:
    """The drafts that arrived in the week up to the newest one."""
    newest = work.drafts.rows([newest_id])[0].received
    since = day_of(newest - _LATELY)
    return set(work.drafts.ids(DraftQuery(received_from=since)))


def _latest(told: dict[int, Told]) -> dict[int, Told]:
    """What was read last, where much was read."""
    some = [*told] if len(told) <= _REMEMBERED else [*told][-_REMEMBERED // 2 :]
    return {one: told[one] for one in some}


def _told(draft: Draft) -> Told:
    return Told(
        Reading(draft.title, draft.body.text),
        frozenset(draft.unit_ids),
        _day(draft),
        draft.event_date or draft.report_date,
    )


def _day(draft: Draft) -> date:
    return day_of(draft.received)
