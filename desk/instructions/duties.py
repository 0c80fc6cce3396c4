"""What instructions ask of the desk: hand over, chase, report up, close (批示的待办)."""

from collections.abc import Iterator
from datetime import date, datetime, time

from desk.agenda.duty import Duty, Field, Ground
from desk.calendar import add_working_days
from desk.instructions.instruction import Instruction
from desk.instructions.reporting import with_reports
from desk.instructions.rules import InstructionRules
from desk.office_clock import day_of, moment_at
from desk.repositories.matters import OPEN
from desk.terms import CLOSING

_TITLE = 24  # characters of an item's title in a line


def duties(ground: Ground) -> Iterator[Duty]:
    """Everything still open about instructions."""
    rules = ground.work.matters.policy(InstructionRules())
    for one in with_reports(ground.work, ground.work.matters.all(Instruction, OPEN)):
        if one.is_awaited:
            yield _awaited(ground, one, rules)
        elif not one.assignments or one.unhanded:
            yield _handing(ground, one, rules)
        elif one.owing:
            yield from _feedback(ground, one)
        elif one.reported is None and _wants_report(one):
            yield _report(ground, one, rules)
        else:
            yield _closing(ground, one, rules)


def _awaited(ground: Ground, one: Instruction, rules: InstructionRules) -> Duty:
    """Chased once the leader has had it for some days, and again so many days after each call."""
    since = one.submitted or one.day
    last = max((day_of(call.when) for call in one.reminders), default=since)
    due = _end(ground, max(since, last), rules.awaiting_days)
    return _duty(
        one, f"awaited:{due:%Y-%m-%d}", f"请{one.leader}批示，还没有批，要催批", due, who=one.leader
    )


def _handing(ground: Ground, one: Instruction, rules: InstructionRules) -> Duty:
    start = day_of(one.received) if one.received else one.day
    due = _end(ground, start, rules.hand_over_days)
    return _duty(one, "hand-over", f"{one.leader}批示还没有交办", due)


def _feedback(ground: Ground, one: Instruction) -> Iterator[Duty]:
    """One line for the units that owe by the same time."""
    for due in sorted({task.due for task in one.owing if task.due is not None}):
        units = tuple(task.unit_id for task in one.owing if task.due == due)
        names = "、".join(ground.named(unit_id) for unit_id in units)
        what = f"{one.leader}批示，{names}要反馈"
        yield _duty(one, f"feedback:{due:%Y-%m-%dT%H:%M}", what, due, who=names, unit_ids=units)


def _report(ground: Ground, one: Instruction, rules: InstructionRules) -> Duty:
    last = max((task.answered for task in one.assignments if task.answered), default=None)
    due = _end(ground, day_of(last) if last else one.day, rules.report_days)
    what = "反馈稿没有报出" if one.feedback_id else "反馈稿还没有起草"
    return _duty(one, "report", f"{one.leader}批示已反馈，{what}", due)


def _closing(ground: Ground, one: Instruction, rules: InstructionRules) -> Duty:
    since = one.reported or max(
        (task.handed for task in one.assignments if task.handed), default=one.received
    )
    due = _end(ground, day_of(since) if since else one.day, rules.closing_days)
    return _duty(one, "closing", f"{one.leader}批示可以办结", due)


def _wants_report(one: Instruction) -> bool:
    """Whether the leader is to be told: not where units were only to know of it."""
    return any(task.due is not None for task in one.assignments)


def _end(ground: Ground, start: date, days: int) -> datetime:
    """The closing time of so many working days after a day."""
    return moment_at(add_working_days(start, days, ground.specials), CLOSING)


def _duty(
    one: Instruction,
    key: str,
    text: str,
    due: datetime,
    *,
    who: str = "",
    unit_ids: tuple[int, ...] = (),
) -> Duty:
    title = one.title if len(one.title) <= _TITLE else f"{one.title[:_TITLE]}…"
    return Duty(
        key=f"{one.subject}:{key}",
        field=Field.INSTRUCTION,
        text=f"{text}：“{title}”",
        shown=moment_at(day_of(due), time.min),
        due=due,
        who=who,
        target=one.subject,
        unit_ids=unit_ids,
    )
