"""Instructions as lists tell them: in words, with the units by their short names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.booking import facts_standing
from desk.clocks import state
from desk.instructions.instruction import Assignment, Instruction, State
from desk.instructions.reporting import with_reports
from desk.office_clock import day_of
from desk.repositories.matters import EVERY, MatterQuery
from desk.store import Work


@dataclass(frozen=True, slots=True)
class InstructionRow:
    """What the list shows of one; ``due`` is the earliest limit that is still owed."""

    instruction: Instruction
    state: State
    units: str
    due: datetime | None = None
    clock: str = ""  # 余 3 小时, 超 2 天
    account: str = ""  # what became of it in the ledger

    @property
    def who(self) -> str:
        """The leader with level and rank."""
        one = self.instruction
        return f"{one.leader}（{one.level}{one.rank}）" if one.level or one.rank else one.leader


def rows(work: Work, now: datetime, query: MatterQuery = EVERY) -> list[InstructionRow]:
    """The instructions that fit a query: what presses first, then the newest."""
    shorts = {one.id: one.short for one in work.registry.units()}
    found = with_reports(work, work.matters.all(Instruction, query))
    standing = _standing(work, found)
    return sorted((_row(one, shorts, now, _account(one, standing)) for one in found), key=_order)


def row_of(work: Work, instruction_id: int, now: datetime) -> InstructionRow:
    """One instruction. Raises NotFoundError."""
    shorts = {one.id: one.short for one in work.registry.units()}
    found = with_reports(work, [work.matters.get(Instruction, instruction_id)])
    return _row(found[0], shorts, now, _account(found[0], _standing(work, found)))


def days_between(first: date | datetime | None, last: datetime | None) -> int | None:
    """Whole days between two moments, never below 0; None where one is missing."""
    if first is None or last is None:
        return None
    start = day_of(first) if isinstance(first, datetime) else first
    return max(0, (day_of(last) - start).days)


def handed_at(one: Instruction) -> datetime | None:
    """When it was handed over first."""
    return min((task.handed for task in one.assignments if task.handed), default=None)


def answered_at(one: Instruction) -> datetime | None:
    """When the last feedback came; None while one is still owed."""
    asked = [task for task in one.assignments if task.due is not None]
    times = [task.answered for task in asked if task.answered]
    return max(times) if times and len(times) == len(asked) else None


def task_words(task: Assignment, now: datetime) -> str:
    """What became of a unit's task: 余 2 天, 超 1 天, 按时反馈, 逾期反馈, 知悉."""
    if task.handed is None:
        return "未交办"
    if task.due is None:
        return "知悉"
    if task.answered is None:
        return state(task.due, now).words
    return "逾期反馈" if task.is_late(now) else "按时反馈"


def _row(
    one: Instruction, shorts: Mapping[int, str], now: datetime, account: str
) -> InstructionRow:
    due = min((task.due for task in one.owing if task.due), default=None)
    lead = sorted(one.assignments, key=lambda task: not task.leads)
    names = "、".join(shorts.get(task.unit_id, "（已删除）") for task in lead)
    clock = state(due, now).words if due and one.closed is None else ""
    return InstructionRow(one, one.state(now), names, due, clock, account)


def _account(one: Instruction, standing: frozenset[str]) -> str:
    if one.booked:
        return "已记分" if one.booked in standing else "台账里已收回"
    return "不记分" if one.declined else ""


def _standing(work: Work, found: Iterable[Instruction]) -> frozenset[str]:
    """The sources of ours whose facts stand; those of drafts are read together."""
    booked = [one for one in found if one.booked]
    facts = work.ledger.of_items({one.item_id for one in booked if one.item_id}, date.min)
    gone = {fact.reverses for fact in facts}
    held = {fact.source for fact in facts if not fact.reverses and fact.id not in gone}
    apart = (one.booked for one in booked if not one.item_id)
    return frozenset(held | {source for source in apart if facts_standing(work, source)})


_PRESSING = (
    State.OVERDUE,
    State.PENDING,
    State.AWAITED,
    State.RUNNING,
    State.ANSWERED,
    State.CLOSED,
)


def _order(row: InstructionRow) -> tuple[int, float, int]:
    due = row.due.timestamp() if row.due else 0.0
    return _PRESSING.index(row.state), due, -row.instruction.day.toordinal()
