"""What a length on a chart is worth: the ends of the bars and round figures between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log10

from desk.scoring.figures import CENT, printed, rounded

Number = Decimal | Fraction | int | float

_FAR = 2.5  # times the next one: a value so far ahead is cut rather than flatten the others
_AIR = 1.02


@dataclass(frozen=True, slots=True)
class Axis:
    """The values at both ends of the bars; ``unit`` follows every figure, as in 50%."""

    low: float
    high: float
    unit: str = ""

    def ticks(self, most: int) -> Iterator[tuple[float, str]]:
        """Round values between the ends, zero among them, and how they are written."""
        step = _round_step((self.high - self.low) / max(most, 1))
        for at in range(ceil(self.low / step), floor(self.high / step + 1e-9) + 1):
            yield at * step, f"{printed(rounded(Fraction(at * step), CENT))}{self.unit}"


def axis_of(values: Iterable[Number], must_show: Iterable[Number] = (), unit: str = "") -> Axis:
    """Reach from 0, or the least value below it, to the greatest one that is not far ahead.

    What ``must_show`` names is within the ends in any case.
    """
    known = [float(one) for one in values]
    shown = [float(one) for one in must_show]
    high = max([_limit([one for one in known if one > 0]), *shown])
    low = -_limit([-one for one in known if one < 0])
    if high <= 0 and low >= 0:
        high = 1.0
    return Axis(low * _AIR, high * _AIR, unit)


def _limit(values: Sequence[float]) -> float:
    """The greatest value, or the next where a few are far ahead of all the others."""
    ordered = sorted(values, reverse=True)
    for _ in range(max(1, len(ordered) // 20)):
        if len(ordered) > 2 and ordered[0] > _FAR * ordered[1]:  # noqa: PLR2004 - two are no rule
            ordered[0] = ordered[1] * _FAR / 2
            ordered.sort(reverse=True)
    return ordered[0] if ordered else 0.0


def _round_step(least: float) -> float:
    """Take the next of 1, 2, 5, 10, 20, 50 and so on."""
    size = 10.0 ** floor(log10(least)) if least > 0 else 1.0
    return next(size * n for n in (1, 2, 5, 10) if size * n >= least * (1 - 1e-9))
