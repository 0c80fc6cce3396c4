"""Points of the year as they grew: of units, of groups, of the whole office; in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desk.reports.charts.measure import label
from desk.reports.charts.words import percent_of
from desk.scoring.figures import printed
from desk.surveys.survey import Survey, UnitSurvey

ALL = "全部单位"


@dataclass(frozen=True, slots=True)
class Curve:
    """What somebody had by the end of days, and what is asked by the year's end, if anything."""

    name: str
    told: str  # the full name
    points: tuple[tuple[date, Decimal], ...]
    quota: Decimal | None
    done: Decimal | None  # in percent of what is asked
    unit_id: int = 0

    @property
    def reached(self) -> Decimal:
        """By the survey's last day."""
        return self.points[-1][1]


def figures(survey: Survey, units: Iterable[UnitSurvey]) -> tuple[tuple[date, Decimal], ...]:
    """What units had together by the end of each month of the year, and by the last day.

    The last is the sum of their figures, which the scheme may round.
    """
    held = list(units)
    lines = [line for one in held for line in one.so_far.lines]
    *ends, last = _days(survey)
    return (
        *(
            (day, sum((each.points for each in lines if each.day <= day), Decimal(0)))
            for day in ends
        ),
        (last, sum((one.so_far.points for one in held), Decimal(0))),
    )


def curve_of(survey: Survey, one: UnitSurvey) -> Curve:
    """The curve of one unit."""
    unit = one.unit
    points = figures(survey, [one])
    so_far = one.so_far
    return Curve(label(unit), unit.name, points, so_far.quota or None, so_far.completion, unit.id)


def curves(survey: Survey) -> tuple[Curve, ...]:
    """Of all units with a target together, then of those of every group; of all without any."""
    groups = [(one.group.name, one.units) for one in survey.groups]
    if len(groups) > 1:
        groups.insert(0, (ALL, tuple(survey.units)))
    return tuple(_together(survey, name, units) for name, units in groups if units)


def _days(survey: Survey) -> Iterator[date]:
    """The ends of the year's months up to the survey's last day."""
    end, year = survey.stretch.last, survey.stretch.last.year
    for month in range(1, end.month):
        yield date(year, month + 1, 1) - timedelta(1)
    yield end


def _together(survey: Survey, name: str, units: Sequence[UnitSurvey]) -> Curve:
    asked = [one for one in units if one.so_far.quota]
    counted = asked or list(units)
    quota = sum((one.so_far.quota or Decimal(0) for one in asked), Decimal(0))
    told = f"{name}（有目标的{len(asked)}个单位）" if asked else f"{name}（{len(units)}个单位）"
    points = figures(survey, counted)
    done = survey.percent(points[-1][1], quota) if quota else None
    return Curve(name, told, points, quota or None, done)


def title(survey: Survey, of: str) -> str:
    """The title of these charts, with the day they end on."""
    end = survey.stretch.last
    return f"{end.year}年累计得分曲线{of}（截至{end.month}月{end.day}日）"


def sentence(survey: Survey) -> str:
    """How many units are level with the pace."""
    scores = [one.so_far for one in survey.units if one.so_far.quota]
    pace = survey.so_far.pace
    ahead = sum(not one.behind for one in scores)
    return (
        f"序时进度{percent_of(pace)}；有目标的{len(scores)}个单位中，"
        f"达到序时进度的{ahead}个，落后的{len(scores) - ahead}个"
    )


def said(curve: Curve) -> str:
    """What a curve reached, in words."""
    if curve.quota is None:
        return f"累计{printed(curve.reached)}分，没有目标"
    reached, quota = printed(curve.reached), printed(curve.quota)
    return f"累计{reached}分，目标{quota}分，完成{percent_of(curve.done)}"
