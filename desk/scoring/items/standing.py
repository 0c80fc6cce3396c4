"""What the standing facts of one item earn together (一稿多用, 被取代, 底数, 第几次)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.publications import Tier
from desk.scoring.clauses.items import Ground, Policy
from desk.scoring.figures import printed
from desk.scoring.items.awards import Award, award, measure_of
from desk.scoring.items.cases import COUNTED, Case
from desk.scoring.items.explaining import place
from desk.scoring.items.sharing import Deal

_NOTHING = Award(Decimal(0), "")
_NONE = Fraction(0)
Awards = dict[tuple[int, int], Award]  # by place of the fact among those of the item, and charge


@dataclass(frozen=True, slots=True)
class Result:
    """What a fact earns: an award for each charge of its case; ``note`` says why it lost them."""

    awards: tuple[Award, ...] = ()
    weight: Fraction = Fraction(0)
    averaged: Fraction = Fraction(0)
    note: str = ""


NO_RESULT = Result()


@dataclass(slots=True)
class Standing:
    """A fact that nothing has taken back, and what it earns for now."""

    fact: Fact
    case: Case
    deal: Deal
    year: int
    result: Result = NO_RESULT
    mates: "list[Standing]" = field(default_factory=list)  # all of the item, itself among them


class Memo:
    """Awards as they were reckoned for facts just like it, for most are like many others."""

    def __init__(self) -> None:
        self._awards: dict[tuple[int, int, Deal, int, Fraction], Award] = {}

    def award(self, one: Standing, place_: int, turn: int, base: Fraction) -> Award:
        """What a charge of the fact gives it at its turn, of its base."""
        key = (id(one.case), place_, one.deal, turn, base)
        found = self._awards.get(key)
        if found is None:
            charge = one.case.charges[place_]
            found = self._awards[key] = award(one.case, charge, one.deal, turn, base)
        return found


def results(items: Sequence[Standing], memo: Memo) -> list[Result]:
    """What each fact of an item earns, given all that stand, in the order of booking."""
    awards: Awards = {}
    turns = _turns(items)
    levels = sorted({charge.level for one in items for charge in one.case.charges})
    for level in levels:
        bases = _bases(items, awards) if level else {}
        for at, one in enumerate(items):
            for place_, charge in enumerate(one.case.charges):
                if charge.level == level and not one.case.loses_points:
                    base = bases.get((charge.row.clause.ground, one.year), _NONE)
                    turn = turns.get((at, place_), 1)
                    awards[at, place_] = memo.award(one, place_, turn, base)
    return _settled(items, awards)


def _turns(items: Sequence[Standing]) -> dict[tuple[int, int], int]:
    """How often a row has counted in the item, for rows that list several points."""
    times: Counter[tuple[str, int]] = Counter()
    found = {}
    for at, one in enumerate(items):
        if one.case.loses_points:
            continue
        for place_, charge in enumerate(one.case.charges):
            if len(charge.row.clause.points) > 1:
                times[charge.row.same, one.year] += 1
                found[at, place_] = times[charge.row.same, one.year]
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
    losers: Mapping[int, str],
    present: Mapping[tuple[FactKind, int], int],
) -> Result:
    case = one.case
    own = [awards.get((at, place_), _NOTHING) for place_ in range(len(case.charges))]
    note = losers.get(at, "")
    gone = [_replaced(charge.row.clause.replaced_by, one, present) for charge in case.charges]
    kept = tuple(
        Award(Decimal(0), each.words) if note or by else each
        for each, by in zip(own, gone, strict=True)
    )
    weight = Fraction(0) if case.loses_count else case.weight
    if note and case.repeat and case.repeat.counts_items:
        weight = Fraction(0)
    has_points = bool(own) and not case.loses_points and not all(gone)
    averaged = weight if has_points and one.fact.matter in COUNTED else Fraction(0)
    why = note or next((f"已有“{by}”，按办法被取代，不再计" for by in gone if by), "")
    return Result(kept, weight, averaged, why)


def _replaced(
    by: Sequence[FactKind], one: Standing, present: Mapping[tuple[FactKind, int], int]
) -> str:
    """Which matter takes the place of a fact's points, if there is any."""
    for kind in by:
        others = present.get((kind, one.year), 0) - (kind is one.fact.matter)
        if others > 0:
            return kind.value
    return ""


def _losers(items: Sequence[Standing], awards: Awards) -> dict[int, str]:
    """The facts that 一稿多用 leaves without points, and in whose favour."""
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(items):
        scope = one.case.scope
        if scope is not None and not one.case.loses_points:
            groups[*scope, one.fact.matter, 0 if scope[-1] else one.year].append(at)
    found: dict[int, str] = {}
    for members in groups.values():
        if len(members) > 1:
            found |= _beaten(items, awards, members)
    return found


def _beaten(items: Sequence[Standing], awards: Awards, members: Sequence[int]) -> dict[int, str]:
    repeat = items[members[0]].case.repeat
    winner = members[0]
    sums = {at: _sum(at, items[at], awards) for at in members}
    if repeat and repeat.policy is Policy.HIGHEST:
        winner = max(members, key=lambda at: (sums[at], -at))
    best = items[winner]
    where = place(best.fact, best.case).rstrip("，")
    told = f"{where} {printed(sums[winner])} {measure_of(best.case)}"
    why = f"同一条信息{repeat.policy if repeat else ''}，按{told}计，这一次不计"
    return {at: why for at in members if at != winner}


def _sum(at: int, one: Standing, awards: Awards) -> Decimal:
    points = (awards.get((at, each), _NOTHING).points for each in range(len(one.case.charges)))
    return sum(points, Decimal(0))
