"""Which adoptions count: an item that both channels of one level took counts once (R174, F118)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from desk.forwardings.forwarding import Forwarding
from desk.forwardings.rules import Line, Twice
from desk.publications import Tier

_CHANNELS = (Line.PARTY, Line.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Taken:
    """An adoption of an item, by whose channel of which level, and what it would earn."""

    forwarding: Forwarding
    tier: Tier
    line: Line
    points: Decimal = Decimal(0)

    @property
    def order(self) -> tuple[object, ...]:
        """What is booked stays; then the earlier adoption goes first."""
        held = self.forwarding
        return (not held.booked, held.result_day, held.id)


def uncounted(taken: Sequence[Taken], twice: Twice) -> Mapping[int, str]:
    """The adoptions of one item that don't count, by forwarding, each with why."""
    found: dict[int, str] = {}
    if twice is Twice.EACH:
        return found
    ordered = sorted(taken, key=lambda one: one.tier.value)
    for _tier, some in groupby(ordered, key=lambda one: one.tier):
        rivals = [one for one in some if one.line in _CHANNELS]
        first = min(rivals, key=lambda one: _rank(one, twice), default=None)
        if first is None:
            continue
        why = f"同一级党委、政府渠道{twice}，已按{told(first.forwarding)}计"
        found |= {one.forwarding.id: why for one in rivals if one.line is not first.line}
    return found


def told(forwarding: Forwarding) -> str:
    """An adoption in words: 《省政府政务专报》7月10日采用."""
    day = forwarding.result_day
    return f"《{forwarding.carrier}》{day.month}月{day.day}日采用" if day else forwarding.carrier


def _rank(taken: Taken, twice: Twice) -> tuple[object, ...]:
    return (-taken.points if twice is Twice.HIGHER else 0, *taken.order)
