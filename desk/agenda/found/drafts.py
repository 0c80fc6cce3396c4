"""Drafts: new ones that nobody took up for hours, and those whose clock runs out today."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from desk.agenda.duty import Duty, Field, Ground, Together
from desk.clocks import Clock
from desk.drafts import DraftQuery, DraftRow, Kind, Status
from desk.office_clock import day_of, moment_at
from desk.terms import ClockUnit

WAITING = timedelta(hours=4)  # design §5: drafts waiting longer than this are named
_AT_DESK = frozenset({Status.NEW, Status.EDITING, Status.READY})  # at approval: see approvals
_NEWS = DraftQuery(statuses=frozenset({Status.NEW}), descending=False, with_versions=True)
_HOUR, _DAY = timedelta(hours=1), timedelta(1)


def duties(ground: Ground) -> Iterator[Duty]:
    """One a draft: its clock where that runs out, else that it waits."""
    clocks = clocks_of(ground)
    until = horizon(ground, clocks)
    query = DraftQuery(statuses=_AT_DESK, overdue_at=until, order="due", with_versions=True)
    timed = [row for row in _rows(ground, query) if row.due]
    yield from (_clocked(row, clocks, until) for row in timed)
    seen = {row.id for row in timed}
    yield from (_waiting(row) for row in _rows(ground, _NEWS) if row.id not in seen)


def clocks_of(ground: Ground) -> Mapping[Kind | None, Clock]:
    """The office's limits by kind."""
    return {one.kind: one for one in ground.work.lists.clocks()}


def horizon(ground: Ground, clocks: Mapping[Kind | None, Clock]) -> datetime:
    """The latest limit that may be told today: of its last minute, or in hours begun by then."""
    hours = (one.amount for one in clocks.values() if one.unit is ClockUnit.HOURS)
    return moment_at(ground.today + _DAY) + max(hours, default=0) * _HOUR


def begins(row: DraftRow, clocks: Mapping[Kind | None, Clock]) -> datetime:
    """From when a draft's limit is told: on its day; one in hours from receipt on."""
    assert row.due is not None  # noqa: S101 - it was asked for by its limit
    midnight = moment_at(day_of(row.due))
    clock = clocks.get(Kind(row.kind) if row.kind else None)
    in_hours = clock is not None and clock.unit is ClockUnit.HOURS
    return min(row.received, midnight) if in_hours else midnight


def _rows(ground: Ground, query: DraftQuery) -> list[DraftRow]:
    drafts = ground.work.drafts
    return drafts.rows(drafts.ids(query))


def _clocked(row: DraftRow, clocks: Mapping[Kind | None, Clock], until: datetime) -> Duty:
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
