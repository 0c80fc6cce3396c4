"""What the standing facts of one item earn together (一稿多用, 被取代, 底数, 第几次)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.publications import Tier
from desk.scoring.clauses.items import Ground, Policy
from desk.scoring.items.awards import Award, award
from desk.scoring.items.cases import COUNTED, Case
from desk.scoring.items.sharing import Deal

_ZERO = Decimal(0)
_NOTHING = Award(_ZERO, "")
_NONE = Fraction(0)
_ALIKE = 8  # facts of an item; those with more are hardly ever alike
Awards = dict[tuple[int, int], Award]  # by place of the fact among those of the item, and charge


@dataclass(frozen=True, slots=True)
class Result:
    """What a fact earns: an award for each charge of its case.

    ``rival`` is the place, among the facts of the item, of the one that 一稿多用 prefers to it,
    -1 where none is; ``replaced_by`` the matter that takes its place (被取代).
    """

    awards: tuple[Award, ...] = ()
    weight: Fraction = _NONE
    averaged: Fraction = _NONE
    rival: int = -1
    replaced_by: str = ""


NO_RESULT = Result()


@dataclass(slots=True)
class Standing:
    """A fact that nothing has taken back, and what it earns for now."""

    fact: Fact
    case: Case
    deal: Deal
    year: int
    result: Result = NO_RESULT


class Reckoner:
    """Reckons items; what was reckoned for facts just like them is looked up."""

    def __init__(self) -> None:
        self._awards: dict[tuple[int, int, Deal, int, Fraction], Award] = {}
        self._results: dict[tuple[tuple[int, Deal, int], ...], Sequence[Result]] = {}
        self._single: dict[tuple[int, Deal], Result] = {}

    def alone(self, one: Standing) -> Result:
        """What a fact earns by itself."""
        key = (id(one.case), one.deal)
        found = self._single.get(key)
        if found is None:
            found = self._single[key] = self._reckoned([one])[0]
        return found

    def results(self, items: Sequence[Standing]) -> Sequence[Result]:
        """What each fact of an item earns, given all that stand, in the order of booking."""
        if len(items) > _ALIKE:
            return self._reckoned(items)
        key = tuple([(id(one.case), one.deal, one.year) for one in items])
        found = self._results.get(key)
        if found is None:
            found = self._results[key] = self._reckoned(items)
        return found

    def _reckoned(self, items: Sequence[Standing]) -> list[Result]:
        awards: Awards = {}
        turns = _turns(items)
        levels = sorted({charge.level for one in items for charge in one.case.charges})
        for level in levels:
            bases = _bases(items, awards) if level else {}
            for at, one in enumerate(items):
                if one.case.loses_points:
                    continue
                for place, charge in enumerate(one.case.charges):
                    if charge.level == level:
                        base = bases.get((charge.row.clause.ground, one.year), _NONE)
                        turn = turns.get((at, place), 1)
                        awards[at, place] = self._award(one, place, turn, base)
        return _settled(items, awards)

    def _award(self, one: Standing, place: int, turn: int, base: Fraction) -> Award:
        key = (id(one.case), place, one.deal, turn, base)
        found = self._awards.get(key)
        if found is None:
            charge = one.case.charges[place]
            found = self._awards[key] = award(one.case, charge, one.deal, turn, base)
        return found


def _turns(items: Sequence[Standing]) -> dict[tuple[int, int], int]:
    """How often a row has counted in the item, for rows that list several points."""
    times: Counter[tuple[str, int]] = Counter()
    found = {}
    for at, one in enumerate(items):
        if one.case.loses_points:
            continue
        for place, charge in enumerate(one.case.charges):
            if len(charge.row.clause.points) > 1:
                times[charge.row.same, one.year] += 1
                found[at, place] = times[charge.row.same, one.year]
    return found


def _bases(items: Sequence[Standing], awards: Awards) -> Mapping[tuple[Ground, int], Fraction]:
    """The 底数 of each year: what the item has while rows not reckoned yet give nothing."""
    sums: defaultdict[tuple[Ground, int], Fraction] = defaultdict(Fraction)
    for one, result in zip(items, _settled(items, awards), strict=True):
        points = sum((Fraction(each.points) for each in result.awards), Fraction(0))
        sums[Ground.ITEM, one.year] += points
        if one.fact.matter is FactKind.ADOPTION:
            sums[Ground.ADOPTIONS, one.year] += points
            if one.case.seen.tier == Tier.OWN:
                sums[Ground.OWN_ADOPTIONS, one.year] += points
    return sums


def _settled(items: Sequence[Standing], awards: Awards) -> list[Result]:
    """What is left of the awards after 一稿多用 and 被取代."""
    losers = _losers(items, awards)
    present: Counter[tuple[FactKind, int]] = Counter(
        (one.fact.matter, one.year) for one in items if not one.case.loses_points
    )
    return [_result(at, one, awards, losers, present) for at, one in enumerate(items)]


def _result(
    at: int,
    one: Standing,
    awards: Awards,
    losers: Mapping[int, int],
    present: Mapping[tuple[FactKind, int], int],
) -> Result:
    case = one.case
    own = [awards.get((at, place), _NOTHING) for place in range(len(case.charges))]
    is_beaten = at in losers
    gone = [_replaced(charge.row.clause.replaced_by, one, present) for charge in case.charges]
    kept = tuple(
        Award(_ZERO, each.words) if is_beaten or by else each
        for each, by in zip(own, gone, strict=True)
    )
    weight = _NONE if case.loses_count else case.weight
    if is_beaten and case.repeat and case.repeat.counts_items:
        weight = _NONE
    has_points = bool(own) and not case.loses_points and not any(gone)
    averaged = weight if has_points and one.fact.matter in COUNTED else _NONE
    by = next((each for each in gone if each), "")
    return Result(kept, weight, averaged, losers.get(at, -1), by)


def _replaced(
    by: Sequence[FactKind], one: Standing, present: Mapping[tuple[FactKind, int], int]
) -> str:
    """Which matter takes the place of a fact's points, if there is any."""
    for kind in by:
        others = present.get((kind, one.year), 0) - (kind is one.fact.matter)
        if others > 0:
            return kind.value
    return ""


def _losers(items: Sequence[Standing], awards: Awards) -> dict[int, int]:
    """The facts that 一稿多用 leaves without points, each with the one it prefers."""
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(items):
        scope = one.case.scope
        if scope is not None and not one.case.loses_points:
            groups[*scope, one.fact.matter, 0 if scope[-1] else one.year].append(at)
    found: dict[int, int] = {}
    for members in groups.values():
        if len(members) > 1:
            best = _best(items, awards, members)
            found |= {at: best for at in members if at != best}
    return found


def _best(items: Sequence[Standing], awards: Awards, members: Sequence[int]) -> int:
    repeat = items[members[0]].case.repeat
    if repeat is None or repeat.policy is not Policy.HIGHEST:
        return members[0]
    sums = {at: _sum(at, items[at], awards) for at in members}
    return max(members, key=lambda at: (sums[at], -at))


def _sum(at: int, one: Standing, awards: Awards) -> Decimal:
    points = (awards.get((at, each), _NOTHING).points for each in range(len(one.case.charges)))
    return sum(points, _ZERO)
