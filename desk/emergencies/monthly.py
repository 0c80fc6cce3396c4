"""Statistics of emergencies over some days: by category, grade, unit and month."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from desk.emergencies.breaching import disclosure
from desk.emergencies.emergency import Breach, Emergency, Grade, Outcome, ReportKind
from desk.repositories.matters import MatterQuery
from desk.stat_table import Head, StatTable, Value
from desk.store import Work


class By(StrEnum):
    """What the rows are."""

    CATEGORY = "类别"
    GRADE = "等级"
    UNIT = "单位"
    MONTH = "月份"


_HEADS = (
    Head("件数"),
    Head("报送", tuple(Head(kind) for kind in ReportKind)),
    Head("单位报送情况", (*(Head(one) for one in Outcome), Head("不计"))),
    Head("网上先披露", width=10),
    Head("本办迟报", width=9),
)


def monthly(
    work: Work, first: date, last: date, by: By, names: Mapping[int, str] | None = None
) -> StatTable:
    """The table of some days; without emergencies it has the sums alone."""
    held = work.matters.all(Emergency, MatterQuery(first, last))
    named = names or {unit.id: unit.short for unit in work.registry.units()}
    groups = _grouped(held, by, named)
    rows: list[tuple[Value, ...]] = [(name, *_figures(found)) for name, found in groups]
    sums: tuple[Value, ...] = ("合计", *_figures(held))
    title = f"紧急信息统计表（按{by}，{_span(first, last)}）"
    heads = (Head(by, width=16, left=True), *_HEADS)
    return StatTable(title, heads, (*rows, sums), strong=frozenset({len(rows)}))


def _grouped(
    held: Sequence[Emergency], by: By, names: Mapping[int, str]
) -> list[tuple[str, list[Emergency]]]:
    key: dict[By, Callable[[Emergency], str]] = {
        By.CATEGORY: lambda one: one.category or "未分类",
        By.GRADE: lambda one: one.grade,
        By.UNIT: lambda one: names.get(one.reporter_id, "没有单位报告"),
        By.MONTH: lambda one: f"{one.day.year}年{one.day.month:02}月",
    }
    found: dict[str, list[Emergency]] = {}
    for one in held:
        found.setdefault(key[by](one), []).append(one)
    if by is By.GRADE:
        return [(grade, found[grade]) for grade in Grade if grade in found]
    if by is By.MONTH:
        return sorted(found.items())
    return sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))


def _figures(held: Sequence[Emergency]) -> tuple[Value, ...]:
    reports = [report.kind for one in held for report in one.reports]
    units = [breach for one in held for breach in one.breaches if breach.unit_id]
    return (
        len(held),
        *(reports.count(kind) for kind in ReportKind),
        *(_outcomes(units, outcome) for outcome in Outcome),
        sum(one.is_declined for one in units),
        sum(bool(disclosure(one)) for one in held),
        sum(any(not each.unit_id for each in one.breaches) for one in held),
    )


def _outcomes(units: Iterable[Breach], outcome: Outcome) -> int:
    return sum(one.outcome is outcome and not one.is_declined for one in units)


def _span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month) and first.day == 1:
        return f"{first.year}年{first.month}月"
    return f"{first:%Y-%m-%d}至{last:%Y-%m-%d}"
