"""Tables with units side by side and figures one below another (转置), in blocks of units."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from desk.reports.statistics.catalogue import Catalogue
from desk.reports.statistics.layout import Split, TableLayout
from desk.reports.statistics.notes import legend_of, title_of
from desk.reports.statistics.parts import Laid, Leaf, Part, cell, leaves, parts_of
from desk.reports.statistics.portions import UnitFigures
from desk.reports.statistics.sending_columns import GROUP, SERIAL, SHORT, UNIT
from desk.stat_table import Head, StatTable, Value

MOST = 20  # units side by side
_HEADS = (SERIAL, UNIT, SHORT, GROUP)  # what the heads say already
_LABEL_WIDTH = 20.0

Column = tuple[Head, Sequence[UnitFigures], int]  # its head, whose figures, and of which unit


def by_columns(found: Catalogue, layout: TableLayout) -> Iterator[Laid]:
    """One table where the units find room side by side, else blocks of about as many each."""
    rows = [
        one for one in leaves(found, found.expanded(layout)) if one.column.label.key not in _HEADS
    ]
    if not rows:
        return
    parts = parts_of(found, layout)
    groups: list[tuple[Part, ...]] = [parts]
    many = sum(len(part.units) for part in parts) > MOST
    if layout.split is Split.APART or (many and layout.split is Split.TOGETHER):
        groups = [(part,) for part in parts]
    whole = _whole(found, layout)
    for at, held in enumerate(groups):
        blocks = _blocks(held)
        for number, block in enumerate(blocks):
            ends, last = number == len(blocks) - 1, at == len(groups) - 1
            heads = _columns(block)
            if ends and layout.sums.of_groups and len(held) == 1 and (len(parts) > 1 or not whole):
                heads.append((Head("小计"), held[0].units, 0))
            if ends and last:
                heads += whole
            group = held[0].name if len(held) == 1 else ""
            title = title_of(layout, found.survey, group)
            part = f"（{number + 1}/{len(blocks)}）" if len(blocks) > 1 else ""
            laid = _table(layout, f"{title}{part}", rows, heads, named=_grouped(held))
            yield replace(laid, name=f"{group}{part}")


def _whole(found: Catalogue, layout: TableLayout) -> list[Column]:
    return [(Head("总计"), found.units, 0)] if layout.sums.of_all and found.units else []


def _grouped(parts: Sequence[Part]) -> tuple[tuple[str, int], ...]:
    """The groups above the columns with how many units each has; none where there is one."""
    return tuple((part.name, len(part.units)) for part in parts) if len(parts) > 1 else ()


def _blocks(parts: Sequence[Part]) -> list[list[UnitFigures]]:
    units = [unit for part in parts for unit in part.units]
    count = max(1, ceil(len(units) / MOST))
    size = ceil(len(units) / count) if units else 1
    return [units[at : at + size] for at in range(0, len(units), size)] or [[]]


def _columns(units: Sequence[UnitFigures]) -> list[Column]:
    return [
        (Head(one.unit.unit.short or one.unit.unit.name, width=9), (one,), one.unit.unit.id)
        for one in units
    ]


def _table(
    layout: TableLayout,
    title: str,
    rows: Sequence[Leaf],
    columns: Sequence[Column],
    named: tuple[tuple[str, int], ...],
) -> Laid:
    body = tuple(
        (_label(leaf.path), *(_value(layout, leaf, held, unit) for _head, held, unit in columns))
        for leaf in rows
    )
    heads = (Head("项目", width=_LABEL_WIDTH, left=True), *_under_groups(columns, named))
    keys = tuple(leaf.column.label.key for leaf in rows)
    shown = tuple(_format(leaf.column.shown) for leaf in rows)
    table = StatTable(title, heads, body, legend_of(keys), shown=shown)
    return Laid(table, (), (0, *(unit for _head, _held, unit in columns)), keys)


def _under_groups(
    columns: Sequence[Column], named: tuple[tuple[str, int], ...]
) -> tuple[Head, ...]:
    """The heads of columns, below those of their groups."""
    heads = [head for head, _held, _unit in columns]
    found: list[Head] = []
    for name, count in named:
        found.append(Head(name, tuple(heads[:count])))
        heads = heads[count:]
    return (*found, *heads)


def _value(layout: TableLayout, leaf: Leaf, held: Sequence[UnitFigures], unit_id: int) -> Value:
    column = leaf.column
    if unit_id:
        return cell(layout, column, column.value(held[0]))
    return cell(layout, column, column.total(held) if column.total else None)


def _label(path: Sequence[str]) -> str:
    return "：".join(path)


def _format(shown: str) -> str:
    return "" if shown == "General" else shown
