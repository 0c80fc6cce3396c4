"""What all forms of tables are built from: units that stand together, and single columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.column import StatColumn
from desk.reports.statistics.layout import Item, Split, TableLayout
from desk.reports.statistics.portions import UnitFigures
from desk.stat_table import StatTable, Value


@dataclass(frozen=True, slots=True)
class Laid:
    """A table with what its rows and columns are of: units' ids, 0 for none, and columns' keys."""

    table: StatTable
    row_units: tuple[int, ...] = ()
    column_units: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()  # of its columns; of its rows, where units stand side by side
    name: str = ""  # what tells it from the layout's other tables


@dataclass(frozen=True, slots=True)
class Part:
    """Units that stand together; ``name`` is their group's, "" for all."""

    name: str
    units: tuple[UnitFigures, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single column with its heads from above."""

    column: StatColumn
    path: tuple[str, ...]


def parts_of(found: Catalogue, layout: TableLayout) -> tuple[Part, ...]:
    """The units as they stand together, in order."""
    if layout.split is Split.MIXED:
        return (Part("", _ordered(found, layout, found.units)),)
    by_id = {one.unit.unit.id: one for one in found.units}
    return tuple(
        Part(
            group.group.name,
            _ordered(found, layout, [by_id[one.unit.id] for one in group.units]),
        )
        for group in found.survey.groups
        if group.units
    )


def leaves(found: Catalogue, items: Sequence[Item], above: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """The single columns of expanded items, from left to right."""
    for item in items:
        path = (*above, item.text)
        if item.parts:
            yield from leaves(found, item.parts, path)
        else:
            yield Leaf(found.columns[item.key], path)


def cell(layout: TableLayout, column: StatColumn, value: Value) -> Value:
    """A value as a cell has it: 0 may be left blank."""
    blank = layout.blank_zeros and column.counts and value == 0
    return None if blank else value


def _ordered(
    found: Catalogue, layout: TableLayout, units: Sequence[UnitFigures]
) -> tuple[UnitFigures, ...]:
    """Units by a column, those without a figure last; else the best first."""
    column = found.columns.get(layout.order)
    if column is None:
        if layout.split is not Split.MIXED:
            return tuple(units)
        return tuple(sorted(units, key=lambda one: (-one.score.points, one.unit.unit.name)))
    told = [(column.value(one), one) for one in units]
    held = [(value, one) for value, one in told if value is not None]
    ordered = sorted(held, key=lambda pair: _sortable(pair[0]), reverse=layout.falling)
    return (*(one for _, one in ordered), *(one for value, one in told if value is None))


def _sortable(value: Value) -> tuple[Decimal, str]:
    if isinstance(value, Decimal | int):
        return Decimal(value), ""
    return Decimal(0), str(value)
