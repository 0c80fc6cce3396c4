"""A08: a multiple or a doubling that doesn't follow from the two figures."""

from collections.abc import Iterator
from fractions import Fraction

from desk.checks.figures.changes import Change
from desk.checks.figures.growth import Verdict, fitting, ratio
from desk.checks.figures.wrong import place_of, wrong_result
from desk.checks.passage import Passage
from desk.checks.quantities.model import Hedge, Quantity, Role
from desk.checks.quantities.units import DOUBLINGS, RATES, TIMES
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import Interval, shortest, shown

_NEARLY = Fraction(5, 100)  # a doubling is a round figure
_NUMERALS = "零一两三四"


def check(text: Passage) -> Iterator[Hit]:
    """Divide the figures of every change that is told in multiples."""
    for change in text.changes:
        if change.then and change.now.unit not in RATES:
            for one in change.results:
                if one.unit == DOUBLINGS:
                    yield from _doublings(text.text, change, change.then, one)
                elif one.unit == TIMES:
                    yield from _times(text.text, change, change.then, one)


def _times(text: str, change: Change, then: Quantity, times: Quantity) -> Iterator[Hit]:
    expected = ratio(change.now, then)
    if expected is None:
        return
    less = 1 if times.role is Role.RATE else 0  # 增长2倍 is three times as much
    value = change.now.value / then.value - less
    verdict = fitting(times, expected - Interval(Fraction(less), Fraction(less)), value)
    if verdict is Verdict.DOUBTFUL and _is_told_otherwise(change, times, value + less):
        verdict = Verdict.WRONG
    if verdict is not Verdict.WRONG and _is_mistaken(times, value, 1 if less else -1):
        verdict = Verdict.WRONG
    if value <= 0 or verdict is not Verdict.WRONG:
        return
    said = f"{shown(text, change.now)}÷{shown(text, then)}"
    said = f"{said}-1" if less else said
    said = f"{said}={shortest(value)}倍≠{shown(text, times)}倍"
    yield wrong_result(text, times, value, verdict, (then, change.now), said)


def _is_told_otherwise(change: Change, times: Quantity, ratio_: Fraction) -> bool:
    """Whether another multiple of the same change says just what its figures come to."""
    others = [one for one in change.results if one.unit == TIMES and one is not times]
    return times.is_exact and any(one.value + (one.role is Role.RATE) == ratio_ for one in others)


def _is_mistaken(times: Quantity, value: Fraction, by: int) -> bool:
    """Whether 增长2倍 and 是3倍 were taken for each other, whatever rounding allows."""
    return times.is_exact and abs(times.value - (value + by)) <= abs(value) * _NEARLY / 2


def _doublings(text: str, change: Change, then: Quantity, times: Quantity) -> Iterator[Hit]:
    expected = ratio(change.now, then)
    if expected is None or expected.low <= 1:
        return
    least = Fraction(2 ** int(times.value)) * (1 - _NEARLY)
    most = Fraction(2 ** int(times.value)) * (1 + _NEARLY)
    if times.hedge is Hedge.ABOVE:
        most *= 2
    if times.hedge in (Hedge.BELOW, Hedge.ABOUT):
        least *= Fraction(3, 4)
    if expected.meets(Interval(least, most)):
        return
    right = _fixed(text, change.now.value / then.value, times)
    many = shortest(change.now.value / then.value)
    said = f"{shown(text, change.now)}÷{shown(text, then)}={many}≠{2 ** int(times.value)}"
    words, printed = text[times.start : times.end], 2 ** int(times.value)
    yield Hit(
        times.start,
        times.end,
        f"按所列数字计算是原来的{many}倍，“{words}”是原来的{printed}倍，请核对。",
        right,
        operands=(place_of(then), place_of(change.now)),
        sum=said,
    )


def _fixed(text: str, ratio_: Fraction, times: Quantity) -> str | None:
    """The same words with the right number of doublings, where there is exactly one."""
    for count in range(1, len(_NUMERALS)):
        if ratio_ == 2**count and times.hedge is Hedge.NONE:
            head = "翻了" if text.startswith("翻了", times.start) else "翻"
            return f"{head}{_NUMERALS[count]}番"
    return None


RULE = Rule(
    code="A08",
    name="倍/番不符",
    severity=Severity.ERROR,
    summary="几倍、翻几番要与前后两个数算得上。",
    reason="“是原来的3倍”即增长2倍；翻一番是原来的2倍，翻两番是4倍。",
    source="种子资料：有关数据必须认真校对",
    bad="种植面积由1200亩扩大到4800亩，翻了三番。",
    good="种植面积由1200亩扩大到4800亩，翻了两番。",
    check=check,
)
