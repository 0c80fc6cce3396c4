"""The office's calendar of foreseeable occasions (“可预见的信息提前写”, seed 003)."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from desk.drafts import Kind
from desk.repositories.matters import MatterQuery
from desk.store import Work
from desk.topic_pool.lunar import FOLDER, feasts, terms
from desk.topic_pool.occasion import Happening, Occasion, happenings
from desk.topic_pool.topic import PoolTopic

TERMS = "节气"
FAMILIES = ("节日", "纪念日", TERMS, "农事", "防灾", "民生", "经常性工作")
_FILES = ("days.toml", "spans.toml", "work.toml")
_LONGEST_AHEAD = timedelta(400)
_WEEK = timedelta(7)  # to write in, where it has begun already


@dataclass(frozen=True, slots=True)
class Waved:
    """A happening nobody needs to be asked for this time (今年不约), and why."""

    key: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Foreseeable:
    """What the office has made of the calendar: ``own`` adds occasions, or changes shipped ones.

    ``off`` are the keys of those it does not want, ``waved`` what is not asked for this time.
    """

    own: tuple[Occasion, ...] = ()
    off: tuple[str, ...] = ()
    waved: tuple[Waved, ...] = ()

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """All occasions, shipped and own, those switched off too."""
        changed = {one.key: one for one in self.own}
        known = {one.key for one in shipped()}
        kept = (changed.get(one.key, one) for one in shipped())
        return (*kept, *(one for one in self.own if one.key not in known))

    @property
    def active(self) -> tuple[Occasion, ...]:
        """Those in use."""
        return tuple(one for one in self.occasions if one.key not in self.off)

    def is_off(self, key: str) -> bool:
        """Whether an occasion was switched off."""
        return key in self.off


@dataclass(frozen=True, slots=True)
class Ahead:
    """A happening, and what was made of it: a topic, a word why it is not asked for, nothing."""

    happening: Happening
    topic: PoolTopic | None = None
    waved: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to be done about it any more."""
        return self.topic is not None or bool(self.waved)

    def is_to_ask(self, today: date) -> bool:
        """Whether it is time to ask units, and nobody has."""
        begun = self.happening.ask_from <= today <= self.happening.ask_until
        return begun and self.happening.occasion.remind and not self.is_settled

    def state(self, today: date) -> str:
        """How it stands, in a word."""
        if self.topic:
            return "已记选题"
        if self.waved:
            return "今年不约"
        if self.happening.last < today:
            return "已过"
        if self.is_to_ask(today):
            return "该约了"
        return "正当时" if self.happening.first <= today else "未到"


def calendar(work: Work, first: date, last: date) -> list[Ahead]:
    """What falls between two days, by day; what runs on into them too."""
    plan = work.matters.policy(Foreseeable())
    return laid_out(plan, taken_up(work, first), first, last)


def to_ask(work: Work, today: date) -> list[Ahead]:
    """What units should be asked for by now, the nearest first."""
    ahead = calendar(work, today, today + _LONGEST_AHEAD)
    return [one for one in ahead if one.is_to_ask(today)]


def laid_out(
    plan: Foreseeable, topics: Sequence[PoolTopic], first: date, last: date
) -> list[Ahead]:
    """The happenings of a plan between two days, with the topics that were made of them."""
    made: Mapping[str, PoolTopic] = {one.occasion: one for one in topics if one.occasion}
    waved = {one.key: one.reason or "不约" for one in plan.waved}
    found = (one for held in plan.active for one in happenings(held, first, last))
    ahead = [Ahead(one, made.get(one.key), waved.get(one.key, "")) for one in found]
    return sorted(ahead, key=lambda one: (one.happening.first, one.happening.occasion.title))


def taken_up(work: Work, first: date) -> list[PoolTopic]:
    """The topics that were made of occasions; one may be noted a year before it."""
    return work.matters.all(PoolTopic, MatterQuery(first=first - _LONGEST_AHEAD))


def topic_of(happening: Happening, work: Work, today: date) -> PoolTopic:
    """A topic made of an occasion, with what the office knows of its units and tags."""
    occasion = happening.occasion
    known = {one.name for one in work.lists.topics()}
    return PoolTopic(
        title=occasion.title,
        day=today,
        source="时令节点",
        origin=happening.days,
        kind=occasion.kind,
        tags=tuple(one for one in occasion.topics if one in known),
        units=units_meant(work, occasion.units),
        wanted=max(today + _WEEK, happening.first),
        remark=occasion.points,
        occasion=happening.key,
    )


def units_meant(work: Work, words: Sequence[str]) -> tuple[int, ...]:
    """The units in use whose names hold one of some words."""
    return tuple(
        one.id
        for one in work.registry.units()
        if one.active
        and any(word in (one.short, *one.aliases) or word in one.name for word in words)
    )


@cache
def shipped() -> tuple[Occasion, ...]:
    """The occasions the program comes with; the solar terms among them only to be looked at."""
    return (*_read(), *_lunar())


def _read() -> Iterator[Occasion]:
    for name in _FILES:
        held = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
        yield from (_occasion(one) for one in held["occasion"])


def _lunar() -> Iterator[Occasion]:
    told = {one.when for one in _read()}
    for name in terms():
        yield Occasion(f"term-{name}", name, name, TERMS, lead=5, remind=False)
    for name in feasts():
        if name not in told:
            yield Occasion(f"feast-{name}", name, name, "节日", lead=5, remind=False)


def _occasion(held: Mapping[str, Any]) -> Occasion:
    kind = held.get("kind")
    return replace(
        Occasion(str(held["key"]), str(held["title"]), str(held["when"]), str(held["family"])),
        lead=int(held.get("lead", 0)),
        remind=bool(held.get("remind", True)),
        kind=Kind(kind) if kind else None,
        topics=tuple(held.get("topics", ())),
        units=tuple(held.get("units", ())),
        points=str(held.get("points", "")),
    )
