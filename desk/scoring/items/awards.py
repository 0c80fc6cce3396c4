"""What one row of points gives one fact, with the sum in words (分值, 加成, 分摊, 取舍)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from desk.facts import Fact, FactKind
from desk.scoring.clauses.items import Ground, Per, Points
from desk.scoring.clauses.results import Rounded
from desk.scoring.figures import exact, printed, to_step, told
from desk.scoring.items.bonuses import Sum, with_bonuses
from desk.scoring.items.cases import Case, Charge
from desk.scoring.items.parting import parted, verb
from desk.scoring.items.sharing import Deal
from desk.scoring.matching import Seen
from desk.scoring.scheme import Purpose

_NOTHING = Fraction(0)
_MEASURES = {Purpose.POINTS: "分", Purpose.FEES: "元"}
_BASES = {
    Ground.ADOPTIONS: "本条采用分",
    Ground.OWN_ADOPTIONS: "本条本级采用分",
    Ground.ITEM: "本条得分",
}


@dataclass(frozen=True, slots=True)
class Award:
    """Points with the words that explain them."""

    points: Decimal
    words: str


def measure_of(case: Case) -> str:
    """What the scheme reckons in: 分 or 元."""
    return _MEASURES[case.terms.scheme.purpose if case.terms else Purpose.POINTS]


def award(
    case: Case, charge: Charge, deal: Deal, turn: int = 1, base: Fraction = _NOTHING
) -> Award:
    """Reckon one row: ``turn`` is how often it has counted in the item, ``base`` its 底数."""
    fact, measure = case.seen.fact, measure_of(case)
    found = _amount(charge.row.clause, case.seen, turn, base, measure)
    name = _name(fact, charge) if found.is_plain else ""
    found = with_bonuses(found, charge.bonuses, len(fact.particulars.attachments), measure)
    if charge.share is not None:
        found = parted(found, charge, fact, deal, case, measure)
    elif len(found.words) > 1:
        found = found.then(found.amount, f"合 {told(found.amount)} {measure}")
    found = _rounded(found, case, measure)
    return Award(exact(found.amount), f"{verb(fact)}{name}{'，'.join(found.words)}")


def _name(fact: Fact, charge: Charge) -> str:
    """单条, 单篇 before the points of an adoption that is not parted."""
    if fact.matter is not FactKind.ADOPTION or charge.share is not None:
        return ""
    return f"{fact.role.value} "


def _amount(rule: Points, seen: Seen, turn: int, base: Fraction, measure: str) -> Sum:
    """分值 before bonuses and parting."""
    particulars = seen.fact.particulars
    is_by_hand = rule.least is not None or rule.most is not None
    is_adjustment = rule.matter is FactKind.ADJUSTMENT
    value = particulars.value
    if value is not None and (is_by_hand or is_adjustment):
        return _within(rule, Sum(Fraction(value), (f"核定 {printed(value)} {measure}",)), measure)
    if rule.ground is Ground.EXTERNAL and particulars.external is None:
        return Sum(Fraction(0), (f"上级还没有公布，计 0 {measure}",))
    if not (rule.points or _has_base(rule, base)) and (is_by_hand or is_adjustment):
        return Sum(Fraction(0), (f"待核定，计 0 {measure}",))
    if rule.ground is Ground.EXTERNAL:
        found = _times(Fraction(particulars.external or 0), rule, "上级公布", measure)
    elif _has_base(rule, base):
        found = _times(base, rule, _BASES[rule.ground], measure)
    else:
        found = _listed(rule, seen, turn, measure)
    return _within(rule, found, measure) if is_by_hand else found


def _has_base(rule: Points, base: Fraction) -> bool:
    if rule.ground in (Ground.ADOPTIONS, Ground.OWN_ADOPTIONS):
        return base != 0
    return rule.ground is not Ground.NONE


def _times(base: Fraction, rule: Points, name: str, measure: str) -> Sum:
    amount = base * rule.factor
    by = f"（{told(rule.factor)}）" if rule.factor < 0 else told(rule.factor)
    return Sum(amount, (f"{name} {told(base)}×{by}={told(amount)} {measure}",))


def _listed(rule: Points, seen: Seen, turn: int, measure: str) -> Sum:
    """The points as listed, for each hour or attachment where the row says so."""
    points = Fraction(rule.points[min(turn, len(rule.points)) - 1]) if rule.points else Fraction(0)
    which = f"第 {turn} 次 " if len(rule.points) > 1 else ""
    each = f"{which}{told(points)} {measure}"
    if rule.per is Per.FACT:
        return Sum(points, (each,), not which)
    if rule.per is Per.ATTACHMENT:
        number = len(seen.fact.particulars.attachments)
        return _for_each("每个附件", each, points, number, measure)
    if seen.late is None:
        return Sum(Fraction(0), (f"没有写超时几小时，计 0 {measure}",))
    over = max(Fraction(seen.late) - Fraction(rule.grace), Fraction(0))
    hours = floor(over) if rule.whole_hours else ceil(over)
    return _for_each("每小时", each, points, hours, measure)


def _for_each(what: str, each: str, points: Fraction, times: int, measure: str) -> Sum:
    amount = points * times
    return Sum(amount, (f"{what} {each}×{times}={told(amount)} {measure}",))


def _within(rule: Points, found: Sum, measure: str) -> Sum:
    """Keep what was decided within the range of the row."""
    least, most = rule.least, rule.most
    amount = found.amount
    if most is not None:
        amount = min(amount, Fraction(most))
    if least is not None:
        amount = max(amount, Fraction(least))
    if amount == found.amount:
        return replace(found, is_plain=False)
    span = f"{'' if least is None else printed(least)}—{'' if most is None else printed(most)}"
    return found.then(amount, f"超出范围（{span}），按 {told(amount)} {measure}")


def _rounded(found: Sum, case: Case, measure: str) -> Sum:
    """每条得分 as the scheme rounds it."""
    how = case.terms.rounding.get(Rounded.LINE) if case.terms else None
    if how is None:
        return found
    amount = to_step(found.amount, Fraction(1, 10**how.decimals), how.mode)
    if amount == found.amount:
        return found
    return found.then(amount, f"{how.mode}为 {told(amount)} {measure}")
