"""Amounts as steps of lightness: from what amount on a cell is darker."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desk.reports.charts.axis import axis_of
from desk.reports.charts.style import BELOW, STEPS, Fill
from desk.reports.charts.surroundings import Key, fill_key
from desk.scoring.figures import CENT, printed, rounded


@dataclass(frozen=True, slots=True)
class Scale:
    """Upper ends of all steps but the last, which has none; ``unit`` follows them, as 分."""

    ends: tuple[Decimal, ...]
    unit: str
    negative: bool = False
    whole: bool = False

    def fill(self, value: Decimal | int) -> Fill | None:
        """How a cell of that amount looks; None for nothing."""
        if value == 0:
            return None
        if value < 0:
            return BELOW
        return STEPS[sum(value > end for end in self.ends)]

    def legend(self) -> Iterator[Key]:
        """What the legend says of the steps in use."""
        if self.negative:
            yield fill_key(f"负{self.unit}", BELOW)
        told = [printed(end) for end in self.ends]
        for at, fill in enumerate(STEPS[: len(told) + 1]):
            yield fill_key(self._words(told, at), fill)

    def _words(self, told: Sequence[str], at: int) -> str:
        """The amounts of a step: 1—5条, 6条以上 of whole ones, else 0—5分, 超过5分."""
        if not told:
            return f"有{self.unit}"
        begin = self.ends[at - 1] if at else Decimal(0)
        least = printed(begin + 1 if self.whole else begin)
        if at == len(told):
            return f"{least}{self.unit}以上" if self.whole else f"超过{least}{self.unit}"
        return f"{least}{self.unit}" if least == told[at] else f"{least}—{told[at]}{self.unit}"


def scale_of(values: Iterable[Decimal | int], unit: str, *, whole: bool = False) -> Scale:
    """Deal amounts over five round steps and what is beyond; ``whole`` ones have no fractions."""
    known = list(values)
    positive = [one for one in known if one > 0]
    ends: list[Decimal] = []
    if positive:
        ticks = axis_of(positive).ticks(len(STEPS) + 1)
        ends = [rounded(Fraction(at), CENT) for at, _words in ticks if at > 0]
        ends = [one for one in ends if one < max(positive) and not (whole and one % 1)]
    return Scale(tuple(ends[: len(STEPS) - 1]), unit, any(one < 0 for one in known), whole)
