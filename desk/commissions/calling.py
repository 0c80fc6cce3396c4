"""Use cases: telephone calls to units about what they owe, one for several commissions (催报)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from desk.auditing import By, note
from desk.commissions.changing import must_be_running, with_tasks
from desk.commissions.commission import Call, Commission, Task
from desk.commissions.rules import CommissionRules
from desk.due_words import read_due
from desk.errors import DeskError, FieldError, NotAllowedError
from desk.office_clock import day_of, moment_at
from desk.store import Store, Work
from desk.timing import calendar_of

LONGEST_SAID, LONGEST_NAME = 200, 40
OFTEN = 3  # so many calls in a row that nobody took stand out
_NOON = time(12)


class Answer(StrEnum):
    """What units say most, a key each."""

    WORKING = "正在办"
    TOMORROW = "明天报"
    MORE_TIME = "请求延期"
    NOBODY = "无人接听"
    UNKNOWN = "不掌握情况"


@dataclass(frozen=True, slots=True)
class Said:
    """One call as it is written down; ``promised`` is in words: 周五, 25日, 3天后."""

    unit_id: int
    commission_ids: tuple[int, ...]
    spoke_to: str = ""
    phone: str = ""
    said: str = ""
    promised: str = ""
    extends: bool = False  # until the day promised, with what was said as the reason


@dataclass(frozen=True, slots=True)
class Logged:
    """A call in the books: the commissions before it."""

    unit_id: int
    call: Call
    former: tuple[Commission, ...]


def log_call(store: Store, said: Said, *, by: By) -> Logged:
    """Write a call down at every commission it was about. Raises FieldError.

    Without words of their own the promised day is that of 明天报.
    """
    with store.begin() as work:
        call = _call(work, said, by)
        former = [work.matters.get(Commission, one) for one in said.commission_ids]
        if not former:
            raise NotAllowedError("没有选中这次电话要催的约稿。请至少选一件。")
        for one in former:
            _must_be_asked(one, said.unit_id)
            work.matters.save(_with(work, one, said, call, by), by)
            note(work, by, "电话催报", one.subject, _told(work, said.unit_id, call))
        return Logged(said.unit_id, call, tuple(former))


def take_back(store: Store, logged: Logged, *, by: By) -> None:
    """Undo a call: it goes from every commission, and the time given with it."""
    with store.begin() as work:
        for former in logged.former:
            now = work.matters.get(Commission, former.id)
            before = former.task_of(logged.unit_id)

            def edit(task: Task, before: Task | None = before) -> Task:
                left = tuple(one for one in task.calls if one != logged.call)
                due, remark = (before.due, before.remark) if before else (task.due, task.remark)
                return replace(task, calls=left, due=due, remark=remark)

            work.matters.save(with_tasks(now, [logged.unit_id], edit), by)
            told = _told(work, logged.unit_id, logged.call)
            note(work, by, "撤销电话催报", now.subject, told)


def calls_of(commissions: Iterable[Commission], unit_id: int) -> list[Call]:
    """The calls to a unit, the oldest first; one about several commissions once."""
    tasks = (one.task_of(unit_id) for one in commissions)
    found = {(one.when, one.who, one.said): one for task in tasks if task for one in task.calls}
    return sorted(found.values(), key=lambda one: one.when)


def unanswered(calls: Sequence[Call]) -> int:
    """How many of the last calls in a row nobody took."""
    taken = (at for at, one in enumerate(reversed(calls)) if not is_unanswered(one))
    return next(taken, len(calls))


def is_unanswered(call: Call) -> bool:
    """Whether nobody took a call."""
    return call.said.startswith(Answer.NOBODY)


def promised_day(words: str, now: datetime, work: Work) -> date | None:
    """The day that is meant, from today on; "" is none. Raises FieldError."""
    specials = calendar_of(work)
    try:
        moment = read_due(words, now, _NOON, specials)
    except DeskError as error:
        raise FieldError("promised", str(error)) from error
    if moment is None:
        return None
    day = day_of(moment)
    if day < day_of(now):
        raise FieldError("promised", f"答应的日子“{words}”已经过了。请写今天或以后的日子。")
    return day


def _call(work: Work, said: Said, by: By) -> Call:
    told, name = " ".join(said.said.split()), " ".join(said.spoke_to.split())
    if not told:
        raise FieldError("said", "请写上对方怎么说，或者按 1～5 选一句。")
    if len(told) > LONGEST_SAID:
        raise FieldError("said", f"记了 {len(told)} 个字，最多 {LONGEST_SAID} 个字。请改短。")
    if len(name) > LONGEST_NAME:
        raise FieldError("spoke_to", f"接话人最多 {LONGEST_NAME} 个字。请改短。")
    words = said.promised.strip() or ("明天" if told.startswith(Answer.TOMORROW) else "")
    day = promised_day(words, by.now, work)
    if said.extends and day is None:
        raise FieldError("promised", "同意延期要写明延到哪一天，例如“周五”。")
    return Call(by.now, by.who, name, said.phone.strip(), told, day)


def _with(work: Work, one: Commission, said: Said, call: Call, by: By) -> Commission:
    rules = work.matters.policy(CommissionRules())

    def edit(task: Task) -> Task:
        rung = replace(task, calls=(*task.calls, call))
        if not (said.extends and call.promised and task.is_waiting):
            return rung
        due = moment_at(call.promised, time(rules.hour))
        if due <= by.now:
            raise FieldError("promised", "同意延期要延到以后的时间，今天的时限已经过了。")
        return replace(rung, due=due, remark=call.said)

    return with_tasks(one, [said.unit_id], edit)


def _must_be_asked(one: Commission, unit_id: int) -> None:
    must_be_running(one)
    if one.task_of(unit_id) is None:
        raise NotAllowedError(f"{one.name}没有约这家单位。请刷新后再试。")


def _told(work: Work, unit_id: int, call: Call) -> str:
    """The call in the trail: 县教育局 陈立新：明天报（答应7月16日）."""
    name = next((one.short for one in work.registry.units() if one.id == unit_id), "")
    day = call.promised
    promised = f"（答应{day.month}月{day.day}日）" if day else ""
    return f"{' '.join(filter(None, (name, call.spoke_to)))}：{call.said}{promised}"
