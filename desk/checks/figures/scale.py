"""Slips of scale: 万 or 亿 left out, put in or exchanged."""

from dataclasses import dataclass
from fractions import Fraction

from desk.checks.figures.growth import SLIPS, is_slip, rate
from desk.checks.figures.parts import Parts
from desk.checks.figures.shares import Share
from desk.checks.quantities.model import Quantity, Role, Trend
from desk.checks.quantities.units import PERCENT, RATES
from desk.checks.sums import Interval, meant, result

FAR = 1000  # a part or a change that many times greater is a slip of the scale
_ABOVE = 50  # a rise that many times the level it led to is in another scale
_HUGE = 10**11  # a sum of money that no county has
_UP = {1: "万", 10**4: "亿"}
_DOWN = {10**8: "万", 10**4: ""}


@dataclass(frozen=True, slots=True)
class Slip:
    """A figure whose scale can't be right beside another.

    ``fix`` is the figure in the scale that fits; ``is_sure`` says that it is the one to change.
    """

    figure: Quantity
    other: Quantity
    fix: str | None
    is_sure: bool


def of_parts(text: str, told: Parts) -> Slip | None:
    """A whole far below its parts."""
    if not told.among or told.whole.value <= 0:
        return None
    far = [part for part in told.parts if part.low > told.whole.high * FAR]
    if not far:
        return None
    return _small(text, told.whole, far[0], is_shared=len(far) > 1)


def of_share(text: str, told: Share) -> Slip | None:
    """A part and a whole that give their share only in another scale."""
    part, whole = told.part, told.whole
    exact, stated = 100 * part.value, told.share.value * whole.value
    if exact < FAR // 5 * stated and stated < FAR // 5 * exact:
        return None  # near enough to be no slip, whatever rounding allows
    printed = result(told.share)
    if whole.low <= 0 or _gives(printed, part, whole, Fraction(1)):
        return None
    for step in SLIPS:
        for small, great, factor in (
            (whole, part, Fraction(1, step)),
            (part, whole, Fraction(step)),
        ):
            if _gives(printed, part, whole, factor) and not told.is_excused:
                return _small(text, small, great, is_shared=False)
    return None


def of_change(text: str, then: Quantity, now: Quantity, grown: Quantity | None) -> Slip | None:
    """Two figures of one change that lie thousands of times apart."""
    if now.unit in RATES or then.low <= 0 or now.low <= 0:
        return None
    if grown and grown.role is Role.RATE and grown.unit == PERCENT:
        expected = rate(now, then)
        fits = expected is not None and result(grown).meets(expected)
        if fits or not is_slip(now, then, grown):
            return None
    elif not (now.low > then.high * FAR or then.low > now.high * FAR):
        return None
    small, great = (now, then) if now.value < then.value else (then, now)
    return _small(text, small, great, is_shared=False)


def of_difference(text: str, now: Quantity, by: Quantity) -> Slip | None:
    """A rise far above what there is after it."""
    if by.unit != now.unit or by.trend is not Trend.UP or not 0 < now.high * _ABOVE < by.low:
        return None
    return _small(text, now, by, is_shared=False)


def _gives(printed: Interval, part: Quantity, whole: Quantity, factor: Fraction) -> bool:
    return whole.low > 0 and printed.meets((meant(part) / meant(whole)).times(100 * factor))


def _small(text: str, small: Quantity, great: Quantity, *, is_shared: bool) -> Slip:
    """The smaller figure is to be scaled up, or the greater one down."""
    up, down = _scaled(text, small, _UP), _scaled(text, great, _DOWN)
    if great.unit == "元" and great.value >= _HUGE:
        return Slip(great, small, down, is_sure=small.scale != 1)
    return Slip(small, great, up, is_sure=small.scale == 1 or is_shared)


def _scaled(text: str, figure: Quantity, steps: dict[int, str]) -> str | None:
    """The figure printed in the next scale up or down."""
    if figure.scale not in steps or figure.is_chinese:
        return None
    start, end = figure.digits
    unit = figure.printed_unit.lstrip("十百千万亿") if figure.scale != 1 else figure.printed_unit
    return text[start:end] + steps[figure.scale] + unit
