"""Tables that put units with the same figure in one row: 12 条：县教育局、县水利局（各12条）."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.column import About, StatColumn
from desk.reports.statistics.layout import Split, TableLayout
from desk.reports.statistics.notes import title_of
from desk.reports.statistics.parts import Laid, Part, leaves, parts_of
from desk.reports.statistics.portions import UnitFigures
from desk.stat_table import Head, StatTable, Value, text_of

_POINTS = (About.POINTS, About.YEAR, About.COMPARED)


def by_figures(found: Catalogue, layout: TableLayout) -> Iterator[Laid]:
    """The most first; one table, or one a group."""
    first = next(leaves(found, found.expanded(layout)), None)
    if first is None:
        return
    column, parts = first.column, parts_of(found, layout)
    apart = layout.split is Split.APART
    tables = [(part,) for part in parts] if apart else [parts]
    for at, held in enumerate(tables):
        grouped = len(held) > 1
        rows = [row for part in held for row in _rows(column, part, layout)]
        if at == len(tables) - 1 and layout.sums.of_all:
            rows.append(_sum("总计" if len(parts) > 1 else "合计", column, found.units))
        strong = frozenset(number for number, row in enumerate(rows) if row.is_sum)
        title = title_of(layout, found.survey, held[0].name if len(held) == 1 else "")
        cells = tuple(row.cells(grouped=grouped) for row in rows)
        heads = _heads(first.path[-1], column, grouped=grouped)
        name = held[0].name if len(held) == 1 else ""
        yield Laid(StatTable(title, heads, cells, strong=strong), (0,) * len(rows), name=name)


@dataclass(frozen=True, slots=True)
class _Row:
    """Units with one figure, or a sum."""

    group: str
    figure: Value
    units: int
    text: str
    is_sum: bool = False

    def cells(self, *, grouped: bool) -> tuple[Value, ...]:
        """Its cells; the name of a sum stands where there is room."""
        if not grouped:
            return self.figure, self.units, self.group if self.is_sum else self.text
        return self.group, self.figure, self.units, self.text or None


def _rows(column: StatColumn, part: Part, layout: TableLayout) -> Iterator[_Row]:
    """The units of a group by their figure, the most first, those without one at the end."""
    held: defaultdict[Value, list[UnitFigures]] = defaultdict(list)
    for one in part.units:
        held[column.value(one)].append(one)
    for value in sorted(held, key=_falling):
        yield _Row(part.name, value, len(held[value]), _told(column, value, held[value]))
    if layout.sums.of_groups:
        yield _sum(f"{part.name}小计" if part.name else "合计", column, part.units)


def _falling(value: Value) -> tuple[bool, Decimal, str]:
    if isinstance(value, Decimal | int):
        return False, -Decimal(value), ""
    return value is None, Decimal(0), str(value)


def _told(column: StatColumn, value: Value, units: Sequence[UnitFigures]) -> str:
    names = "、".join(one.unit.unit.short or one.unit.unit.name for one in units)
    if value is None or not isinstance(value, Decimal | int):
        return names
    measure = "" if column.shown.endswith("%") else _measure(column)
    each = "各" if len(units) > 1 else ""
    return f"{names}（{each}{text_of(value, column.head)}{measure}）"


def _measure(column: StatColumn) -> str:
    return "分" if column.label.about in _POINTS or "分" in column.label.name else "条"


def _sum(name: str, column: StatColumn, units: Sequence[UnitFigures]) -> _Row:
    total = column.total(units) if column.total else None
    return _Row(name, total, len(units), "", is_sum=True)


def _heads(name: str, column: StatColumn, *, grouped: bool) -> tuple[Head, ...]:
    figure = Head(name, width=max(column.width, 10), shown=column.shown)
    heads = figure, Head("单位个数", width=10), Head("单位", width=70, left=True)
    return (Head("分组", width=20, left=True), *heads) if grouped else heads
