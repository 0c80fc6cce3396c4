"""Exact figures: points as printed, percentages and rounding (half up, as offices round)."""

from decimal import Decimal
from fractions import Fraction

TENTH = Decimal("0.1")
CENT = Decimal("0.01")


def printed(value: Decimal) -> str:
    """Write a number without exponent and trailing zeros: 3, 1.5, 0.25."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(value: Fraction, step: Decimal) -> Decimal:
    """Round to whole steps; an exact half goes away from zero."""
    whole = abs(value) / Fraction(step)
    steps = (2 * whole.numerator + whole.denominator) // (2 * whole.denominator)
    return (Decimal(steps) * step).copy_sign(-1 if value < 0 else 1)


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """How much of the whole the part is, in percent with one decimal; of nothing it is 0."""
    if not whole:
        return Decimal("0.0")
    return rounded(Fraction(part) * 100 / Fraction(whole), TENTH)
