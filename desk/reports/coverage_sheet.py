"""The coverage map as an .xlsx workbook: what was sent, what adopted, who is silent, what lacks."""

from collections.abc import Callable, Sequence

from desk.reports.workbook import Column, Sheet, Value, workbook_bytes
from desk.surveys.coverage import Amount, Coverage

_NAME, _COUNT, _LONG = 34, 12, 60
_UNTIL = "今年没有报送"


def coverage_workbook(held: Coverage, title: str, groups: dict[int, str]) -> bytes:
    """Five sheets; ``groups`` are the names of the units' groups by their ids."""
    topics = held.topics
    return workbook_bytes(
        [
            _matrix(held, groups, "选题报送", f"{title}各选题报送条数", topics, _sent),
            _matrix(held, groups, "选题采用", f"{title}各选题采用条数", topics, _adopted),
            _months(held, groups, title),
            _silent(held, title),
            _neglected(held, title),
        ]
    )


def _sent(amount: Amount) -> int:
    return amount.sent


def _adopted(amount: Amount) -> int:
    return amount.adopted


def _matrix(
    held: Coverage,
    groups: dict[int, str],
    name: str,
    title: str,
    topics: Sequence[str],
    value: Callable[[Amount], int],
) -> Sheet:
    none = Amount()
    heads = [Column("分组", _NAME), Column("单位", _NAME)]
    heads += [Column(topic, max(_COUNT, 2 * len(topic) + 2)) for topic in topics]
    rows: list[list[Value]] = [
        [
            groups.get(one.group_id, ""),
            one.name,
            *(value(held.by_topic.get((one.id, topic), none)) for topic in topics),
            value(held.of_unit(one.id)),
        ]
        for one in held.units
    ]
    sums = [value(held.of_topic(topic)) for topic in topics]
    rows.append(["", "合计", *sums, value(held.total)])
    return Sheet(name, title, [*heads, Column("条数（每条算一次）", 20)], rows)


def _months(held: Coverage, groups: dict[int, str], title: str) -> Sheet:
    none = Amount()
    heads = [Column("分组", _NAME), Column("单位", _NAME)]
    for month in held.months:
        told = f"{month.year}年{month.month}月"
        heads += [Column(f"{told}报送", 18), Column(f"{told}采用", 18)]
    rows: list[list[Value]] = []
    for one in held.units:
        amounts = [held.by_month.get((one.id, month), none) for month in held.months]
        counts = [count for each in amounts for count in (each.sent, each.adopted)]
        rows.append([groups.get(one.group_id, ""), one.name, *counts])
    return Sheet("逐月", f"{title}逐月报送和采用条数", heads, rows)


def _silent(held: Coverage, title: str) -> Sheet:
    rows = [
        [one.unit.name, one.last.isoformat() if one.last else _UNTIL, one.exempt]
        for one in held.silent
    ]
    heads = [Column("单位", _NAME), Column("最近一次报送", 18), Column("免考核", 24)]
    return Sheet("沉默单位", f"{title}没有报送的单位", heads, rows)


def _neglected(held: Coverage, title: str) -> Sheet:
    rows: list[list[Value]] = [
        [
            one.topic,
            one.amount.sent,
            one.amount.adopted,
            "、".join(unit.short or unit.name for unit in one.askable),
        ]
        for one in held.neglected()
    ]
    heads = [
        Column("选题", _NAME),
        Column("报送", _COUNT),
        Column("采用", _COUNT),
        Column("今年写过的单位", _LONG),
    ]
    return Sheet("没有采用的选题", f"{title}没有采用的选题", heads, rows)
