"""What one unit of a composite or joint item gets of its points (clauses A3, A4)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from desk.facts import Fact
from desk.issues import Role
from desk.parts import PartRole
from desk.scoring.clauses.results import Rest, Rounded, Rounding
from desk.scoring.clauses.share import Share, Way
from desk.scoring.figures import CENT, to_step

CENTS = Rounding(figure=Rounded.SHARE, decimals=-int(CENT.as_tuple().exponent))


class Deal(NamedTuple):
    """A unit's place among those of one item: ``turn`` from 0, in the order of booking.

    ``is_heir`` tells who has the rest under 给主办: the leading unit, else the first.
    """

    turn: int = 0
    is_heir: bool = True


ALONE = Deal()


def deals(ordered: Iterable[Fact]) -> dict[int, Deal]:
    """The deal of every fact that stands for one of several units, by ``id()`` of the fact.

    The facts of all units of an item must be there, in the order of booking.
    """
    items: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
    times: Counter[tuple[object, ...]] = Counter()
    for fact in ordered:
        if fact.shares > 1:
            item = _item(fact)
            again = times[item, fact.unit_id]
            times[item, fact.unit_id] += 1
            items[*item, again].append(fact)
    found: dict[int, Deal] = {}
    for facts in items.values():
        for start in range(0, len(facts), facts[0].shares):
            found |= _dealt(facts[start : start + facts[0].shares])
    return found


def share_of(points: Fraction, share: Share, fact: Fact, deal: Deal, how: Rounding) -> Fraction:
    """The unit's part of the item's points."""
    value = Fraction(share.value or 0)
    if share.way in (Way.FULL, Way.FIXED):
        return value if share.way is Way.FIXED else points
    if share.way is Way.RATIO:
        return to_step(points * value / 100, _step(how), how.mode)
    even = Fraction(1, fact.shares)
    own = fact.portion if share.way is Way.PORTION else None
    if own is not None and own != even:
        return to_step(points * own, _step(how), how.mode)
    if how.rest is Rest.NOBODY:
        return to_step(points * even, _step(how), how.mode)
    return _dealt_evenly(points, fact.shares, deal, how)


def _dealt_evenly(points: Fraction, shares: int, deal: Deal, how: Rounding) -> Fraction:
    """An equal part; what is left over goes, a step each, to the first or all to the lead."""
    step = _step(how)
    whole = abs(to_step(points, step, how.mode)) / step
    each, left = divmod(whole, shares)
    extra = left * deal.is_heir if how.rest is Rest.LEAD else Fraction(deal.turn < left)
    part = (each + extra) * step
    return -part if points < 0 else part


def _step(how: Rounding) -> Fraction:
    return Fraction(1, 10**how.decimals)


def _dealt(facts: Sequence[Fact]) -> dict[int, Deal]:
    heir = next((at for at, one in enumerate(facts) if one.part is PartRole.MAIN), 0)
    return {id(fact): Deal(at, at == heir) for at, fact in enumerate(facts)}


def _item(fact: Fact) -> tuple[object, ...]:
    """What the facts of one item have in common, unit by unit."""
    return (
        fact.kind,
        fact.of_day,
        fact.day,
        fact.source,
        fact.item_id or fact.particulars.item or fact.title,
        fact.publication_id,
        fact.section_id,
        fact.issue_number,
        fact.shares,
        fact.matter,
        fact.role is Role.COMPOSITE,
    )


def told_portion(portion: Fraction) -> str:
    """A share of the work in words: 60%, 1/3."""
    percent = portion * 100
    return f"{percent}%" if percent.denominator == 1 else str(portion)
