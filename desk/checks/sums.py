"""Sums over printed figures: intervals that their precision allows, and the sum as it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from desk.checks.quantities.model import Quantity
from desk.checks.quantities.units import RATES


@dataclass(frozen=True, slots=True)
class Interval:
    """All values a figure may stand for, both ends included."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Interval) -> Interval:
        """Add what may be meant by two figures."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """Subtract likewise."""
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        """Multiply two figures."""
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Divide by a figure that can't be zero. Raises ZeroDivisionError where it can."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        if self.low >= 0 and other.low > 0:
            return Interval(self.low / other.high, self.high / other.low)
        return self * Interval(1 / other.high, 1 / other.low)

    def times(self, factor: int | Fraction) -> Interval:
        """Scale by an exact factor."""
        ends = self.low * factor, self.high * factor
        return Interval(min(ends), max(ends))

    def meets(self, other: Interval) -> bool:
        """Whether some value fits both."""
        return self.low <= other.high and other.low <= self.high


def meant(quantity: Quantity) -> Interval:
    """What the author may have meant by an operand; whole things are counted exactly."""
    return Interval(quantity.low, quantity.high)


def result(quantity: Quantity) -> Interval:
    """What may have been rounded to a printed result, be it a count."""
    return Interval(
        min(quantity.low, quantity.value - quantity.slack),
        max(quantity.high, quantity.value + quantity.slack),
    )


def total(quantities: Iterable[Quantity]) -> Interval:
    """What the sum of several figures may be."""
    known = [meant(quantity) for quantity in quantities]
    return Interval(added(one.low for one in known), added(one.high for one in known))


def added(values: Iterable[Fraction]) -> Fraction:
    """Add values up over one denominator, which is many times faster."""
    ratios = [value.as_integer_ratio() for value in values]
    below = lcm(*(bottom for _top, bottom in ratios))
    return Fraction(sum(top * (below // bottom) for top, bottom in ratios), below)


def decimal(value: Fraction, places: int, *, grouped: bool = False) -> str:
    """Print a value with so many decimals, halves away from zero."""
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    digits = f"{whole // 10**places:,}" if grouped else str(whole // 10**places)
    decimals = f".{whole % 10**places:0{places}d}" if places else ""
    return f"{'-' if value < 0 and whole else ''}{digits}{decimals}"


def shortest(value: Fraction) -> str:
    """Print a value with at most two decimals and no idle zeros."""
    text = decimal(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


def reprinted(text: str, quantity: Quantity, value: Fraction) -> str:
    """The figure's digits for another value in the printed scale, decimals and grouping."""
    start, end = quantity.digits
    grouped = "," in text[start:end]
    return decimal(value / quantity.scale, quantity.places, grouped=grouped)


def shown(text: str, quantity: Quantity) -> str:
    """A figure as it stands in a sum: its digits and scale, % for a share, no other unit."""
    sign = quantity.unit if quantity.unit in RATES else ""
    if quantity.is_chinese:
        return shortest(quantity.value) + sign
    start, end = quantity.digits
    return text[start:end] + scale_of(quantity) + sign


def scale_of(quantity: Quantity) -> str:
    """The printed scale: 万, 亿, or nothing."""
    if quantity.scale == 1:
        return ""
    return "".join(sign for sign in quantity.printed_unit if sign in "十百千万亿")


def scaled(value: Fraction, like: Quantity) -> str:
    """A value in the scale that another figure is printed in, for a sum."""
    return shortest(value / like.scale) + scale_of(like)
