"""Findings on a printed result that doesn't follow from the figures beside it."""

from collections.abc import Iterable
from fractions import Fraction

from desk.checks.figures.growth import Verdict
from desk.checks.passage import Field
from desk.checks.quantities.model import Hedge, Quantity
from desk.checks.rule import Hit, Place, Severity
from desk.checks.sums import decimal, reprinted


def place_of(quantity: Quantity) -> Place:
    """Where a figure stands in the passage at hand."""
    return Place(Field.TEXT, quantity.start, quantity.end)


def wrong_result(  # noqa: PLR0913 - a record of what was worked out
    text: str,
    figure: Quantity,
    value: Fraction,
    verdict: Verdict,
    operands: Iterable[Quantity],
    sum_: str,
    *,
    is_sure: bool = True,
) -> Hit:
    """A finding on a result; a fix where every figure is plain, a hint where it may be rounding."""
    used = tuple(operands)
    start, end = figure.digits
    right = text[figure.start : start] + reprinted(text, figure, value) + text[end : figure.end]
    printed = text[figure.start : figure.end]
    plain = is_sure and all(one.is_exact for one in used) and figure.hedge is Hedge.NONE
    offer = right if plain and not figure.is_chinese and right != printed else None
    amount = right if plain and not figure.is_chinese else decimal(value, figure.places)
    message = f"按所列数字计算为{amount}，文中是{printed}，请核对。"
    places = tuple(place_of(one) for one in used)
    if verdict is Verdict.WRONG:
        return Hit(figure.start, figure.end, message, offer, operands=places, sum=sum_)
    return Hit(
        figure.start,
        figure.end,
        f"按所列数字计算为{amount}，如不是四舍五入所致，请改正。",
        severity=Severity.INFO,
        choices=(offer,) if offer else (),
        operands=places,
        sum=sum_,
    )
