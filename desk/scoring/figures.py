"""Exact figures: points as printed, percentages and rounding (half up, as offices round)."""

from decimal import Decimal
from fractions import Fraction

from desk.scoring.clauses.results import Mode

TENTH = Decimal("0.1")
CENT = Decimal("0.01")
_MILLIONTH = Fraction(1, 10**6)
_LONG = 10**64  # what has more decimals is told as a fraction


def printed(value: Decimal) -> str:
    """Write a number without exponent and trailing zeros: 3, 1.5, 0.25."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def decimals_of(value: Decimal) -> int:
    """How many decimals a number is printed with."""
    return len(printed(value).partition(".")[2])


def steps(value: Fraction, mode: Mode) -> int:
    """Round to a whole number: 截尾 towards zero, 进一 away from it, a half as the mode says."""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    twice = 2 * rest
    if mode is Mode.HALF_UP:
        up = twice >= value.denominator
    elif mode is Mode.HALF_EVEN:
        up = twice > value.denominator or (twice == value.denominator and whole % 2 == 1)
    else:
        up = mode is Mode.UP and rest > 0
    return (whole + up) * (-1 if value < 0 else 1)


def to_step(value: Fraction, step: Fraction, mode: Mode) -> Fraction:
    """Round to whole steps."""
    return steps(value / step, mode) * step


def rounded(value: Fraction, step: Decimal) -> Decimal:
    """Round to whole steps; an exact half goes away from zero."""
    return steps(value / Fraction(step), Mode.HALF_UP) * step


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """How much of the whole the part is, in percent with one decimal; of nothing it is 0."""
    if not whole:
        return Decimal("0.0")
    return rounded(Fraction(part) * 100 / Fraction(whole), TENTH)


def exact(value: Fraction) -> Decimal:
    """The decimal that the fraction is; one that never ends is rounded to six decimals."""
    twos, fives, rest = 0, 0, value.denominator
    while rest % 2 == 0:
        twos, rest = twos + 1, rest // 2
    while rest % 5 == 0:
        fives, rest = fives + 1, rest // 5
    if rest != 1:
        return exact(to_step(value, _MILLIONTH, Mode.HALF_UP))
    places = max(twos, fives)
    return Decimal(f"{value * 10**places}E-{places}")


def told(value: Fraction) -> str:
    """Write a fraction: as a decimal, or as 1/3 where it never ends."""
    return printed(exact(value)) if _ends(value) else str(value)


def _ends(value: Fraction) -> bool:
    return _LONG % value.denominator == 0
