"""截至交接时的数字: drafts, issues with their last numbers, closings, the ledger."""

from collections.abc import Sequence
from datetime import date, datetime

from desk.issues import IssueStatus, Series
from desk.layout.document_parts import Part
from desk.office_clock import day_of
from desk.stat_table import Head, StatTable, Value
from desk.store import Work

_HEADS = (Head("项目", width=26, left=True), Head("数字", width=60, left=True))
_ISSUES = (
    Head("刊物", width=28, left=True),
    Head("最近一期", width=16),
    Head("总期号", width=12),
    Head("日期", width=18),
    Head("在编", width=10),
)


def tables(work: Work, now: datetime) -> Sequence[Part]:
    """What both sign for."""
    counts = work.drafts.counts()
    held = [one for one in work.closings.holding() if one.first.month == one.last.month]
    facts = work.ledger.between(date(day_of(now).year, 1, 1), day_of(now))
    rows: tuple[tuple[Value, ...], ...] = (
        ("来稿合计", f"{sum(counts.values())} 篇"),
        (
            "按状态",
            "、".join(f"{status.value} {count}" for status, count in counts.items() if count),
        ),
        ("已结账到", f"{held[-1].name}" if held else "还没有结过账"),
        ("本年台账", f"{len(facts)} 条"),
        ("单位", f"{sum(one.active for one in work.registry.units())} 个"),
        ("操作记录", f"{work.audit.last_id()} 条"),
    )
    issues = tuple(_issues(work))
    last = [StatTable("各刊物编号", _ISSUES, issues)] if issues else []
    return [StatTable("总数", _HEADS, rows), *last]


def _issues(work: Work) -> list[tuple[Value, ...]]:
    numbered, rows = work.issues.numbered(), list[tuple[Value, ...]]()
    for publication in work.catalogue.publications():
        mine = [one for one in numbered if one.publication_id == publication.id]
        done = [one for one in mine if one.status is not IssueStatus.OPEN]
        plain = [one for one in done if one.series is Series.REGULAR]
        if mine:
            last = max(plain or done or mine, key=lambda one: (one.day, one.number))
            number = f"第{last.number}期" if done else "还没有印发"
            total = last.total or None
            rows.append(
                (publication.name, number, total, last.day, sum(one not in done for one in mine))
            )
    return rows
