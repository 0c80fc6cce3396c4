"""Whether one condition holds wherever another does, and whether both can hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desk.scoring.clauses.clause import Clause
from desk.scoring.clauses.condition import NUMBERS, Ask, Trait
from desk.scoring.matching import limits_of

_SEVERAL = frozenset({Trait.ATTACHMENT, Trait.TAG, Trait.NOTE})  # a fact may have several


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from ``low`` to ``high``; None has no end there."""

    low: Decimal | None
    high: Decimal | None
    low_in: bool = True
    high_in: bool = True

    def holds_all_of(self, other: "Interval") -> bool:
        """Whether every number of the other lies in this one."""
        return _low_key(self) <= _low_key(other) and _high_key(self) >= _high_key(other)

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        low = max(_low_key(self), _low_key(other))
        high = min(_high_key(self), _high_key(other))
        return low <= high


def interval(ask: Ask) -> Interval | None:
    """The numbers that meet all limits of an ask; None where they can't be read."""
    limits = () if "*" in ask.values else limits_of(ask)
    if limits is None:
        return None
    found = Interval(None, None)
    for holds, number in limits:
        sign = holds.__name__
        if sign in ("ge", "gt", "eq"):
            found = _raised(found, number, inclusive=sign != "gt")
        if sign in ("le", "lt", "eq"):
            found = _lowered(found, number, inclusive=sign != "lt")
    return found


def covers(earlier: Clause, later: Clause, tiers: Mapping[str, str]) -> bool:
    """Whether the earlier holds wherever the later does; ``tiers`` by publication's name."""
    if earlier.unless and earlier.unless != later.unless:
        return False
    asked = {ask.trait: ask for ask in later.when.asks}
    return all(_implied(ask, asked, tiers) for ask in earlier.when.asks)


def may_both_hold(one: Clause, other: Clause) -> bool:
    """Whether there can be a fact both hold of, as far as their conditions tell."""
    asked = {ask.trait: ask for ask in other.when.asks}
    return all(
        ask.trait not in asked or _meet(ask, asked[ask.trait]) for ask in one.when.asks
    ) and not (_excluded(one, other) or _excluded(other, one))


def _excluded(one: Clause, other: Clause) -> bool:
    """Whether what the one asks for is just what the other leaves out."""
    asked = {ask.trait: ask for ask in one.when.asks}
    return bool(other.unless) and all(_implied(ask, asked, {}) for ask in other.unless.asks)


def _implied(ask: Ask, asked: Mapping[Trait, Ask], tiers: Mapping[str, str]) -> bool:
    other = asked.get(ask.trait)
    if other is None:
        carriers = asked.get(Trait.PUBLICATION) if ask.trait is Trait.TIER else None
        return carriers is not None and all(
            tiers.get(name, "") in ask.values for name in carriers.values
        )
    if ask.trait in NUMBERS:
        wide, narrow = interval(ask), interval(other)
        return wide is not None and narrow is not None and wide.holds_all_of(narrow)
    return "*" in ask.values or set(other.values) <= set(ask.values)


def _meet(one: Ask, other: Ask) -> bool:
    if one.trait in NUMBERS:
        first, second = interval(one), interval(other)
        return first is None or second is None or first.meets(second)
    if one.trait in _SEVERAL or "*" in (*one.values, *other.values):
        return True
    return not set(one.values).isdisjoint(other.values)


def _raised(held: Interval, number: Decimal, *, inclusive: bool) -> Interval:
    new = Interval(number, held.high, inclusive, held.high_in)
    return new if _low_key(new) > _low_key(held) else held


def _lowered(held: Interval, number: Decimal, *, inclusive: bool) -> Interval:
    new = Interval(held.low, number, held.low_in, inclusive)
    return new if _high_key(new) < _high_key(held) else held


def _low_key(held: Interval) -> tuple[Decimal, int]:
    if held.low is None:
        return Decimal("-Infinity"), 0
    return held.low, 0 if held.low_in else 1


def _high_key(held: Interval) -> tuple[Decimal, int]:
    if held.high is None:
        return Decimal("Infinity"), 0
    return held.high, 0 if held.high_in else -1
