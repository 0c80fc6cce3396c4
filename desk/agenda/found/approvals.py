"""Approvals: who has a draft too long, and what is at approval when its own clock runs out."""

from collections.abc import Iterator
from datetime import datetime

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.agenda.found.chasing import worked_out
from desk.agenda.found.drafts import begins
from desk.approval_queue import Queue, QueueRow, waiting_rows
from desk.clocks import Limits
from desk.office_hours import brief
from desk.timing import limits

_CHASED = Together("{} 篇待审超时，该催批", "approvals", Queue.CALLS)
_TIMED = Together("{} 篇送审稿件时限已到", "approvals", Queue.ALL)


def duties(ground: Ground) -> Iterator[Duty]:
    """One a draft in 送审: when its step takes too long, or its kind's clock runs out."""
    clocks = limits(ground.work)
    for row in waiting_rows(ground.work, ground.now):
        ends = list(_ends(row, ground, clocks))
        if ends:
            yield _duty(row, min(shown for shown, _ in ends), min(due for _, due in ends))


def _ends(row: QueueRow, ground: Ground, clocks: Limits) -> Iterator[tuple[datetime, datetime]]:
    """From when each limit is told, and when it ends; a step is told once it is to be chased."""
    if row.limit:
        chased = worked_out(row.step.since or row.way.begun, row.limit, ground.specials)
        yield chased, chased
    if row.draft.due:
        yield begins(row.draft, clocks), row.draft.due


def _duty(row: QueueRow, shown: datetime, due: datetime) -> Duty:
    calls = len(row.step.calls)
    called = f"　催过 {calls} 次" if calls else ""
    since = row.step.since or row.way.begun
    return Duty(
        key=f"draft:{row.id}:approval:{since:%Y%m%d%H%M%S}",
        field=Field.APPROVAL,
        text=row.draft.title,
        shown=shown,
        due=due,
        who=f"{row.has or row.step.stage.name}　已 {brief(row.waited)}{called}",
        page="approvals",
        target=row.id,
        phone=row.phone,
        together=_CHASED if row.is_over else _TIMED,
    )
