"""Use cases: the limits of lanes (审签流程), which go before those of the kinds."""

from collections.abc import Iterable

from desk.approvals import Lane
from desk.auditing import By, note
from desk.clocks import LaneClock, LaneClocks
from desk.listing import must_be_sensible
from desk.store import Store
from desk.timing import restart


def save_lane_clock(store: Store, clock: LaneClock, *, by: By) -> LaneClocks:
    """Set the limit of a lane, for one kind or for all others on it; returns the former limits.

    Open drafts' clocks are set anew. Raises FieldError.
    """
    must_be_sensible(clock.clock)
    with store.begin() as work:
        former = work.matters.policy(LaneClocks())
        kept = tuple(one for one in former.clocks if _key(one) != _key(clock))
        work.matters.keep_policy(LaneClocks((*kept, clock)), by)
        note(work, by, "修改流程时限", "clocks", words(clock, work.approvals.lanes()))
        restart(work)
        return former


def drop_lane_clock(store: Store, clock: LaneClock, *, by: By) -> LaneClocks:
    """Let the kinds' limits hold again; returns the former limits."""
    with store.begin() as work:
        former = work.matters.policy(LaneClocks())
        kept = tuple(one for one in former.clocks if _key(one) != _key(clock))
        work.matters.keep_policy(LaneClocks(kept), by)
        note(work, by, "取消流程时限", "clocks", words(clock, work.approvals.lanes()))
        restart(work)
        return former


def put_back(store: Store, former: LaneClocks, *, by: By) -> None:
    """Set the lanes' limits as they were."""
    with store.begin() as work:
        work.matters.keep_policy(former, by)
        note(work, by, "恢复流程时限", "clocks", f"{len(former.clocks)} 条")
        restart(work)


def words(clock: LaneClock, lanes: Iterable[Lane]) -> str:
    """A lane's limit in words: 上报·问题型 2 小时."""
    lane = next((one.name for one in lanes if one.id == clock.lane_id), "")
    return f"{lane}·{clock.kind or '各类'} {clock.clock.words}"


def _key(clock: LaneClock) -> tuple[int, str]:
    return clock.lane_id, clock.kind or ""
