"""A03: a share or a rate of completion that doesn't follow from part and whole."""

from collections.abc import Iterator
from fractions import Fraction

from desk.checks.figures.growth import SLIPS, Verdict, fitting
from desk.checks.figures.shares import Share
from desk.checks.figures.wrong import wrong_result
from desk.checks.passage import Passage
from desk.checks.rule import Hit, Rule, Severity
from desk.checks.sums import meant, result, shortest, shown


def check(text: Passage) -> Iterator[Hit]:
    """Divide part by whole, unless another pair of figures fits."""
    for told in text.shares:
        verdict = _verdict(told)
        if verdict is not Verdict.RIGHT and not _is_excused(told):
            value = told.part.value / told.whole.value * 100
            said = (
                f"{shown(text.text, told.part)}÷{shown(text.text, told.whole)}"
                f"={shortest(value)}%≠{shown(text.text, told.share)}"
            )
            operands = (told.part, told.whole)
            yield wrong_result(
                text.text, told.share, value, verdict, operands, said, is_sure=told.is_plain
            )


def _verdict(told: Share) -> Verdict:
    if told.whole.value <= 0:
        return Verdict.RIGHT
    value = told.part.value / told.whole.value * 100
    if abs(value - told.share.value) <= told.share.slack or told.expected is None:
        return Verdict.RIGHT
    verdict = fitting(told.share, told.expected, value)
    is_plain = told.is_plain and told.part.is_exact and told.whole.is_exact
    return Verdict.RIGHT if verdict is Verdict.DOUBTFUL and not is_plain else verdict


def _is_excused(told: Share) -> bool:
    """Whether another pair gives the share, or the same pair in another scale."""
    if told.is_excused:
        return True
    part, whole = meant(told.part), meant(told.whole)
    factors = [Fraction(100) * slip for slip in SLIPS] + [Fraction(100, slip) for slip in SLIPS]
    return any(result(told.share).meets((part / whole).times(factor)) for factor in factors)


RULE = Rule(
    code="A03",
    name="占比/完成率不符",
    severity=Severity.ERROR,
    summary="占比、完成率要等于部分除以整体。",
    reason="按文中所列的部分和整体计算，允许四舍五入的误差。",
    source="种子资料：有关数据必须认真校对",
    bad="共排查隐患56处，已整改48处，整改率90.7%。",
    good="共排查隐患56处，已整改48处，整改率85.7%。",
    check=check,
    yields_to=frozenset({"A10"}),
)
