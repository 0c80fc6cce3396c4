"""A07: a mean that doesn't follow from total and count."""

from collections.abc import Iterator

from desk.checks.figures.growth import Verdict
from desk.checks.figures.rated import rated_in
from desk.checks.figures.wrong import wrong_result
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import Interval, meant, result, scaled, shown

_FAR = 2  # a product further from the total tells of something else
_SCALE = 10**6


def check(text: Passage) -> Iterator[Hit]:
    """Divide total by count, unless another pair of figures fits; multiply rates by counts."""
    yield from _of_rates(text)
    for told in text.means:
        pairs = ((told.total, told.count), *told.rivals)
        if any(_fits(told.mean, total, count) for total, count in pairs):
            continue
        value = told.total.value / told.count.value
        if not 0 < value < told.mean.value * _SCALE or value < told.mean.value / _SCALE:
            continue  # a slip of the scale
        said = (
            f"{shown(text.text, told.total)}÷{shown(text.text, told.count)}"
            f"={scaled(value, told.mean)}≠{shown(text.text, told.mean)}"
        )
        operands = (told.total, told.count)
        counts = {count.start for total, count in told.rivals if total is told.total}
        is_sure = counts == {told.count.start}
        yield wrong_result(
            text.text, told.mean, value, Verdict.WRONG, operands, said, is_sure=is_sure
        )


def _of_rates(text: Passage) -> Iterator[Hit]:
    """Multiply a rate told for each by the count, where a total follows."""
    for told in rated_in(text.text, text.quantities):
        value = told.rate.value * told.count.value
        slack = told.count.slack * told.rate.value * (not told.count.is_count)
        if result(told.total).meets(Interval(value - slack, value + slack)):
            continue
        if not 1 < _FAR * value / (told.total.value or 1) < _FAR**2:
            continue  # another total
        said = (
            f"{shown(text.text, told.rate)}×{shown(text.text, told.count)}"
            f"={scaled(value, told.total)}≠{shown(text.text, told.total)}"
        )
        operands = (told.rate, told.count)
        yield wrong_result(text.text, told.total, value, Verdict.WRONG, operands, said)


def _fits(mean: Quantity, total: Quantity, count: Quantity) -> bool:
    return count.low <= 0 or result(mean).meets(meant(total) / meant(count))


RULE = Rule(
    code="A07",
    name="均值不符",
    severity=Severity.ERROR,
    summary="户均、人均、亩均要等于总数除以户数、人数、亩数。",
    reason="按文中所列的总数和个数计算，允许四舍五入的误差。",
    source="种子资料：有关数据必须认真校对",
    bad="发放种粮补贴183.6万元，惠及农户3060户，户均650元。",
    good="发放种粮补贴183.6万元，惠及农户3060户，户均600元。",
    check=check,
)
