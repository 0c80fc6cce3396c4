"""Use case: set the clocks of drafts (时限), one at the door or all of them anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from desk.auditing import By, note
from desk.clocks import Clock, LaneClocks, Limits, Timing
from desk.drafts import OPEN, Draft, DraftQuery, Kind, Status
from desk.office_hours import OfficeCalendar, OfficeHours
from desk.store import Store, Work
from desk.ways import active_lanes, proposed

_SENT = frozenset({Status.SUBMITTED, Status.READY})


def calendar_of(work: Work) -> OfficeCalendar:
    """The office's special days and hours as they are now."""
    return OfficeCalendar(work.lists.special_days(), work.matters.policy(OfficeHours()))


def limits(work: Work) -> Limits:
    """The office's clocks and calendar as they are now."""
    clocks = {clock.kind: clock for clock in work.lists.clocks()}
    own = work.matters.policy(LaneClocks()).clocks
    if not own:
        return Limits(clocks, calendar_of(work))
    lanes: defaultdict[int, dict[Kind | None, Clock]] = defaultdict(dict)
    for one in own:
        lanes[one.lane_id][one.kind] = one.clock
    offered = active_lanes(work)
    first = {kind: lane.id for kind in (*Kind, None) if (lane := proposed(offered, kind))}
    return Limits(clocks, calendar_of(work), lanes, first, _taken(work))


def timed(draft: Draft, limits: Limits) -> Draft:
    """The draft with the moment its clock runs out."""
    timing = Timing(draft.kind, draft.event_date, draft.received, id=draft.id)
    return replace(draft, due=limits.due(timing))


def retime(work: Work, draft: Draft) -> None:
    """Set the clock of a draft anew whose lane has changed, where lanes have limits."""
    if draft.status in OPEN and work.matters.policy(LaneClocks()).clocks:
        due = timed(draft, limits(work)).due
        if due != draft.due:
            work.drafts.set_due({draft.id: due})


def restart(work: Work, statuses: Iterable[Status] = OPEN) -> int:
    """Set the clocks of all drafts in these statuses anew; returns how many changed.

    Others keep the limit they were judged by.
    """
    now = limits(work)
    dues = {
        timing.id: due
        for timing in work.drafts.timings(statuses)
        if (due := now.due(timing)) != timing.due
    }
    work.drafts.set_due(dues)
    return len(dues)


def reset(store: Store, *, by: By) -> int:
    """Set the clocks of all open drafts anew after clocks or calendar changed."""
    with store.begin() as work:
        changed = restart(work)
        note(work, by, "重算时限", "drafts", f"{changed} 篇")
        return changed


def _taken(work: Work) -> Mapping[int, int]:
    """The lanes that open drafts were sent along, by draft."""
    lanes = {lane.name: lane.id for lane in work.approvals.lanes()}
    sent = work.drafts.ids(DraftQuery(statuses=_SENT, with_versions=True))
    ways = work.approvals.last(sent).items()
    return {draft_id: lanes[way.lane] for draft_id, way in ways if way.lane in lanes}
