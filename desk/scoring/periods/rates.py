"""Adoption rates (录用率): points off where too little of what was sent was adopted."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from desk.facts import FactKind
from desk.scoring.clauses.periods import RateLine
from desk.scoring.figures import TENTH, rounded, told
from desk.scoring.periods.history import History
from desk.scoring.periods.plan import Judged, Plan
from desk.scoring.periods.spans import Period
from desk.scoring.periods.wording import figure
from desk.units import Unit

_NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Rate:
    """A unit's rate of a period."""

    judged: Judged[RateLine]
    period: Period
    sent: Fraction
    used: Fraction

    @property
    def clause(self) -> RateLine:
        """The line itself."""
        return self.judged.clause

    @property
    def percent(self) -> Fraction:
        """Adopted of a hundred sent, 0 where nothing was."""
        return self.used * 100 / self.sent if self.sent > 0 else _NONE

    @property
    def is_low(self) -> bool:
        """Whether points go off."""
        if self.sent <= 0 and not self.clause.if_none:
            return False
        return self.percent < self.clause.below

    @property
    def text(self) -> str:
        """The rate in words."""
        counts = f"采用 {told(self.used)} 条、报送 {told(self.sent)} 条"
        rate = f"录用率 {figure(rounded(self.percent, TENTH))}%"
        return f"{counts}，{rate}，低于 {figure(self.clause.below)}%"


def rates(unit: Unit, plan: Plan, history: History) -> Iterator[Rate]:
    """The unit's rates in all periods within the plan's days."""
    for judged in plan.rates:
        if judged.holds_of(unit):
            yield from _rates(judged, history)


def _rates(judged: Judged[RateLine], history: History) -> Iterator[Rate]:
    sent = history.counted(judged, FactKind.SUBMISSION)
    used = history.counted(judged, FactKind.ADOPTION)
    for place, period in enumerate(judged.periods):
        yield Rate(judged, period, sent.get(place, _NONE), used.get(place, _NONE))
