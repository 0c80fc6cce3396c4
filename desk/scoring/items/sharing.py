"""What one unit of a composite or joint item gets of its points (clauses A3, A4)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact
from desk.issues import Role
from desk.parts import PartRole
from desk.scoring.clauses.results import Mode, Rest, Rounded, Rounding
from desk.scoring.clauses.share import Share, Way
from desk.scoring.figures import CENT, to_step

CENTS = Rounding(figure=Rounded.SHARE, decimals=-int(CENT.as_tuple().exponent))


@dataclass(frozen=True, slots=True)
class Deal:
    """A unit's place among those of one item: ``turn`` from 0, in the order of booking.

    ``portions`` are those of all units of the item in that order, where they are not alike.
    ``is_heir`` tells who has the rest under 给主办: the leading unit, else the first.
    """

    turn: int = 0
    portions: tuple[Fraction, ...] = ()
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
    portions = deal.portions if share.way is Way.PORTION else ()
    own = portions[deal.turn] if portions else Fraction(1, fact.shares)
    if how.rest is Rest.NOBODY:
        return to_step(points * own, _step(how), how.mode)
    if points < 0:
        return -_part(-points, portions or [own] * fact.shares, deal, how)
    return _part(points, portions or [own] * fact.shares, deal, how)


def _part(points: Fraction, portions: Sequence[Fraction], deal: Deal, how: Rounding) -> Fraction:
    """Cut every part short, and give what is left to the first or to the leading unit."""
    step = _step(how)
    cut = [to_step(points * one, step, Mode.DOWN) for one in portions]
    rest = points * sum(portions) - sum(cut)
    own = cut[deal.turn]
    if how.rest is Rest.LEAD:
        return own + rest if deal.is_heir else own
    return own + min(max(rest - deal.turn * step, Fraction(0)), step)


def _step(how: Rounding) -> Fraction:
    return Fraction(1, 10**how.decimals)


def _dealt(facts: Sequence[Fact]) -> dict[int, Deal]:
    told = [fact.portion for fact in facts]
    portions = tuple(one for one in told if one is not None)
    if len(portions) < len(told):
        portions = ()
    heir = next((at for at, one in enumerate(facts) if one.part is PartRole.MAIN), 0)
    return {id(fact): Deal(at, portions, at == heir) for at, fact in enumerate(facts)}


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


def told_percent(value: Decimal) -> str:
    """A percentage as it is typed."""
    return f"{value.normalize():f}%"
