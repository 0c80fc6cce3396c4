"""A unit's part of a composite or joint item, in words."""

from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.parts import PartRole
from desk.scoring.clauses.results import Rest, Rounded
from desk.scoring.clauses.share import Share, Way
from desk.scoring.figures import exact, told
from desk.scoring.items.bonuses import Sum
from desk.scoring.items.cases import Case, Charge
from desk.scoring.items.sharing import CENTS, Deal, share_of, told_portion

_RESTS = {
    Rest.FIRST: "（除不尽的零头依次计给排在前面的单位）",
    Rest.LEAD: "（除不尽的零头计给主办单位）",
    Rest.NOBODY: "",
}


def verb(fact: Fact) -> str:
    """How an adoption begins; other matters are told before the words."""
    if fact.matter is not FactKind.ADOPTION:
        return ""
    return f"综合采用{_standing(fact)}，" if fact.role is Role.COMPOSITE else "采用，"


def parted(found: Sum, charge: Charge, fact: Fact, deal: Deal, case: Case, measure: str) -> Sum:
    """The sum after the unit got its part."""
    share = charge.share
    if share is None:
        return found
    how = case.terms.rounding.get(Rounded.SHARE, CENTS) if case.terms else CENTS
    whole = Fraction(exact(found.amount))
    part = share_of(whole, share, fact, deal, how)
    is_lead = fact.part is PartRole.MAIN and share is charge.row.clause.lead
    words = _words(share, whole, part, fact, is_lead=is_lead) + f" {measure}"
    is_even = share.way is Way.EVEN or (share.way is Way.PORTION and _portion(fact) is None)
    if is_even and part * fact.shares != whole:
        words += _RESTS[how.rest]
    kept = () if found.is_plain or share.way is Way.FIXED else found.words
    return Sum(part, (*kept, words))


def _portion(fact: Fact) -> Fraction | None:
    """The unit's share of the work where it isn't an equal one."""
    return None if fact.portion == Fraction(1, fact.shares) else fact.portion


def _words(share: Share, whole: Fraction, part: Fraction, fact: Fact, *, is_lead: bool) -> str:
    is_composite = fact.role is Role.COMPOSITE
    who = f"{'综合' if is_composite else '联合'} {fact.shares} 家"
    each = "主办单位" if is_lead else "每单位"
    if share.way in (Way.FULL, Way.FIXED):
        if is_composite:
            return f"{each} {told(part)}"
        way = "各计全分：" if share.way is Way.FULL else f"，{each} "
        return f"{who}{way}{told(part)}"
    if share.way is Way.RATIO:
        percent = Fraction(share.value or 0)
        by = f"{told(percent)}%"
        return f"{who}，{each} {by}：{told(whole)}×{by}{_is(whole * percent / 100, part)}"
    own = _portion(fact)
    if share.way is Way.PORTION and own is not None:
        return f"{who}按份额：{told(whole)}×{told_portion(own)}{_is(whole * own, part)}"
    return f"{who}平均分配：{told(whole)}÷{fact.shares}{_is(whole / fact.shares, part)}"


def _is(due: Fraction, part: Fraction) -> str:
    return f"{'=' if due == part else '≈'}{told(part)}"


def _standing(fact: Fact) -> str:
    """What the unit is to the composite, where it isn't one of equals."""
    if fact.part is None or fact.portion is None:
        return ""
    if fact.part is not PartRole.MAIN and fact.portion == Fraction(1, fact.shares):
        return ""
    return f"（{fact.part}，占 {told_portion(fact.portion)}）"
