"""Whom to ring today about what is owed (催报清单): one call a unit about everything it owes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desk.clocks import ClockState, state
from desk.commissions.calling import OFTEN, calls_of, unanswered
from desk.commissions.commission import Call, Commission, Task
from desk.commissions.contacts import Contact, contacts
from desk.commissions.moments import brief_words
from desk.office_clock import day_of, office_time
from desk.reports.register import Heading, Part, Register
from desk.repositories.matters import MatterQuery
from desk.store import Work
from desk.units import Unit

_REMEMBERED = timedelta(days=200)  # calls of former commissions that tell whom to ring


@dataclass(frozen=True, slots=True)
class OwedPart:
    """One commission a unit owes, and why it is to be rung about it now."""

    commission: Commission
    task: Task
    due: datetime
    clock: ClockState
    is_promised: bool = False  # for today, or a day that has passed

    @property
    def words(self) -> str:
        """约稿〔2026〕12号“农田水利”（11-25 17:00，超 2 天）."""
        return f"{self.commission.name}（{brief_words(self.due)}，{self.clock.words}）"


@dataclass(frozen=True, slots=True)
class CallRow:
    """A unit to ring; ``missed`` are the last calls in a row that nobody took."""

    unit: Unit
    contact: Contact
    parts: tuple[OwedPart, ...]
    last: Call | None = None
    missed: int = 0
    is_rung: bool = False  # today
    coming: date | None = None  # the day it has promised, where that is still to come

    @property
    def phone(self) -> str:
        """The number to ring; "" where none is known."""
        return self.contact.phone

    @property
    def late(self) -> datetime:
        """Since when the oldest of what it owes is due."""
        return min(one.due for one in self.parts)

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to ring about any more today."""
        return self.is_rung or self.coming is not None

    @property
    def standing(self) -> str:
        """How the calls went: 今天已打, 答应11月25日报, 连续 3 次无人接听; "" for not rung yet."""
        if self.missed >= OFTEN:
            return f"连续 {self.missed} 次无人接听"
        if self.coming:
            return f"答应{self.coming.month}月{self.coming.day}日报"
        return "今天已打" if self.is_rung else ""


def call_list(work: Work, now: datetime) -> list[CallRow]:
    """Every unit that is late, due today or has promised by today; done ones last.

    The latest come first, units behind one telephone number side by side.
    """
    since = MatterQuery(first=day_of(now - _REMEMBERED))
    recent = work.matters.all(Commission, since)
    older = work.matters.all(
        Commission, MatterQuery(last=day_of(now - _REMEMBERED), only_open=True)
    )
    owed = defaultdict[int, list[OwedPart]](list)
    for one in dict.fromkeys((*recent, *older)):
        for part in _owed(one, now):
            owed[part.task.unit_id].append(part)
    units = [one for one in work.registry.units() if one.id in owed]
    reached = whom(work, recent, units)
    return _ranked([_row(one, owed[one.id], recent, reached, now) for one in units])


def whom(
    work: Work, commissions: Sequence[Commission], units: Sequence[Unit]
) -> Mapping[int, Contact]:
    """Whom to ring in each unit: who spoke last about a commission, else who is known."""
    found = dict(contacts(work, units))
    for unit in units:
        calls = [one for one in calls_of(commissions, unit.id) if one.spoke_to or one.phone]
        if calls:
            known, last = found.get(unit.id, Contact()), calls[-1]
            found[unit.id] = Contact(last.spoke_to or known.name, last.phone or known.phone)
    return found


def told(row: CallRow) -> str:
    """What is to be said on the telephone, part by part."""
    return "；".join(one.words for one in row.parts)


def register_of(rows: Sequence[CallRow], office: str, who: str, now: datetime) -> Register:
    """The list on paper, with room to write down what was said."""
    lines = [
        (
            at,
            one.unit.short,
            one.contact.words,
            told(one),
            one.standing or (one.last.said if one.last else ""),
            "",
        )
        for at, one in enumerate(rows, start=1)
    ]
    headings = (
        Heading("序号", 12, centred=True),
        Heading("单位", 34),
        Heading("联系人、电话", 40),
        Heading("应报约稿"),
        Heading("上次联系", 34),
        Heading("通话记录", 50),
    )
    moment = office_time(now)
    made = f"{moment:%Y-%m-%d %H:%M} {who} 制表"
    about = f"共 {len(rows)} 家单位"
    title = f"{office}约稿催报清单"
    return Register(title, about, made, moment.date(), headings, (Part("", lines),), landscape=True)


def _owed(one: Commission, now: datetime) -> Iterator[OwedPart]:
    if not one.issued or one.closed or one.withdrawn:
        return
    for task in one.tasks:
        due = one.due_of(task)
        said = task.calls[-1].promised if task.calls else None
        promised = said is not None and said <= day_of(now)
        if task.is_waiting and (day_of(due) <= day_of(now) or promised):
            yield OwedPart(one, task, due, state(due, now), is_promised=promised)


def _row(
    unit: Unit,
    parts: Sequence[OwedPart],
    recent: Sequence[Commission],
    reached: Mapping[int, Contact],
    now: datetime,
) -> CallRow:
    calls = calls_of(recent, unit.id)
    last, today = (calls[-1] if calls else None), day_of(now)
    days = [one.task.calls[-1].promised if one.task.calls else None for one in parts]
    to_come = [one for one in days if one and one > today]
    return CallRow(
        unit,
        reached.get(unit.id, Contact()),
        tuple(sorted(parts, key=lambda one: one.due)),
        last,
        unanswered(calls),
        is_rung=all(_rung(one.task, today) for one in parts),
        coming=min(to_come) if len(to_come) == len(parts) else None,
    )


def _rung(task: Task, today: date) -> bool:
    return bool(task.calls) and day_of(task.calls[-1].when) == today


def _ranked(rows: Sequence[CallRow]) -> list[CallRow]:
    first: dict[str, tuple[bool, datetime]] = {}
    for one in rows:
        key = one.phone or one.unit.name
        first[key] = min(first.get(key, (one.is_done, one.late)), (one.is_done, one.late))
    return sorted(
        rows, key=lambda one: (first[one.phone or one.unit.name], one.phone, one.is_done, one.late)
    )
