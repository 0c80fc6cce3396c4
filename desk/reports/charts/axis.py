"""What a length on a chart is worth: the ends of the bars and round figures between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log10

from desk.scoring.figures import CENT, printed, rounded

Number = Decimal | Fraction | int | float

# A value so far ahead of a tenth of the others is cut, rather than flatten them all.
_FAR, _MANY = 3.0, 10
_FAR_OF_FEW = 8.0  # times the next one, where there are not many
_BEYOND = 1.15
_AIR = 1.02


@dataclass(frozen=True, slots=True)
class Axis:
    """The values at both ends of the bars; ``unit`` follows every figure, as in 50%.

    Where ``whole`` things are counted there are no halves between them.
    """

    low: float
    high: float
    unit: str = ""
    whole: bool = False

    def ticks(self, most: int) -> Iterator[tuple[float, str]]:
        """Round values between the ends, zero among them, and how they are written."""
        step = max(_round_step((self.high - self.low) / max(most, 1)), float(self.whole))
        for at in range(ceil(self.low / step), floor(self.high / step + 1e-9) + 1):
            yield at * step, f"{printed(rounded(Fraction(at * step), CENT))}{self.unit}"


def axis_of(
    values: Iterable[Number],
    must_show: Iterable[Number] = (),
    unit: str = "",
    *,
    whole: bool = False,
) -> Axis:
    """Reach from 0, or the least value below it, to the greatest one that is not far ahead.

    What ``must_show`` names is within the ends in any case.
    """
    known = [float(one) for one in values]
    shown = [float(one) for one in must_show]
    high = max([_limit([one for one in known if one > 0]), *shown])
    low = -_limit([-one for one in known if one < 0])
    if high <= 0 and low >= 0:
        high = 1.0
    return Axis(low * _AIR, high * _AIR, unit, whole)


def _limit(values: Sequence[float]) -> float:
    """The greatest value, or somewhat more than the greatest that is not far ahead of most."""
    ordered = sorted(values, reverse=True)
    if len(ordered) < 2:  # noqa: PLR2004 - one is not ahead of anything
        return ordered[0] if ordered else 0.0
    many = len(ordered) >= _MANY
    far = _FAR * ordered[len(ordered) // 10] if many else _FAR_OF_FEW * ordered[1]
    near = [one for one in ordered if one <= far]
    return near[0] if len(near) == len(ordered) else near[0] * _BEYOND


def _round_step(least: float) -> float:
    """Take the next of 1, 2, 5, 10, 20, 50 and so on."""
    size = 10.0 ** floor(log10(least)) if least > 0 else 1.0
    return next(size * n for n in (1, 2, 5, 10) if size * n >= least * (1 - 1e-9))
