"""The columns of the ranking that only some schemes need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk.reports.score_sheets import whole
from desk.reports.workbook import Column, Value
from desk.scoring.lines import COMPONENTS
from desk.scoring.results import ScoreTable, UnitScore


@dataclass(frozen=True, slots=True)
class Extra:
    """A column and how its value is read off a unit."""

    column: Column
    value: Callable[[UnitScore], Value]


def extras(table: ScoreTable) -> Sequence[Extra]:
    """Points by component, raw points, the average and converted points, where they tell more."""
    units = list(table.units)
    found = [_component(name) for name in _components(units)]
    if any(one.raw != one.points for one in units):
        found.append(Extra(Column("原始分", 10), lambda one: one.raw))
    if any(one.items_completion is not None for one in units):
        found.append(Extra(Column("目标条数", 10), lambda one: one.quota_items or None))
        found.append(Extra(Column("条数完成率", 11, "0.0%"), _items_done))
    if table.averages:
        found.append(Extra(Column("计分条数", 10), lambda one: whole(one.counted)))
        found.append(Extra(Column("按条平均", 10), lambda one: one.average))
    if any(one.converted is not None or one.conversion for one in units):
        found.append(Extra(Column("折算分", 10), lambda one: one.converted))
        found.append(Extra(Column("折算说明", 36), lambda one: one.conversion or None))
    return found


def _components(units: Sequence[UnitScore]) -> Sequence[str]:
    """The components, unless there is but one."""
    held = {name for one in units for name, _points in one.components}
    if len(held) <= 1:
        return ()
    usual = [name for name in COMPONENTS.values() if name in held]
    return list(dict.fromkeys([*usual, *sorted(held)]))


def _component(name: str) -> Extra:
    return Extra(Column(name, 10), lambda one: dict(one.components).get(name))


def _items_done(one: UnitScore) -> Value:
    return None if one.items_completion is None else one.items_completion / 100
