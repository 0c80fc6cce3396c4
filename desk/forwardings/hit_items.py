"""What the hit rate is counted on: each item sent to a carrier once, with what is known of it."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from desk.candidates import Candidate
from desk.duplicates.normal import folded
from desk.forwardings.forwarding import Forwarding
from desk.paths import RESOURCES
from desk.repositories.matters import MatterQuery
from desk.store import Work

_SHAPES = RESOURCES / "forwardings" / "titles.toml"
_LENGTHS = ((10, "10 字以内"), (15, "11—15 字"), (20, "16—20 字"), (25, "21—25 字"))
_LONG = "25 字以上"
_OTHER = "其他"
_ALIKE = 5  # shown
_SHARED = 0.3  # of both titles' pairs of characters


@dataclass(frozen=True, slots=True)
class Sent:
    """An item at a carrier; where it was sent there twice, the adopted one, else the last."""

    forwarding: Forwarding
    kind: str
    topics: tuple[str, ...]
    units: tuple[str, ...]

    @property
    def days(self) -> int | None:
        """From sending to result; None where one of both is not known."""
        held = self.forwarding
        if held.result_day is None or held.sent_day is None or held.is_late_entry:
            return None
        return max(0, (held.result_day - held.sent_day).days)

    @property
    def points(self) -> Decimal:
        """What the upper level published."""
        return self.forwarding.external or Decimal(0)


def sent_items(work: Work, first: date, last: date) -> list[Sent]:
    """What was sent on these days, the newest first."""
    held: dict[tuple[int, int, str], Forwarding] = {}
    for one in work.matters.all(Forwarding, MatterQuery(first=first, last=last)):
        if one.sent is None or one.withdrawn:
            continue
        key = (one.draft_id, one.publication_id, one.carrier)
        if key not in held or (one.is_adopted and not held[key].is_adopted):
            held[key] = one
    ids = sorted({one.draft_id for one in held.values()})
    drafts: dict[int, Candidate] = {one.id: one for one in work.drafts.candidates(ids)}
    topics = work.drafts.topics(ids)
    units = {one.id: one.short for one in work.registry.units()}
    return [_sent(one, drafts.get(one.draft_id), topics, units) for one in held.values()]


def length_of(title: str) -> str:
    """How long a title is, as a class."""
    count = len("".join(title.split()))
    return next((name for most, name in _LENGTHS if count <= most), _LONG)


def shape_of(title: str) -> str:
    """How a title is built."""
    return next((name for name, pattern in _shapes() if pattern.search(title)), _OTHER)


def shape_names() -> tuple[str, ...]:
    """All ways to build a title, in order."""
    return (*(name for name, _pattern in _shapes()), _OTHER)


def length_names() -> tuple[str, ...]:
    """All classes of length, in order."""
    return (*(name for _most, name in _LENGTHS), _LONG)


def adopted_like(sent: Iterable[Sent], title: str) -> list[Sent]:
    """Adopted items whose titles share most with a title, the nearest first (idea 13)."""
    own = _pairs(title)
    found = [
        (shared, one)
        for one in sent
        if one.forwarding.is_adopted
        and folded(one.forwarding.title) != folded(title)
        and (shared := _share(own, _pairs(one.forwarding.title))) >= _SHARED
    ]
    found.sort(key=lambda some: (-some[0], -some[1].forwarding.id))
    return [one for _shared, one in found[:_ALIKE]]


def _sent(
    one: Forwarding,
    draft: Candidate | None,
    topics: dict[int, tuple[str, ...]],
    units: dict[int, str],
) -> Sent:
    kind = draft.kind.value if draft and draft.kind else "未定"
    names = tuple(units[key] for key in one.units if key in units)
    return Sent(one, kind, topics.get(one.draft_id, ()), names)


def _pairs(title: str) -> frozenset[str]:
    plain = folded(title)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    held = tomllib.loads(_SHAPES.read_text("utf-8"))
    return tuple((one["name"], re.compile(one["pattern"])) for one in held["shape"])
