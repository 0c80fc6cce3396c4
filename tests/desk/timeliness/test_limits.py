"""The limits of lanes in the store."""

import pytest

from desk.clocks import LaneClock, LaneClocks
from desk.drafts import Kind
from desk.errors import FieldError
from desk.starting import complete
from desk.terms import ClockUnit, Since
from desk.timeliness.limits import drop_lane_clock, put_back, save_lane_clock


@pytest.fixture
def lane(office):
    complete(office.store, by=office.by)
    with office.store.read() as work:
        return work.approvals.lanes()[0]


@pytest.fixture
def held(store):
    def read():
        with store.read() as work:
            return work.matters.policy(LaneClocks()).clocks

    return read


def test_a_lane_has_one_limit_for_a_kind_and_one_for_the_others(office, lane, held):
    first = LaneClock(lane.id, Kind.PROBLEM, 3, ClockUnit.HOURS)
    others = LaneClock(lane.id, None, 1, ClockUnit.WORKING_DAYS, Since.RECEIPT)
    later = LaneClock(lane.id, Kind.PROBLEM, 40, ClockUnit.MINUTES, Since.RECEIPT)
    for clock in (first, others, later):
        save_lane_clock(office.store, clock, by=office.by)
    assert held() == (others, later)
    former = drop_lane_clock(office.store, later, by=office.by)
    assert held() == (others,)
    put_back(office.store, former, by=office.by)
    assert held() == (others, later)


def test_no_minutes_at_all_are_no_limit(office, lane):
    with pytest.raises(FieldError, match="不合适"):
        save_lane_clock(office.store, LaneClock(lane.id, None, 0, ClockUnit.MINUTES), by=office.by)


def test_the_trail_tells_lane_kind_and_limit(office, lane, store):
    clock = LaneClock(lane.id, None, 1, ClockUnit.DAYS)
    save_lane_clock(store, clock, by=office.by)
    with store.read() as work:
        assert work.audit.records("clocks")[0].detail == f"{lane.name}·各类 1 天"
