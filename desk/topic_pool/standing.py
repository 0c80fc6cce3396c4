"""How far topics have come: by the commissions and drafts that there are of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desk.commissions.commission import Commission
from desk.repositories.matters import EVERY, MatterQuery
from desk.store import Work
from desk.topic_pool.point_list import PointList
from desk.topic_pool.topic import PoolTopic, Standing


@dataclass(frozen=True, slots=True)
class PoolRow:
    """A topic, what came of it, and the lists it stands in."""

    topic: PoolTopic
    commissions: tuple[Commission, ...] = ()
    lists: tuple[PointList, ...] = ()

    @property
    def drafts(self) -> tuple[int, ...]:
        """The drafts that came of it, by whichever way."""
        asked = (one for held in self.commissions for task in held.tasks for one in task.drafts)
        return tuple(dict.fromkeys((*self.topic.drafts, *asked)))

    @property
    def standing(self) -> Standing:
        """How far it has come; what was laid aside and came all the same has come."""
        if self.drafts:
            return Standing.WRITTEN
        if self.topic.dropped:
            return Standing.DROPPED
        return Standing.ASKED if self.commissions else Standing.OPEN


def pool(work: Work, query: MatterQuery = EVERY) -> list[PoolRow]:
    """The topics that fit a query, the newest first."""
    return rows_of(work, work.matters.all(PoolTopic, query))


def rows_of(work: Work, topics: Sequence[PoolTopic]) -> list[PoolRow]:
    """Tell of some topics how far they have come."""
    if not topics:
        return []
    since = MatterQuery(first=min(one.day for one in topics))
    asked = by_topic(work.matters.all(Commission, since))
    listed = defaultdict[int, list[PointList]](list)
    for held in work.matters.all(PointList):
        for line in held.lines:
            listed[line.pool_id].append(held)
    return [
        PoolRow(one, asked.get(one.id, ()), tuple(dict.fromkeys(listed[one.id]))) for one in topics
    ]


def by_topic(commissions: Iterable[Commission]) -> Mapping[int, tuple[Commission, ...]]:
    """Commissions that were not called off, by the topic of the pool they were made of."""
    found = defaultdict[int, tuple[Commission, ...]](tuple)
    for one in commissions:
        if one.pool_id and not one.withdrawn:
            found[one.pool_id] += (one,)
    return found


def is_due(row: PoolRow, today: date) -> bool:
    """Whether a topic is wanted by now and nobody was asked."""
    wanted = row.topic.wanted
    return row.standing is Standing.OPEN and wanted is not None and wanted <= today
