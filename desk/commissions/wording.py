"""A commission as text to be pasted into the work group or a message (工作群)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from desk.commissions.commission import Commission, Task
from desk.commissions.moments import moment_words
from desk.commissions.standing import TaskState, task_state

_NAMED = 30  # units by name; more are said by their number


def group_text(commission: Commission, units: Sequence[str]) -> str:
    """What is said to all units at once, by their short names."""
    named = "、".join(units[:_NAMED]) + (f"等 {len(units)} 家" if len(units) > _NAMED else "")
    return "\n".join(
        (*_lines(commission, commission.due), f"约稿单位：{named}", "收到请回复，来稿请注明编号。")
    )


def unit_text(commission: Commission, task: Task, unit: str, now: datetime) -> str:
    """What is said to one unit: its own time, and that it has passed."""
    due = commission.due_of(task)
    part = [f"你单位承担：{task.part}"] if task.part else []
    lines = [f"{unit}：", *_lines(commission, due), *part]
    if task_state(commission, task, now) is TaskState.OVERDUE:
        return "\n".join((*lines, "时限已过，还没有收到你单位的信息，请抓紧报送。"))
    return "\n".join((*lines, "收到请回复，来稿请注明编号。"))


def _lines(commission: Commission, due: datetime) -> Iterator[str]:
    yield f"【信息约稿】{commission.number}".rstrip()
    yield f"题目：{commission.title}"
    if commission.wanted:
        yield f"类型：{commission.wanted}"
    if commission.points:
        yield "请着重写明："
        yield from (f"{at}．{text}" for at, text in enumerate(commission.points, 1))
    yield f"时限：{moment_words(due)}前"
    if commission.contact:
        yield f"联系人：{commission.contact}"
