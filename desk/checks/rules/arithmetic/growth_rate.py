"""A01: a growth, or its rate, that doesn't follow from the figures beside it."""

from collections.abc import Iterator

from desk.checks.figures.changes import Change
from desk.checks.figures.growth import (
    Verdict,
    contradicts,
    difference,
    fitting,
    is_slip,
    rate,
    rate_from,
)
from desk.checks.figures.wrong import wrong_result
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity, Role, Trend
from desk.checks.quantities.units import PERCENT, POINTS, RATES
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import scaled, shortest, shown


def check(text: Passage) -> Iterator[Hit]:
    """Work out differences and rates of every change that tells enough."""
    for change in text.changes:
        if change.now.unit not in RATES:
            yield from _judged(text.text, change)


def _judged(text: str, change: Change) -> Iterator[Hit]:
    by = _first(change, Role.BY)
    grown = _first(change, Role.RATE)
    if change.then is None:
        if by and grown and by.trend is grown.trend:
            yield from _of_rest(text, change, by, grown)
        return
    if by:
        yield from _of_difference(text, change, change.then, by)
    if grown:
        yield from _of_rate(text, change, change.then, grown)


def _first(change: Change, role: Role) -> Quantity | None:
    """The first difference, or the first rate in per cent."""
    for one in change.results:
        is_rate = one.unit == PERCENT
        if one.role is role and one.unit != POINTS and is_rate is (role is Role.RATE):
            return one
    return None


def _of_difference(text: str, change: Change, then: Quantity, by: Quantity) -> Iterator[Hit]:
    now = change.now
    verdict = fitting(by, difference(now, then), abs(now.value - then.value))
    others = (difference(one, then) for one in change.others)
    if contradicts(change, by) or verdict is Verdict.RIGHT:
        return
    if any(fitting(by, one, by.value) is Verdict.RIGHT for one in others):
        return
    great, small = (now, then) if now.value > then.value else (then, now)
    apart = great.value - small.value
    said = f"{shown(text, great)}-{shown(text, small)}={scaled(apart, by)}≠{shown(text, by)}"
    yield wrong_result(text, by, apart, verdict, (then, now), said)


def _of_rate(text: str, change: Change, then: Quantity, grown: Quantity) -> Iterator[Hit]:
    now, expected = change.now, rate(change.now, then)
    if expected is None or contradicts(change, grown):
        return
    value = abs(now.value - then.value) / then.value * 100
    verdict = fitting(grown, expected, value)
    if verdict is Verdict.RIGHT or is_slip(now, then, grown):
        return
    for other in change.others:
        allowed = rate(other, then)
        if allowed and fitting(grown, allowed, grown.value) is Verdict.RIGHT:
            return
    great, small = (now, then) if now.value > then.value else (then, now)
    said = (
        f"({shown(text, great)}-{shown(text, small)})÷{shown(text, then)}"
        f"={shortest(value)}%≠{shown(text, grown)}"
    )
    yield wrong_result(text, grown, value, verdict, (then, now), said)


def _of_rest(text: str, change: Change, by: Quantity, grown: Quantity) -> Iterator[Hit]:
    """Check a rate by what there is and how much was added or taken."""
    now = change.now
    is_down = by.trend is Trend.DOWN
    then = now.value + by.value if is_down else now.value - by.value
    expected = rate_from(now, by)
    if expected is None or then <= 0:
        return
    value = by.value / then * 100
    verdict = fitting(grown, expected, value)
    if verdict is Verdict.RIGHT:
        return
    for other in change.others:
        allowed = rate_from(other, by)
        if allowed and fitting(grown, allowed, grown.value) is Verdict.RIGHT:
            return
    base = f"({shown(text, now)}{'+' if is_down else '-'}{shown(text, by)})"
    said = f"{shown(text, by)}÷{base}={shortest(value)}%≠{shown(text, grown)}"
    yield wrong_result(text, grown, value, verdict, (now, by), said)


RULE = Rule(
    code="A01",
    name="增长率不符",
    severity=Severity.ERROR,
    summary="增减数、增长率要与前后两个数算得上。",
    reason="按文中所列数字计算，允许四舍五入的误差；可比价、可比口径计算的不查。",
    source="种子资料：有关数据必须认真校对",
    bad="销售收入由上年同期的820万元增至984万元，增长25%。",
    good="销售收入由上年同期的820万元增至984万元，增长20%。",
    check=check,
)
