"""What native charts of a survey show: points against targets, completion, months."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from math import ceil

from desk.reports.stat_workbook import Graph, Kind
from desk.reports.statistics.catalogue import catalogue
from desk.reports.statistics.column import StatColumn
from desk.reports.statistics.portions import UnitFigures
from desk.stat_table import Head, StatTable, Value
from desk.surveys.survey import Survey

MOST = 40  # units in one chart
_NAME = Head("单位", width=26, left=True)


def graphs(survey: Survey) -> tuple[Graph, ...]:
    """The months of all, then each group's points against its targets and its completion."""
    found = catalogue(survey)
    units = {one.unit.unit.id: one for one in found.units}
    made = list(_months(found.columns["points"], found.units, survey))
    for group in survey.groups:
        members = [units[one.unit.id] for one in group.units]
        made += _of_units(group.group.name, members, found.columns)
    return tuple(made)


def _of_units(
    name: str, units: Sequence[UnitFigures], columns: Mapping[str, StatColumn]
) -> Iterator[Graph]:
    """Each twice: points by the most, completion by the highest; dealt where there are many."""
    points = columns["so_far"], columns["quota"]
    yield from _dealt(name, "累计得分与目标分", Kind.BARS, _rows(units, points))
    done = columns["completion"], columns["pace"]
    asked = [one for one in units if one.so_far.quota]
    yield from _dealt(name, "完成率与序时进度", Kind.COMPARED, _rows(asked, done))


def _dealt(name: str, about: str, kind: Kind, table: StatTable) -> Iterator[Graph]:
    """A chart, or several of about as many units each."""
    count = ceil(len(table.rows) / MOST)
    size = ceil(len(table.rows) / count) if count else 1
    for number in range(count):
        part = f"（{number + 1}/{count}）" if count > 1 else ""
        rows = table.rows[number * size : (number + 1) * size]
        yield Graph(replace(table, title=f"{name}{part}{about}", rows=rows), kind)


def _rows(units: Sequence[UnitFigures], columns: Sequence[StatColumn]) -> StatTable:
    """Units with their figures, the most in the first column first."""
    rows = [
        (one.unit.unit.short or one.unit.unit.name, *(column.value(one) for column in columns))
        for one in units
    ]
    rows.sort(key=lambda row: -Decimal(row[1] or 0))  # type: ignore[arg-type]  # figures only
    return StatTable("", (_NAME, *(one.head for one in columns)), tuple(rows))


def _months(points: StatColumn, units: Sequence[UnitFigures], survey: Survey) -> Iterator[Graph]:
    """What all units together sent, saw adopted and earned in each month of the year so far."""
    rows: list[tuple[Value, ...]] = []
    for at in range(survey.stretch.last.month):
        months = [one.unit.months for one in units]
        earned = [one.points[at] for one in months if one.points[at] is not None]
        if earned:
            sent = sum(one.submitted[at] for one in months)
            used = sum(one.adopted[at] for one in months)
            whole = sum((one for one in earned if one is not None), Decimal(0))
            rows.append((f"{at + 1}月", sent, used, whole))
    heads = Head("月份", left=True), Head("报送条数"), Head("采用条数"), points.headed("得分")
    year = survey.stretch.last.year
    if rows:
        yield Graph(StatTable(f"{year}年逐月报送、采用和得分", heads, tuple(rows)), Kind.LINES)
