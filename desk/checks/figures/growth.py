"""What the figures of a change must come to, and whether a printed result can be right."""

from enum import StrEnum
from fractions import Fraction

from desk.checks.figures.changes import Change
from desk.checks.quantities.model import Hedge, Quantity, Trend
from desk.checks.sums import Interval, meant, result

SLIPS = (10**4, 10**8, 10**3)  # a scale left out or put in: 万, 亿, 千
_FAR = 100
_ONE = Interval(Fraction(1), Fraction(1))


class Verdict(StrEnum):
    """Whether a printed result follows from the operands."""

    RIGHT = "right"
    DOUBTFUL = "doubtful"  # only if the operands were rounded unluckily
    WRONG = "wrong"


def fitting(printed: Quantity, expected: Interval, nominal: Fraction) -> Verdict:
    """Judge a printed result by what the operands allow and by what they say exactly."""
    if not result(printed).meets(expected):
        return Verdict.WRONG
    is_near = result(printed).meets(Interval(nominal, nominal))
    return Verdict.RIGHT if is_near or printed.hedge is not Hedge.NONE else Verdict.DOUBTFUL


def direction(change: Change) -> Trend:
    """Which way the figures go, NONE where they may be equal or nothing is told to begin with."""
    if change.then is None:
        return Trend.NONE
    if _are_alike(change.now, change.then):  # rounding never turns the order
        apart = change.now.value - change.then.value
        return (Trend.UP if apart > 0 else Trend.DOWN) if apart else Trend.NONE
    if change.now.low > change.then.high:
        return Trend.UP
    return Trend.DOWN if change.now.high < change.then.low else Trend.NONE


def contradicts(change: Change, figure: Quantity) -> bool:
    """Whether a figure's words of change point the other way than the figures."""
    way = direction(change)
    return bool(way and figure.trend and way is not figure.trend)


def difference(now: Quantity, then: Quantity) -> Interval:
    """By how much two figures may differ, never below zero."""
    return _positive(_beside(now, then) - _beside(then, now))


def rate(now: Quantity, then: Quantity) -> Interval | None:
    """By how many per cent a figure may have changed, None where it began at zero."""
    if then.low <= 0:
        return None
    return _positive(_beside(now, then) / _beside(then, now) - _ONE).times(100)


def ratio(now: Quantity, then: Quantity) -> Interval | None:
    """How many times as much it may be, None where it began at zero."""
    return _beside(now, then) / _beside(then, now) if then.low > 0 else None


def beginning(now: Quantity, by: Quantity) -> Interval:
    """What it may have been before it rose or fell by so much."""
    if by.trend is Trend.DOWN:
        return meant(now) + meant(by)
    return meant(now) - meant(by)


def rate_from(now: Quantity, by: Quantity) -> Interval | None:
    """The rate that a figure and its change allow, None where it may have begun at zero."""
    then = beginning(now, by)
    if then.low <= 0:
        return None
    sign = 1 if by.trend is Trend.DOWN else -1
    ends = [
        100 * change / (level + sign * change)
        for level in (now.low, now.high)
        for change in (by.low, by.high)
    ]
    return Interval(min(ends), max(ends))


def is_slip(now: Quantity, then: Quantity, printed: Quantity) -> bool:
    """Whether a rate would fit if one of two far figures had another scale (万, 亿)."""
    is_near = then.high < now.low * _FAR and now.high < then.low * _FAR
    if then.low <= 0 or now.low <= 0 or is_near:
        return False
    for factor in SLIPS:
        for scale in (Fraction(factor), Fraction(1, factor)):
            scaled = meant(now).times(scale)
            apart = _positive(Interval(scaled.low / then.high, scaled.high / then.low) - _ONE)
            if result(printed).meets(apart.times(100)):
                return True
    return False


def _beside(one: Quantity, other: Quantity) -> Interval:
    """What a figure may be: beside 0.5万吨, 2万吨 is as exact as 2.0万吨."""
    if one.scale == other.scale and one.is_exact and not one.is_count and not one.is_chinese:
        slack = min(one.slack, other.slack)
        return Interval(one.value - slack, one.value + slack)
    return meant(one)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are plain and printed to the same digit."""
    return one.is_exact and other.is_exact and one.slack == other.slack


def _positive(interval: Interval) -> Interval:
    """Mirror what lies below zero: a fall is told as a positive figure."""
    low, high = interval.low, interval.high
    if low >= 0:
        return interval
    return Interval(-high, -low) if high <= 0 else Interval(Fraction(0), max(-low, high))
