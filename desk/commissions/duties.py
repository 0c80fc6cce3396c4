"""What of commissions is owed when: notices to send, answers due, results to confirm."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.commissions.commission import Commission, Task
from desk.commissions.moments import moment_words
from desk.office_clock import day_of, moment_at, office_time
from desk.repositories.matters import OPEN

_NAMED = 4  # units by name in one line
_LATE = Together("{} 件约稿有单位逾期未报", "tasks", "约稿/逾期")
_OWED = Together("{} 件约稿今天到期，还有单位没有报", "tasks", "约稿/今天到期")
_CONFIRM = Together("{} 件约稿的结果待确认、待办结", "tasks", "约稿/待定结果")


def duties(ground: Ground) -> Iterator[Duty]:
    """Every open duty of every open commission."""
    for one in ground.work.matters.all(Commission, OPEN):
        if one.issued is None:
            yield _unsent(one)
        elif one.closed is None:
            yield from _owed(ground, one)
            yield from _promised(ground, one)
            yield from _to_confirm(one)
        yield from _upwards(one)


def _unsent(one: Commission) -> Duty:
    text = f"约稿通知“{one.title}”还没有发出"
    return Duty(
        f"{one.subject}:unsent", Field.COMMISSION, text, moment_at(one.day), target=one.subject
    )


def _owed(ground: Ground, one: Commission) -> Iterator[Duty]:
    """What is overdue in one line, then a line for each day on which more is due."""
    late: list[Task] = []
    by_day: defaultdict[date, list[Task]] = defaultdict(list)
    for task in one.tasks:
        if task.is_waiting:
            due = one.due_of(task)
            (late if due < ground.now else by_day[day_of(due)]).append(task)
    if late:
        yield _answers(ground, one, late, "逾期未报")
    for _day, tasks in sorted(by_day.items()):
        yield _answers(ground, one, tasks, "未报")


def _answers(ground: Ground, one: Commission, tasks: Sequence[Task], state: str) -> Duty:
    due = max(one.due_of(task) for task in tasks)
    first = min(one.due_of(task) for task in tasks)
    # the same key while it is due and when it is late: it is the same thing
    key = f"{one.subject}:due:{office_time(due):%Y-%m-%dT%H:%M}"
    names = _names(ground, tasks)
    text = f"{one.name}：{len(tasks)} 家{state}（{moment_words(first)}前）"
    return Duty(
        key,
        Field.COMMISSION,
        text,
        moment_at(day_of(first)),
        first,
        names,
        target=one.subject,
        unit_ids=tuple(task.unit_id for task in tasks),
        together=_LATE if first < ground.now else _OWED,
    )


def _promised(ground: Ground, one: Commission) -> Iterator[Duty]:
    """What units have said on the telephone that they would send by a day."""
    by_day: dict[date, list[Task]] = {}
    for task in one.tasks:
        said = task.calls[-1].promised if task.calls else None
        if task.is_waiting and said:
            by_day.setdefault(said, []).append(task)
    for day, tasks in sorted(by_day.items()):
        text = f"{one.name}：{len(tasks)} 家答应{day.month}月{day.day}日报"
        yield Duty(
            f"{one.subject}:promised:{day:%Y-%m-%d}",
            Field.COMMISSION,
            text,
            moment_at(day),
            moment_at(day + timedelta(1)),
            _names(ground, tasks),
            target=one.subject,
            unit_ids=tuple(task.unit_id for task in tasks),
        )


def _to_confirm(one: Commission) -> Iterator[Duty]:
    """The day after the last unit's time: results, then 办结; late answers at once."""
    from desk.commissions.results import (  # noqa: PLC0415 - heavy at every start
        is_outdated,
        unsettled,
    )

    outdated = [task for task in one.tasks if is_outdated(task)]
    if outdated:
        text = f"{one.name}：{len(outdated)} 家记了未报后又报来，结果要更正"
        came = max((task.answered for task in outdated if task.answered), default=one.due)
        key = f"{one.subject}:correct:{len(outdated)}"
        yield Duty(key, Field.COMMISSION, text, came, target=one.subject)
    last = max((one.due_of(task) for task in one.tasks if not task.exempt), default=one.due)
    left = len(unsettled(one))
    text = f"{one.name}：{left} 家的结果待确认" if left else f"{one.name}：结果齐了，可以办结"
    key = f"{one.subject}:{'confirm' if left else 'close'}"
    shown = moment_at(day_of(last) + timedelta(1))
    yield Duty(key, Field.COMMISSION, text, shown, target=one.subject, together=_CONFIRM)


def _upwards(one: Commission) -> Iterator[Duty]:
    """The one reply to the upper level that asked us."""
    upper = one.upper
    if upper and upper.due and one.owes_reply:
        text = f"{one.name}：{upper.asked_by}约的稿，我们要在{moment_words(upper.due)}前报"
        key = f"{one.subject}:upper:{day_of(upper.due):%Y-%m-%d}"
        shown = moment_at(day_of(upper.due))
        yield Duty(key, Field.COMMISSION, text, shown, upper.due, target=one.subject)


def _names(ground: Ground, tasks: Sequence[Task]) -> str:
    names = [ground.named(task.unit_id) for task in tasks]
    more = f"等 {len(names)} 家" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + more
