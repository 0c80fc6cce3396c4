"""The score table (排名表) with every point explained (得分明细), as .xlsx."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from desk.reports.score_columns import Extra, extras
from desk.reports.score_remarks import remarks
from desk.reports.score_sheets import further_sheets
from desk.reports.score_summary import summary
from desk.reports.workbook import Column, Sheet, Value, workbook_bytes
from desk.scoring.results import ScoreTable

_RANKING = (
    Column("分组", 26),
    Column("名次", 7, centred=True),
    Column("单位", 28),
    Column("得分", 10),
    Column("报送条数", 10),
    Column("采用条数", 10),
    Column("采用率", 10, "0.0%"),
    Column("目标分", 10),
    Column("完成率", 10, "0.0%"),
    Column("序时进度", 10, "0.0%"),
    Column("落后分值", 10),
)
_REMARKS = Column("备注", 24)
_LINES = (
    Column("分组", 26),
    Column("单位", 28),
    Column("日期", 12),
    Column("标题", 46),
    Column("刊物", 14),
    Column("栏目", 10),
    Column("计分项", 24),
    Column("得分", 8),
    Column("计分说明", 50),
    Column("分项", 10),
    Column("条款", 30),
)


def score_workbook(table: ScoreTable) -> bytes:
    """Write the ranking, the lines behind every point, and what else the scheme finds out."""
    basis = "、".join(table.schemes) or "没有生效的计分办法"
    more = extras(table)
    columns = (*_RANKING, *(one.column for one in more), _REMARKS)
    title = f"信息得分排名（{summary(table)}）"
    return workbook_bytes(
        (
            Sheet("排名表", title, columns, _ranking(table, more)),
            Sheet("得分明细", f"得分明细（{basis}）", _LINES, _lines(table)),
            *further_sheets(table),
        )
    )


def _ranking(table: ScoreTable, more: Sequence[Extra]) -> Iterator[tuple[Value, ...]]:
    for group in table.groups:
        for item in group.units:
            yield (
                group.group.name,
                item.rank or None,
                item.unit.name,
                item.points,
                item.submitted,
                item.adopted,
                _part(item.rate),
                item.quota,
                _part(item.completion),
                _part(item.pace),
                item.behind or None,
                *(one.value(item) for one in more),
                "；".join(remarks(item)) or None,
            )


def _lines(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for group in table.groups:
        for item in group.units:
            for line in item.lines:
                yield (
                    group.group.name,
                    item.unit.name,
                    line.day,
                    line.title,
                    line.publication,
                    line.section,
                    line.rule,
                    line.points,
                    line.text,
                    line.component,
                    line.clause,
                )


def _part(percent: Decimal | None) -> Decimal | None:
    """A percentage as Excel keeps it."""
    return None if percent is None else percent / 100
