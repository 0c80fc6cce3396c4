"""How a commission and the units asked stand at a moment (已报、未报、逾期、延期、免报)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.commissions.commission import Commission, Outcome, Task
from desk.office_clock import day_of


class TaskState(StrEnum):
    """How one unit stands."""

    OVERDUE = "逾期"
    WAITING = "未报"
    EXTENDED = "延期"
    LATE = "逾期报"
    ANSWERED = "已报"
    EXEMPT = "免报"
    NONE = "未报（已定）"


class Stage(StrEnum):
    """How the whole stands."""

    UNSENT = "未发出"
    OVERDUE = "逾期"
    TODAY = "今天到期"
    RUNNING = "未到期"
    TO_CONFIRM = "待定结果"
    CLOSED = "已办结"
    WITHDRAWN = "已撤回"


@dataclass(frozen=True, slots=True)
class Count:
    """How many units were asked (exempt ones apart), have answered, and are overdue."""

    asked: int
    answered: int
    overdue: int
    exempt: int

    @property
    def words(self) -> str:
        """12/38 已报，3 家逾期."""
        late = f"，{self.overdue} 家逾期" if self.overdue else ""
        free = f"，{self.exempt} 家免报" if self.exempt else ""
        return f"{self.answered}/{self.asked} 已报{late}{free}"


def has_answered(task: Task) -> bool:
    """Whether an answer came, or was confirmed to have come."""
    came = task.outcome not in (None, Outcome.NONE)
    return bool(task.drafts or task.answered or came)


def task_state(commission: Commission, task: Task, now: datetime) -> TaskState:
    """How a unit stands."""
    if task.exempt:
        return TaskState.EXEMPT
    if has_answered(task):
        return TaskState.LATE if is_late(commission, task) else TaskState.ANSWERED
    if task.outcome is Outcome.NONE:
        return TaskState.NONE
    if now > commission.due_of(task):
        return TaskState.OVERDUE
    return TaskState.EXTENDED if task.due else TaskState.WAITING


def is_late(commission: Commission, task: Task) -> bool:
    """Whether its answer came after its time, as confirmed or else by the clock."""
    if task.outcome:
        return task.outcome is Outcome.LATE
    return bool(task.answered and task.answered > commission.due_of(task))


def count(commission: Commission, now: datetime) -> Count:
    """The units counted by their states."""
    states = [task_state(commission, one, now) for one in commission.tasks]
    free = states.count(TaskState.EXEMPT)
    answered = states.count(TaskState.ANSWERED) + states.count(TaskState.LATE)
    return Count(len(states) - free, answered, states.count(TaskState.OVERDUE), free)


def stage(commission: Commission, now: datetime) -> Stage:
    """How the whole stands."""
    if commission.withdrawn:
        return Stage.WITHDRAWN
    if commission.closed:
        return Stage.CLOSED
    return Stage.UNSENT if commission.issued is None else _running(commission, now)


def _running(commission: Commission, now: datetime) -> Stage:
    waiting = [commission.due_of(one) for one in commission.tasks if one.is_waiting]
    if not waiting:
        return Stage.TO_CONFIRM
    first = min(waiting)
    if first < now:
        return Stage.OVERDUE
    return Stage.TODAY if day_of(first) <= day_of(now) else Stage.RUNNING


def next_due(commission: Commission) -> datetime:
    """When the first of the units that still owe it is due; the last of all where none does."""
    waiting = [commission.due_of(one) for one in commission.tasks if one.is_waiting]
    ends = [commission.due_of(one) for one in commission.tasks if not one.exempt]
    return min(waiting) if waiting else max(ends, default=commission.due)
