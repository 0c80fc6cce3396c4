"""Amounts as steps of lightness: from what amount on a cell is darker."""

from collections.abc import Iterable, Iterator
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
            if at == len(told):
                words = f"{told[-1]}以上" if told else f"有{self.unit}"
            else:
                words = f"{told[at - 1] if at else '0'}—{told[at]}"
            yield fill_key(f"{words}{self.unit}" if told else words, fill)


def scale_of(values: Iterable[Decimal | int], unit: str, *, whole: bool = False) -> Scale:
    """Deal amounts over five round steps and what is beyond; ``whole`` ones have no fractions."""
    known = list(values)
    positive = [one for one in known if one > 0]
    ends: list[Decimal] = []
    if positive:
        ticks = axis_of(positive).ticks(len(STEPS) + 1)
        ends = [rounded(Fraction(at), CENT) for at, _words in ticks if at > 0]
        ends = [one for one in ends if one < max(positive) and not (whole and one % 1)]
    return Scale(tuple(ends[: len(STEPS) - 1]), unit, any(one < 0 for one in known))
