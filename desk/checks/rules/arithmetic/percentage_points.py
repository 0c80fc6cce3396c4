"""A04: a difference in percentage points that doesn't follow from the two rates."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from desk.checks.figures.changes import Change
from desk.checks.figures.growth import Verdict, contradicts, difference, fitting
from desk.checks.figures.wrong import wrong_result
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity
from desk.checks.quantities.units import POINTS, RATES
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import shortest, shown


def check(text: Passage) -> Iterator[Hit]:
    """Subtract the rates of every change that is told in points."""
    for change in text.changes:
        if change.then and change.now.unit in RATES:
            yield from _judged(text.text, change)


def _judged(text: str, change: Change) -> Iterator[Hit]:
    then, now = change.then, change.now
    points = next((one for one in change.results if one.unit == POINTS), None)
    if then is None or points is None or (not change.is_signed and contradicts(change, points)):
        return
    apart = abs(now.value - then.value)
    exact = _beside(points, max(now.places, then.places))
    verdict = fitting(exact, difference(now, then), apart)
    if verdict is Verdict.RIGHT:
        return
    for other in change.others:
        if fitting(points, difference(other, then), points.value) is Verdict.RIGHT:
            return
    great, small = (now, then) if now.value > then.value else (then, now)
    said = f"{_signed(text, great)}-{_signed(text, small)}={shortest(apart)}≠{shown(text, points)}"
    yield wrong_result(text, exact, apart, verdict, (then, now), said)


def _signed(text: str, rate: Quantity) -> str:
    """A rate as it stands in a sum, one below zero in brackets."""
    return shown(text, rate) if rate.value >= 0 else f"(-{shown(text, rate)})"


def _beside(points: Quantity, places: int) -> Quantity:
    """The points as exact as the rates are printed, to a tenth: beside 97.5%, 3 are 3.0."""
    if not places or points.places or points.is_chinese or not points.is_exact:
        return points
    return replace(points, places=1, slack=Fraction(1, 20))


RULE = Rule(
    code="A04",
    name="百分点差不符",
    severity=Severity.ERROR,
    summary="提高或下降的百分点，要等于前后两个百分数的差。",
    reason="两个百分数相减即得，允许四舍五入的误差。",
    source="种子资料：有关数据必须认真校对",
    bad="参保率由95.5%提高到96.8%，提高1.5个百分点。",
    good="参保率由95.5%提高到96.8%，提高1.3个百分点。",
    check=check,
)
