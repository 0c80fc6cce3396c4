"""What one adoption earns one unit under one rule (clauses A1–A4)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact
from desk.issues import Role
from desk.parts import PartRole
from desk.scoring.figures import CENT, printed
from desk.scoring.scheme import JointShare, PointRule


@dataclass(frozen=True, slots=True)
class Award:
    """Points with the words that explain them, and the rule they follow from."""

    points: Decimal
    text: str
    rule: PointRule | None = None


def award(fact: Fact, rule: PointRule, joint: JointShare, turn: int) -> Award:
    """Points of one fact; ``turn`` is the unit's place among those of a joint item, from 0."""
    if fact.role is Role.COMPOSITE:
        return _composite(fact, rule)
    if fact.shares > 1:
        return _joint(fact.shares, rule, joint, turn)
    return Award(rule.points, f"采用，{fact.role.value} {printed(rule.points)} 分", rule)


def share(points: Decimal, shares: int, turn: int) -> Decimal:
    """Deal points evenly in hundredths; those left over go one each to the first units.

    So the shares differ by a hundredth at most, never fall below 0, and add up to the points.
    """
    step = min(CENT, Decimal((0, (1,), int(points.as_tuple().exponent))))
    each, left = divmod(int(points / step), shares)
    return (each + (1 if turn < left else 0)) * step


def _composite(fact: Fact, rule: PointRule) -> Award:
    points = rule.points if rule.composite is None else rule.composite
    return Award(points, f"综合采用{_standing(fact)}，每单位 {printed(points)} 分", rule)


def _standing(fact: Fact) -> str:
    """What the unit is to the composite, where it isn't one of equals; the points don't follow."""
    if fact.part is None or fact.portion is None:
        return ""
    if fact.part is not PartRole.MAIN and fact.portion == Fraction(1, fact.shares):
        return ""
    percent = fact.portion * 100
    told = f"{percent}%" if percent.denominator == 1 else str(fact.portion)
    return f"（{fact.part}，占 {told}）"


def _joint(shares: int, rule: PointRule, joint: JointShare, turn: int) -> Award:
    whole = printed(rule.points)
    if joint is JointShare.FULL:
        return Award(rule.points, f"采用，联合 {shares} 家各计全分：{whole} 分", rule)
    part = share(rule.points, shares, turn)
    split = f"采用，联合 {shares} 家平均分配：{whole}÷{shares}"
    if part * shares == rule.points:
        return Award(part, f"{split}={printed(part)} 分", rule)
    return Award(part, f"{split}≈{printed(part)} 分（除不尽的零头依次计给排在前面的单位）", rule)
