"""Look several drafts over before they are sent to approval together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.approvals import Condition, Lane
from desk.conditions import Lack, lacking
from desk.drafts import Draft, Kind
from desk.editing import EDITABLE
from desk.jobs import Job, Progress
from desk.people import Person
from desk.store import Store
from desk.ways import active_lanes, proposed


@dataclass(frozen=True, slots=True)
class Sendable:
    """A draft that can be sent: the lane proposed for it, and what it lacks of all lanes ask."""

    id: int
    title: str
    kind: Kind | None
    proposed: int  # the id of the lane
    lacks: Mapping[Condition, Lack]

    def lacks_of(self, lane: Lane) -> list[Lack]:
        """What it lacks for a lane."""
        found = (self.lacks.get(one) for one in Condition if one in lane.conditions)
        return [one for one in found if one is not None]


@dataclass(frozen=True, slots=True)
class Sending:
    """Drafts to send, the lanes to choose from, and how many of those chosen cannot be sent."""

    drafts: tuple[Sendable, ...]
    lanes: tuple[Lane, ...]
    people: tuple[Person, ...]
    refused: int = 0  # neither new nor being edited

    @property
    def first(self) -> Lane:
        """The lane proposed for most of them."""
        wanted = [one.proposed for one in self.drafts]
        return max(self.lanes, key=lambda lane: wanted.count(lane.id))

    def ready(self, lane: Lane) -> list[int]:
        """The drafts that lack nothing for a lane."""
        return [one.id for one in self.drafts if not one.lacks_of(lane)]


def look_over(store: Store, draft_ids: Sequence[int]) -> Job[Sending]:
    """Check drafts for every lane; yields after each, because a check takes a while."""
    with store.read() as work:
        lanes, people = tuple(active_lanes(work)), tuple(work.people.all())
        drafts = work.drafts.several(list(draft_ids))
    wanted = frozenset[Condition]().union(*(lane.conditions for lane in lanes))
    chosen = [draft for draft in drafts if draft.status in EDITABLE]
    found = []
    for number, draft in enumerate(chosen, 1):
        found.append(_seen(store, draft, lanes, wanted))
        yield Progress(number, len(chosen), "正在查看能不能送审")
    return Sending(tuple(found), lanes, people, len(drafts) - len(chosen))


def _seen(
    store: Store, draft: Draft, lanes: Sequence[Lane], wanted: frozenset[Condition]
) -> Sendable:
    with store.read() as work:
        lacks = {one.condition: one for one in lacking(work, draft, wanted)}
    lane = proposed(lanes, draft.kind)
    return Sendable(draft.id, draft.title, draft.kind, lane.id if lane else 0, lacks)
