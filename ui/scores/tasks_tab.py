"""任务: every task of every period, whether it was done and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from typing_extensions import override

from desk.scoring.figures import printed
from desk.scoring.numerals import fraction_written
from desk.scoring.results import ScoreTable, TaskResult
from desk.units import Unit
from ui import style
from ui.lists.column import Column
from ui.scores.list_tab import ListTab


@dataclass(frozen=True, slots=True)
class UnitTask:
    """A task of a unit."""

    unit: Unit
    task: TaskResult


def _state(row: UnitTask) -> str:
    if row.task.done:
        return "◆ 完成"
    return "… 未到期" if row.task.points is None else "▼ 未完成"


def _colour(row: UnitTask) -> str | None:
    return style.RED if not row.task.done and row.task.points is not None else None


def _points(row: UnitTask) -> str:
    return "" if row.task.points is None else printed(row.task.points)


class TasksTab(ListTab[UnitTask]):
    """The newest period first, as the scheme has its tasks."""

    title = "任务"
    heading = "任务完成情况"
    empty = "没有任务\n\n在“资料 → 计分办法”的“任务”表里写上，完成情况就列在这里"
    columns = (
        Column("unit", "单位", lambda row: row.unit.short, 130, tip=lambda row: row.unit.name),
        Column("name", "任务", lambda row: row.task.name, 140),
        Column("period", "周期", lambda row: row.task.period, 130, sort=lambda row: row.task.first),
        Column(
            "target", "目标", lambda row: fraction_written(row.task.target), 72,
            sort=lambda row: row.task.target, right=True,
        ),
        Column(
            "reached", "完成数", lambda row: fraction_written(row.task.reached), 72,
            sort=lambda row: row.task.reached, right=True,
        ),
        Column("state", "情况", _state, 92, colour=_colour),
        Column("points", "得分", _points, 72, sort=lambda row: row.task.points or 0, right=True),
        Column("text", "怎样算的", lambda row: row.task.text, 300, tip=lambda row: row.task.text),
    )  # fmt: skip

    @override
    def rows(self, table: ScoreTable) -> Iterator[UnitTask]:
        found = [UnitTask(score.unit, task) for score in table.units for task in score.tasks]
        found.sort(key=lambda row: row.task.first, reverse=True)
        return iter(found)

    @override
    def unit_of(self, row: UnitTask) -> Unit:
        return row.unit
