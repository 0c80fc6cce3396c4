"""What a year's figures promise: forecast, rhythm, silence, a rush at the end, punctuality."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact, FactKind
from desk.scoring.figures import CENT, percent, rounded
from desk.scoring.results import UnitScore

ON_TIME = "按时"


@dataclass(frozen=True, slots=True)
class Outlook:
    """One unit's prospects; percentages have one decimal, None where nothing can be said.

    ``forecast`` goes on at this year's own rate, ``by_last_year`` at the rhythm of last year's
    months. ``last_year`` is what the unit had on the same day a year before.
    ``silent_since`` is the day after its last point, None where it has some in these days.
    ``rush`` is the share of what it sent in the last month of the days; ``on_time`` the share
    of its tasks, emergencies and dated reports that came in time.
    """

    score: UnitScore
    forecast: Decimal | None
    by_last_year: Decimal | None
    last_year: Decimal | None
    silent_since: date | None
    rush: Decimal | None
    on_time: Decimal | None
    gap: str

    @property
    def promises(self) -> bool | None:
        """Whether the target will be reached at this rate; None without target or forecast."""
        if self.score.quota is None or self.forecast is None:
            return None
        return self.forecast >= self.score.quota


@dataclass(frozen=True, slots=True)
class LastYear:
    """A unit's points of last year: up to the same day, and in all."""

    so_far: Decimal
    whole: Decimal


def forecast(points: Decimal, gone: Fraction) -> Decimal | None:
    """The year's points at the rate so far; None before the year has begun."""
    return rounded(Fraction(points) / gone, CENT) if gone > 0 else None


def by_last_year(points: Decimal, last: LastYear | None) -> Decimal | None:
    """The year's points if the rest goes as last year; None where last year gives no measure."""
    if last is None or last.so_far <= 0 or last.whole <= 0:
        return None
    return rounded(Fraction(points) * Fraction(last.whole) / Fraction(last.so_far), CENT)


def rush(facts: Sequence[Fact], last: date) -> Decimal | None:
    """How much of what was sent came in the last month, in percent; None of nothing sent."""
    sent = [fact for fact in facts if fact.kind is FactKind.SUBMISSION]
    late = sum((fact.day.year, fact.day.month) == (last.year, last.month) for fact in sent)
    return percent(late, len(sent)) if sent else None


def on_time(outcomes: Sequence[str]) -> Decimal | None:
    """How many of the outcomes told are in time, in percent; None where none is told."""
    told = [one for one in outcomes if one]
    return percent(sum(one == ON_TIME for one in told), len(told)) if told else None
