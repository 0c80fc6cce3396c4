"""A survey of one group's units only."""

from dataclasses import replace

from desk.scoring.results import ScoreTable
from desk.surveys.survey import Survey


def narrowed(survey: Survey, group_id: int) -> Survey:
    """What a survey says of one group; tasks of our own office are nobody's and stay."""
    held = {
        one.unit.id
        for group in survey.table.groups
        if group.group.id == group_id
        for one in group.units
    }
    return replace(
        survey,
        changed=tuple(one for one in survey.changed if one.unit.id in held),
        table=_narrowed(survey.table, group_id),
        so_far=_narrowed(survey.so_far, group_id),
        before=_narrowed(survey.before, group_id),
        year_ago=_narrowed(survey.year_ago, group_id),
        groups=tuple(one for one in survey.groups if one.group.id == group_id),
    )


def _narrowed(table: ScoreTable, group_id: int) -> ScoreTable:
    groups = tuple(one for one in table.groups if one.group.id == group_id)
    held = {score.unit.id for group in groups for score in group.units}
    return replace(
        table,
        groups=groups,
        people=tuple(one for one in table.people if one.unit.id in held),
        prizes=tuple(one for one in table.prizes if any(unit.id in held for unit in one.units)),
    )
