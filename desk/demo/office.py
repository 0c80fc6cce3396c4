"""Use case: fill an empty store with the demo office (演示办公室), through the real use cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from desk.auditing import By
from desk.demo.arrivals import write_arrivals
from desk.demo.calls import verify
from desk.demo.clerk import Clerk
from desk.demo.founding import found, must_be_empty
from desk.demo.history import SEED, adopted_until, write_history, zero_units
from desk.demo.manuscripts import WORKDAYS
from desk.demo.registry import demo_office
from desk.demo.staff import ERRANDS
from desk.demo.tasks import TASKS
from desk.demo.together import put_together
from desk.demo.workdays import clock, workdays_back
from desk.drafts import Draft, Status
from desk.importing.ledger import import_ledger
from desk.jobs import Job, Progress
from desk.publications import Publication, Rhythm
from desk.receiving import receive
from desk.releasing import release
from desk.settings import Settings
from desk.starting import complete
from desk.store import Store

T = TypeVar("T")
SETTINGS = Settings(
    office=demo_office().name,
    clerk="周静怡",
    editor="周静怡",
    reviewer="林志远",
    signer="何文斌",
)
_REFUSALS = (
    ("T04", "缺少具体数据"),
    ("B04", "近期已刊发同类信息"),
    ("C01", ""),
    ("T01", "没有写明时间和结果"),
    ("B01", ""),
    ("T06", "标题与正文的数字不一致"),
    ("B03", ""),
)
_STEPS = 2 + 2 * WORKDAYS


@dataclass(frozen=True, slots=True)
class Filled:
    """What came into the store."""

    units: int
    ledger_rows: int
    drafts: int
    refused: tuple[str, ...]  # sentences about files that were not taken
    released: int  # issues


def fill(store: Store, *, today: date, now: datetime, who: str, seed: int = SEED) -> Job[Filled]:
    """Fill the store; the same seed and day make the same office.

    Raises DeskError when the store is not empty. Every step is kept as it is done: a job that is
    closed leaves a part of the office behind.
    """
    with store.read() as work:
        must_be_empty(work)
    clerk = Clerk(store, who, now)
    yield Progress(0, _STEPS, "登记单位、刊物和计分办法")
    complete(store, by=clerk.at(adopted_until(today), 8))
    found(store, today, by=clerk.at(adopted_until(today), 8))
    with TemporaryDirectory() as name:
        folder = Path(name)
        ledger = folder / "采用台账.xlsx"
        yield Progress(1, _STEPS, "写出历年采用台账")
        write_history(ledger, seed, today)
        yield Progress(1, _STEPS, "导入历年采用台账")
        by = clerk.at(adopted_until(today), 8, 20)
        rows = import_ledger(store, ledger, who=by.who, now=by.now).count
        yield Progress(1, _STEPS, "写出各单位来稿")
        write_arrivals(folder / "来稿", seed, today)
        taken, refused, released = 0, list[str](), 0
        for place, day in enumerate(workdays_back(today, WORKDAYS)):
            step = 2 + 2 * place
            arrival = By(who, min(clock(day, 8, 30), now))
            job = receive(store, [folder / "来稿" / day.isoformat()], by=arrival)
            outcomes = yield from _within(job, step)
            arrived = [one for outcome in outcomes for one in outcome.draft_ids]
            clerk.tag(arrived, day)
            taken += len(arrived)
            refused += [outcome.message for outcome in outcomes if not outcome.accepted]
            released += yield from _work_through(clerk, day, today, seed, step + 1)
    for write in TASKS:
        write(clerk, today)
    return Filled(len(demo_office().units), rows, taken, tuple(refused), released)


def _within(job: Job[T], step: int) -> Job[T]:
    """Run a job as one step of the whole."""
    while True:
        try:
            progress = next(job)
        except StopIteration as end:
            result: T = end.value
            return result
        yield Progress(step, _STEPS, progress.text)


def _work_through(clerk: Clerk, day: date, today: date, seed: int, step: int) -> Job[int]:
    """One day at the desk: edit, approve, compile, release; returns the issues released."""
    yield Progress(step, _STEPS, f"编辑{day.month}月{day.day}日的来稿")
    idle = _ids_of(clerk.store, zero_units(seed))
    usable = [draft for draft in _with_status(clerk, Status.NEW) if not idle & set(draft.unit_ids)]
    last_day = day == workdays_back(today, 1)[0]
    if day <= adopted_until(today):  # what became of these days' drafts is in the old ledger
        return 0
    released = 0
    for publication in _compiled(clerk.store, day):
        entry = next(one for one in demo_office().publications if one.name == publication.name)
        if last_day and publication.schedule.rhythm is Rhythm.NONE:
            continue  # such an issue is made when there is cause
        chosen = _ready(clerk, usable, entry.wanted, day)
        if not chosen:
            continue
        usable = [draft for draft in usable if draft not in chosen]
        issue = clerk.compile(publication, entry, chosen, day)
        if not last_day:
            yield from _within(release(clerk.store, issue.id, SETTINGS, by=clerk.at(day, 11)), step)
            released += 1
    _finish_day(clerk, usable, day, workdays_back(today, 1)[0])
    return released


def _ready(clerk: Clerk, drafts: Sequence[Draft], wanted: int, day: date) -> list[Draft]:
    """Edit drafts, oldest first, until enough are fit to print; the others stay in hand."""
    chosen: list[Draft] = []
    for draft in drafts:
        if len(chosen) == wanted:
            break
        if draft.unit_ids and clerk.edit(draft, day):
            clerk.approve(draft, day)
            chosen.append(draft)
    return chosen


def _finish_day(clerk: Clerk, left: Sequence[Draft], day: date, last: date) -> None:
    """Send up and refuse; on the last day keep some in hand, some up and a pool to choose."""
    fresh = [draft for draft in left if _is_new(clerk, draft)]
    if day != last:
        _send_up(clerk, fresh, day, last)
        for draft in [draft for draft in fresh if _is_new(clerk, draft)][:1]:
            reason, remark = _REFUSALS[day.toordinal() % len(_REFUSALS)]
            clerk.refuse(draft, reason, remark, day)
        return
    _send_up(clerk, fresh[1::2], day, last)
    _ready(clerk, [draft for draft in fresh if _is_new(clerk, draft)], 6, day)
    verify(clerk, day)
    put_together(clerk, day)


def _send_up(clerk: Clerk, drafts: Sequence[Draft], day: date, last: date) -> None:
    """Send what can be sent on the errands of a day."""
    left = list(drafts)
    for errand in ERRANDS:
        if workdays_back(last, 1 + errand.days_ago)[0] != day:
            continue
        for draft in [one for one in left if one.received < clock(day, errand.hour)]:
            left.remove(draft)
            if draft.unit_ids and clerk.edit(draft, day):
                clerk.send_up(draft, errand, last)
                break


def _is_new(clerk: Clerk, draft: Draft) -> bool:
    with clerk.store.read() as work:
        return work.drafts.get(draft.id).status is Status.NEW


def _with_status(clerk: Clerk, status: Status) -> list[Draft]:
    with clerk.store.read() as work:
        return work.drafts.with_status(status)


def _ids_of(store: Store, shorts: frozenset[str]) -> set[int]:
    with store.read() as work:
        return {unit.id for unit in work.registry.units() if unit.short in shorts}


def _compiled(store: Store, day: date) -> list[Publication]:
    """The publications compiled here that come out on a day, the daily one last."""
    days = {entry.name: entry.days for entry in demo_office().publications if entry.wanted}
    with store.read() as work:
        every = work.catalogue.publications()
    due = [one for one in every if day.weekday() in days.get(one.name, ())]
    return sorted(due, key=lambda one: len(days[one.name]))
