"""Tables with a unit a row, and rows of sums."""

from collections.abc import Iterator, Sequence

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.column import StatColumn
from desk.reports.statistics.layout import Item, Split, TableLayout
from desk.reports.statistics.notes import legend_of, title_of
from desk.reports.statistics.parts import Laid, Part, cell, leaves, parts_of
from desk.reports.statistics.portions import UnitFigures
from desk.reports.statistics.sending_columns import GROUP, SERIAL, SHORT, UNIT
from desk.stat_table import Head, StatTable, Value

Row = tuple[Value, ...]


def by_rows(found: Catalogue, layout: TableLayout) -> Iterator[Laid]:
    """One table, or one a group."""
    items = found.expanded(layout)
    columns = [one.column for one in leaves(found, items)]
    if not columns:
        return
    heads = tuple(_head(found, item) for item in items)
    parts = parts_of(found, layout)
    apart = layout.split is Split.APART
    tables = [(part,) for part in parts] if apart else [parts]
    for at, held in enumerate(tables):
        rows = _Rows(layout, columns)
        for part in held:
            rows.add_part(part, summed=_sums_part(layout, parts))
        if at == len(tables) - 1 and layout.sums.of_all and found.units:
            rows.add_sum("总计" if len(parts) > 1 else "合计", found.units)
        group = held[0].name if apart or len(parts) == 1 else ""
        keys = tuple(one.label.key for one in columns)
        yield Laid(
            rows.table(title_of(layout, found.survey, group), heads), rows.units, (), keys, group
        )


def _sums_part(layout: TableLayout, parts: Sequence[Part]) -> bool:
    """Whether a group has a sum row of its own."""
    return layout.sums.of_groups and (len(parts) > 1 or not layout.sums.of_all)


def _head(found: Catalogue, item: Item) -> Head:
    if item.parts:
        return Head(item.text, tuple(_head(found, part) for part in item.parts))
    return found.columns[item.key].headed(item.text)


class _Rows:
    """The rows of one table while it is built."""

    def __init__(self, layout: TableLayout, columns: Sequence[StatColumn]) -> None:
        self._layout, self._columns = layout, columns
        self._rows: list[Row] = []
        self._units: list[int] = []
        self._strong: set[int] = set()
        self._serial = 0
        names = [one.label.key for one in columns]
        self._named = next((names.index(key) for key in (UNIT, SHORT, GROUP) if key in names), 0)

    @property
    def units(self) -> tuple[int, ...]:
        """Whose each row is; 0 for sums."""
        return tuple(self._units)

    def add_part(self, part: Part, *, summed: bool) -> None:
        """Rows of units, and their sum where it is wanted."""
        for unit in part.units:
            self._serial += 1
            self._rows.append(tuple(self._cell(column, unit) for column in self._columns))
            self._units.append(unit.unit.unit.id)
        if summed:
            apart = self._layout.split is not Split.TOGETHER
            self.add_sum("合计" if apart else f"{part.name}小计", part.units)

    def add_sum(self, name: str, units: Sequence[UnitFigures]) -> None:
        """A row of sums."""
        row: list[Value] = [
            cell(self._layout, column, column.total(units) if column.total else None)
            for column in self._columns
        ]
        row[self._named] = name
        self._strong.add(len(self._rows))
        self._rows.append(tuple(row))
        self._units.append(0)

    def table(self, title: str, heads: tuple[Head, ...]) -> StatTable:
        """The table so far."""
        legend = legend_of(one.label.key for one in self._columns)
        return StatTable(title, heads, tuple(self._rows), legend, frozenset(self._strong))

    def _cell(self, column: StatColumn, unit: UnitFigures) -> Value:
        if column.label.key == SERIAL:
            return self._serial
        return cell(self._layout, column, column.value(unit))
