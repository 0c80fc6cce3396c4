"""The gap to a target in words: 还差 12 分：4 条简讯，或 1 篇专报加 1 条简讯."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from desk.scoring.figures import printed


@dataclass(frozen=True, slots=True)
class Offer:
    """A place where one adoption earns a unit so many points, above 0; ``word`` counts it."""

    name: str
    points: Decimal
    word: str = "条"
    used: int = 0  # how often the unit was printed there


def gap_in_words(missing: Decimal, offers: Sequence[Offer]) -> str:
    """What would fill the gap, in at most two ways; "" where nothing is missing."""
    if missing <= 0:
        return ""
    head = f"还差 {printed(missing)} 分"
    if not offers:
        return head
    usual = _usual(offers)
    ways = [_times(usual, ceil(Fraction(missing) / Fraction(usual.points)))]
    larger = [one for one in offers if usual.points < one.points <= missing]
    if larger:
        ways.append(_mixed(missing, max(larger, key=lambda one: (one.points, one.name)), usual))
    return f"{head}：{'，或 '.join(ways)}"


def items_beyond(missing: Decimal, offers: Sequence[Offer]) -> str:
    """How many of what the unit is printed with most often earn more than is missing.

    "" without offers.
    """
    if not offers or missing < 0:
        return ""
    usual = _usual(offers)
    return _times(usual, floor(Fraction(missing) / Fraction(usual.points)) + 1)


def items_for(missing: Decimal, offers: Sequence[Offer]) -> str:
    """How many of what the unit is printed with most often earn what is missing."""
    if not offers or missing <= 0:
        return ""
    usual = _usual(offers)
    return _times(usual, ceil(Fraction(missing) / Fraction(usual.points)))


def _usual(offers: Sequence[Offer]) -> Offer:
    return max(offers, key=lambda one: (one.used, -one.points, one.name))


def _mixed(missing: Decimal, large: Offer, small: Offer) -> str:
    count = floor(Fraction(missing) / Fraction(large.points))
    rest = Fraction(missing) - count * Fraction(large.points)
    if not rest:
        return _times(large, count)
    return f"{_times(large, count)}加 {_times(small, ceil(rest / Fraction(small.points)))}"


def _times(offer: Offer, count: int) -> str:
    return f"{count} {offer.word}{offer.name}"
