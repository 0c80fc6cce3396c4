"""Drafts: new ones that nobody took up for hours, and those whose clock runs out today."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.clocks import Limits
from desk.drafts import DraftQuery, DraftRow, Kind, Status
from desk.office_clock import day_of, moment_at
from desk.terms import ClockUnit
from desk.timing import limits

WAITING = timedelta(hours=4)  # design §5: drafts waiting longer than this are named
_AT_DESK = frozenset({Status.NEW, Status.EDITING, Status.READY})  # at approval: see approvals
_NEWS = DraftQuery(statuses=frozenset({Status.NEW}), descending=False, with_versions=True)
_SHORT = {ClockUnit.MINUTES: timedelta(minutes=1), ClockUnit.HOURS: timedelta(hours=1)}


def duties(ground: Ground) -> Iterator[Duty]:
    """One a draft: its clock where that runs out, else that it waits."""
    clocks = limits(ground.work)
    until = _horizon(ground, clocks)
    query = DraftQuery(statuses=_AT_DESK, overdue_at=until, order="due", with_versions=True)
    timed = [row for row in _rows(ground, query) if row.due]
    yield from (_clocked(row, clocks, until) for row in timed)
    seen = {row.id for row in timed}
    yield from (_waiting(row) for row in _rows(ground, _NEWS) if row.id not in seen)


def begins(row: DraftRow, clocks: Limits) -> datetime:
    """From when a draft's limit is told: on its day; one in hours from receipt on."""
    assert row.due is not None  # noqa: S101 - it was asked for by its limit
    midnight = moment_at(day_of(row.due))
    clock = clocks.clock(Kind(row.kind) if row.kind else None, row.id)
    return min(row.received, midnight) if clock and clock.unit in _SHORT else midnight


def _horizon(ground: Ground, clocks: Limits) -> datetime:
    """The latest limit that may be told today: of its last minute, or in hours begun by then."""
    every = [
        *clocks.clocks.values(),
        *(one for lane in clocks.lanes.values() for one in lane.values()),
    ]
    lengths = (one.amount * _SHORT[one.unit] for one in every if one.unit in _SHORT)
    return moment_at(ground.today + timedelta(1)) + max(lengths, default=timedelta())


def _rows(ground: Ground, query: DraftQuery) -> list[DraftRow]:
    drafts = ground.work.drafts
    return drafts.rows(drafts.ids(query))


def _clocked(row: DraftRow, clocks: Limits, until: datetime) -> Duty:
    listed = DraftQuery(overdue_at=until, order="due", descending=False)
    return Duty(
        key=f"draft:{row.id}:clock:{row.due:%Y%m%d%H%M}",
        field=Field.DRAFT,
        text=row.title,
        shown=begins(row, clocks),
        due=row.due,
        who=f"{row.holder or row.units or '单位未定'}　{row.status}",
        page="editor" if row.status is Status.EDITING else "inbox",
        target=row.id,
        together=Together("{} 篇稿件时限已到", "inbox", listed),
    )


def _waiting(row: DraftRow) -> Duty:
    due = row.received + WAITING
    return Duty(
        key=f"draft:{row.id}:waiting",
        field=Field.DRAFT,
        text=row.title,
        shown=due,
        due=due,
        who=row.holder or row.units or "单位未定",
        page="inbox",
        target=row.id,
        together=Together("{} 篇新到来稿等了 4 小时以上", "inbox", Status.NEW),
    )
