"""A07: a mean that doesn't follow from total and count."""

from collections.abc import Iterator

from desk.checks.figures.growth import Verdict
from desk.checks.figures.wrong import wrong_result
from desk.checks.passage import Passage
from desk.checks.quantities.model import Quantity
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import meant, result, scaled, shown


def check(text: Passage) -> Iterator[Hit]:
    """Divide total by count, unless another pair of figures fits."""
    for told in text.means:
        pairs = ((told.total, told.count), *told.rivals)
        if any(_fits(told.mean, total, count) for total, count in pairs):
            continue
        value = told.total.value / told.count.value
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
