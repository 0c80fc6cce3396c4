"""The units of a survey as the rows of a chart, group by group."""

from collections.abc import Callable
from typing import Any

from desk.reports.charts.dealing import Block
from desk.surveys.survey import GroupSurvey, Survey, UnitSurvey


def grouped(
    survey: Survey,
    order: Callable[[UnitSurvey], Any] | None = None,
    detail: Callable[[GroupSurvey], str] = lambda _group: "",
) -> tuple[Block[UnitSurvey], ...]:
    """The groups that have units; in the survey's order (the best first) or one of the chart's.

    Units that are level come by their names.
    """
    blocks = []
    for group in survey.groups:
        units = group.units
        if order:
            by = order
            units = tuple(sorted(units, key=lambda one: (by(one), one.unit.name)))
        if units:
            blocks.append(Block(group.group.name, units, detail(group)))
    return tuple(blocks)
