"""The columns of the list of commissions, and of the units asked in one."""

from dataclasses import dataclass
from datetime import datetime

from desk.clocks import state
from desk.commissions.asked import AskedRow
from desk.commissions.commission import Commission
from desk.commissions.moments import brief_words
from desk.commissions.standing import Count, Stage, TaskState, count, next_due, stage
from ui import style
from ui.lists.column import Column

_RED = (Stage.OVERDUE, TaskState.OVERDUE, TaskState.NONE)
_AMBER = (Stage.TODAY, TaskState.EXTENDED, TaskState.LATE)
_GREEN = (TaskState.ANSWERED,)
_QUIET = (Stage.CLOSED, Stage.WITHDRAWN, TaskState.EXEMPT)
_ORDER = tuple(Stage)
_TASK_ORDER = tuple(TaskState)


@dataclass(frozen=True, slots=True)
class Row:
    """A commission as it stands at a moment."""

    commission: Commission
    stage: Stage
    count: Count
    due: datetime
    clock: str

    @property
    def words(self) -> str:
        """What is said of it in a line."""
        if self.stage is Stage.UNSENT:
            return f"未发出　{self.count.asked} 家"
        if self.stage in (Stage.CLOSED, Stage.WITHDRAWN, Stage.TO_CONFIRM):
            return f"{self.stage}　{self.count.words}"
        return self.count.words


def row_of(commission: Commission, now: datetime) -> Row:
    """How a commission stands now."""
    due = next_due(commission)
    at = stage(commission, now)
    runs = at in (Stage.OVERDUE, Stage.TODAY, Stage.RUNNING)
    return Row(commission, at, count(commission, now), due, state(due, now).words if runs else "")


def colour_of(at: Stage | TaskState) -> str | None:
    """The colour of a state."""
    for states, colour in (
        (_RED, style.RED),
        (_AMBER, style.AMBER),
        (_GREEN, style.GREEN),
        (_QUIET, style.MUTED),
    ):
        if at in states:
            return colour
    return None


def _stage_colour(row: Row) -> str | None:
    return colour_of(row.stage)


def _issued(row: Row) -> str:
    return f"{row.commission.day:%m-%d}" if row.commission.issued else "未发出"


COMMISSIONS: tuple[Column[Row], ...] = (
    Column("number", "编号", lambda one: one.commission.number, 146),
    Column(
        "title",
        "题目",
        lambda one: one.commission.title,
        220,
        tip=lambda one: one.commission.title,
        stretch=True,
    ),
    Column("issued", "发出", _issued, 64, sort=lambda one: one.commission.day),
    Column(
        "due",
        "时限",
        lambda one: brief_words(one.due),
        92,
        sort=lambda one: one.due,
        colour=_stage_colour,
    ),
    Column("clock", "还有", lambda one: one.clock, 88, lambda one: one.due, colour=_stage_colour),
    Column(
        "state",
        "进展",
        lambda one: one.words,
        184,
        sort=lambda one: (_ORDER.index(one.stage), one.due),
        colour=_stage_colour,
        tip=lambda one: one.words,
    ),
)


def _days(row: AskedRow) -> str:
    return row.clock.words if row.clock else ""


def _told(row: AskedRow) -> str:
    return row.task.exempt or row.task.remark


def _phone(row: AskedRow) -> str:
    """The number first: the column is narrow."""
    return f"{row.contact.phone} {row.contact.name}".strip()


def _called(row: AskedRow) -> str:
    call = row.last_call
    return f"{brief_words(call.when)} {call.said}".strip() if call else ""


def _came(row: AskedRow) -> str:
    return brief_words(row.task.answered) if row.task.answered else ""


def _state_colour(row: AskedRow) -> str | None:
    return colour_of(row.state)


ASKED: tuple[Column[AskedRow], ...] = (
    Column("unit", "单位", lambda one: one.unit.short, 92, tip=lambda one: one.unit.name),
    Column(
        "state",
        "状态",
        lambda one: one.state.value,
        62,
        sort=lambda one: (_TASK_ORDER.index(one.state), one.due),
        colour=_state_colour,
    ),
    Column("clock", "还有", _days, 82, sort=lambda one: one.due, colour=_state_colour),
    Column("result", "结果", lambda one: one.result, 108, tip=lambda one: one.result),
    Column("phone", "电话", _phone, 160, tip=_phone),
    Column("told", "缘由", _told, 120, tip=_told),
    Column("came", "报来", _came, 100, sort=_came),
    Column(
        "draft",
        "来稿",
        lambda one: "；".join(one.titles),
        200,
        tip=lambda one: "\n".join(one.titles),
    ),
    Column("call", "最近通话", _called, 160, tip=_called),
    Column(
        "due", "时限", lambda one: brief_words(one.due), 100, sort=lambda one: one.due, hidden=True
    ),
)
