"""Use case: set the clocks of drafts (时限), one at the door or all of them anew."""

from collections.abc import Iterable
from dataclasses import replace

from desk.auditing import By, note
from desk.calendar import by_day
from desk.clocks import Limits, Timing
from desk.drafts import OPEN, Draft, Status
from desk.store import Store, Work


def limits(work: Work) -> Limits:
    """The office's clocks and calendar as they are now."""
    clocks = {clock.kind: clock for clock in work.lists.clocks()}
    return Limits(clocks, by_day(work.lists.special_days()))


def timed(draft: Draft, limits: Limits) -> Draft:
    """The draft with the moment its clock runs out."""
    timing = Timing(draft.kind, draft.event_date, draft.received)
    return replace(draft, due=limits.due(timing))


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
