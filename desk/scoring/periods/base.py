"""Base points (基础分): given on the first day of each period."""

from collections.abc import Iterator

from desk.scoring.lines import PeriodLine, Stage
from desk.scoring.periods.plan import Plan
from desk.scoring.periods.wording import figure
from desk.scoring.periods.writing import period_line
from desk.units import Unit


def base_lines(unit: Unit, plan: Plan) -> Iterator[PeriodLine]:
    """The unit's base points of the periods that begin within the plan's days."""
    for judged in plan.bases:
        if not judged.holds_of(unit):
            continue
        clause = judged.clause
        text = f"每{clause.span.value}基础分 {figure(clause.points)} 分"
        for period in judged.periods:
            if plan.begin <= period.first <= plan.last:
                title = f"{clause.component}（{period.name}）"
                said = title, f"{period.name}：{text}", clause.component
                yield period_line(judged, unit.id, period.first, Stage.BASE, clause.points, *said)
