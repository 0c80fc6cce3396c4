"""Further sheets of the score workbook: tasks, persons, prizes."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from desk.reports.workbook import Column, Sheet, Value
from desk.scoring.figures import CENT, rounded
from desk.scoring.results import ScoreTable

_TASKS = (
    Column("分组", 26),
    Column("单位", 28),
    Column("任务", 18),
    Column("时段", 16),
    Column("起", 12),
    Column("止", 12),
    Column("目标", 10),
    Column("完成", 10),
    Column("结果", 10, centred=True),
    Column("得分", 8),
    Column("说明", 50),
)
_PEOPLE = (
    Column("名次", 7, centred=True),
    Column("姓名", 12),
    Column("单位", 28),
    Column("得分", 10),
    Column("报送条数", 10),
    Column("采用条数", 10),
)
_PRIZES = (
    Column("等次", 12),
    Column("标题", 46),
    Column("单位", 40),
    Column("日期", 12),
    Column("说明", 40),
)


def further_sheets(table: ScoreTable) -> Iterator[Sheet]:
    """任务, 个人 and 单篇奖, each where there is something to tell."""
    if any(unit.tasks for unit in table.units):
        yield Sheet("任务", "任务完成情况", _TASKS, _tasks(table))
    if table.people:
        yield Sheet("个人", "个人得分（单位得分里由作者分的）", _PEOPLE, _people(table))
    if table.prizes:
        yield Sheet("单篇奖", "单篇奖", _PRIZES, _prizes(table))


def whole(value: Fraction) -> Decimal:
    """A fraction as a sheet can hold it, to the hundredth."""
    return rounded(value, CENT)


def _tasks(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for group in table.groups:
        for item in group.units:
            for task in item.tasks:
                open_yet = task.points is None
                yield (
                    group.group.name,
                    item.unit.name,
                    task.name,
                    task.period,
                    task.first,
                    task.last,
                    whole(task.target),
                    whole(task.reached),
                    "完成" if task.done else "未到期" if open_yet else "没完成",
                    task.points,
                    task.text,
                )


def _people(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for one in table.people:
        yield (one.rank, one.name, one.unit.name, one.points, one.submitted, one.adopted)


def _prizes(table: ScoreTable) -> Iterator[tuple[Value, ...]]:
    for one in table.prizes:
        units = "、".join(unit.name for unit in one.units)
        yield (one.prize, one.title, units, one.day, one.why)
