"""Pass lines (达标线): periods whose points are below one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.scoring.clauses.periods import PassLine
from desk.scoring.lines import Line
from desk.scoring.periods.plan import Judged, Plan
from desk.scoring.periods.spans import Period
from desk.scoring.periods.wording import figure
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Passing:
    """A unit's points of a period beside the line."""

    judged: Judged[PassLine]
    period: Period
    points: Decimal

    @property
    def clause(self) -> PassLine:
        """The line itself."""
        return self.judged.clause

    @property
    def is_failed(self) -> bool:
        """Whether the points are below the line."""
        return self.points < self.clause.points

    @property
    def text(self) -> str:
        """Both in words."""
        points, line = figure(self.points), figure(self.clause.points)
        return self.judged.told(f"{self.period.name}得分 {points} 分，低于达标线 {line} 分")


def passings(unit: Unit, plan: Plan, lines: Sequence[Line]) -> Iterator[Passing]:
    """The unit's points in every period that has a pass line."""
    for judged in plan.pass_lines:
        if judged.holds_of(unit):
            for period in judged.periods:
                points = sum(
                    (one.points for one in lines if period.first <= one.day <= period.last),
                    Decimal(0),
                )
                yield Passing(judged, period, points)
