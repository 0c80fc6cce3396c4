"""The score table (排名表) with every point explained (得分明细), as .xlsx."""

from collections.abc import Iterator
from decimal import Decimal

from desk.reports.bullet_rows import summary
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
    Column("备注", 10),
)
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
)


def score_workbook(table: ScoreTable) -> bytes:
    """Write the ranking of all groups and, on a second sheet, the lines behind every point."""
    basis = "、".join(table.schemes) or "没有生效的计分办法"
    return workbook_bytes(
        (
            Sheet("排名表", f"信息得分排名（{summary(table)}）", _RANKING, _ranking(table)),
            Sheet("得分明细", f"得分明细（{basis}）", _LINES, _lines(table)),
        )
    )


def _ranking(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for group in table.groups:
        for item in group.units:
            yield (
                group.group.name,
                item.rank,
                item.unit.name,
                item.points,
                item.submitted,
                item.adopted,
                _part(item.rate),
                item.quota,
                _part(item.completion),
                _part(item.pace),
                item.behind or None,
                "挂零" if item.zero else None,
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
                )


def _part(percent: Decimal | None) -> Decimal | None:
    """A percentage as Excel keeps it."""
    return None if percent is None else percent / 100
