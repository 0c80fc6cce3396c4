"""What a topic is like: others of the pool and titles printed in the last year; shown, no bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.drafts import DraftQuery, Status
from desk.duplicates.normal import folded
from desk.office_clock import day_of
from desk.repositories.matters import MatterQuery
from desk.store import Work
from desk.topic_pool.topic import PoolTopic

_ALIKE = 62  # of 100
_YEAR = timedelta(366)
_FEW = 5


@dataclass(frozen=True, slots=True)
class Told:
    """Something told before: its title, what it is, where it can be looked at.

    ``key`` is the title as titles are compared.
    """

    title: str
    what: str  # 选题, 已印发
    day: date
    page: str
    target: str | int
    key: str


@dataclass(frozen=True, slots=True)
class Alike:
    """What is alike, by ``score`` of 100."""

    told: Told
    score: int


def told_before(work: Work, today: date) -> list[Told]:
    """The topics and printed titles of the last year."""
    since = today - _YEAR
    topics = [
        Told(one.title, PoolTopic.NOUN, one.day, "tasks", one.subject, folded(one.title))
        for one in work.matters.all(PoolTopic, MatterQuery(first=since))
    ]
    printed = DraftQuery(statuses=frozenset({Status.RELEASED}), received_from=since)
    drafts = work.drafts.candidates(work.drafts.ids(printed))
    return topics + [
        Told(
            one.title, str(Status.RELEASED), day_of(one.received), "life", one.id, folded(one.title)
        )
        for one in drafts
    ]


def alike(title: str, told: Sequence[Told], but: str = "") -> list[Alike]:
    """What is like a title, the most alike first; ``but`` is the subject of the topic itself."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy, loaded on use

    others = [one for one in told if one.target != but]
    found = process.extract(
        folded(title),
        [one.key for one in others],
        scorer=fuzz.ratio,
        score_cutoff=_ALIKE,
        limit=_FEW,
    )
    return [Alike(others[at], round(score)) for _, score, at in found]
