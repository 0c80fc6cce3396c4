"""Clocks of drafts in the store."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk import approving
from desk.approvals import Lane, Stage
from desk.clocks import DEFAULTS, Clock, LaneClock, LaneClocks
from desk.correcting import Particulars, correct
from desk.drafts import Kind, Status
from desk.office_clock import OFFICE_CLOCK
from desk.receiving import receive
from desk.recording import Slip, record
from desk.starting import complete
from desk.terms import ClockUnit, Since
from desk.timing import limits, reset, timed


@pytest.fixture
def clocks(store):
    with store.begin() as work:
        for clock in DEFAULTS:
            work.lists.save_clock(clock)


def finished(job):
    """What a job returns at its end."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


@pytest.fixture
def due(store):
    def read(draft):
        with store.read() as work:
            return work.drafts.get(draft.id).due

    return read


def test_a_draft_at_the_door_gets_its_clock(office, clocks, store):
    draft = replace(office.draft(), kind=Kind.DYNAMIC, event_date=date(2026, 7, 14))
    with store.read() as work:
        found = timed(draft, limits(work))
    assert found.due == datetime(2026, 7, 15, 18, tzinfo=OFFICE_CLOCK)


def test_changed_clocks_reach_all_open_drafts(office, clocks, store, due):
    draft = office.draft(kind=Kind.DYNAMIC, event_date=date(2026, 7, 14))
    reset(store, by=office.by)
    with store.begin() as work:
        work.lists.save_clock(Clock(Kind.DYNAMIC, 3, ClockUnit.DAYS))
    assert reset(store, by=office.by) == 1
    assert due(draft) == datetime(2026, 7, 17, 18, tzinfo=OFFICE_CLOCK)


def test_a_closed_draft_keeps_the_limit_it_was_judged_by(office, clocks, store, due):
    draft = office.draft(status=Status.RETURNED)
    reset(store, by=office.by)
    assert due(draft) is None


def test_nothing_changed_writes_nothing(office, clocks, store):
    office.draft(kind=Kind.DYNAMIC)
    reset(store, by=office.by)
    assert reset(store, by=office.by) == 0


def test_what_comes_on_paper_gets_its_clock(office, clocks, due):
    slip = Slip("县水利局巡查水库", kind=Kind.DYNAMIC, event_date=date(2026, 7, 14))
    assert due(record(office.store, slip, by=office.by)) == datetime(
        2026, 7, 15, 18, tzinfo=OFFICE_CLOCK
    )


def test_what_comes_as_a_file_gets_its_clock(office, clocks, due, tmp_path):
    file = tmp_path / "稿.txt"
    file.write_text("县水利局巡查水库\n7月14日，县水利局巡查水库12座。\n", encoding="utf-8")
    (outcome,) = finished(receive(office.store, [file], by=office.by))
    with office.store.read() as work:
        draft = work.drafts.get(outcome.draft_ids[0])
        assert draft.due == timed(draft, limits(work)).due is not None


def test_a_corrected_kind_or_day_sets_the_clock_anew(office, clocks, store, due):
    draft = office.draft(kind=Kind.DYNAMIC, event_date=date(2026, 7, 14))
    corrected = replace(Particulars.of(draft), kind=Kind.EXPERIENCE)
    correct(store, draft.id, corrected, by=office.by)
    assert due(draft) == datetime(2026, 7, 24, 18, tzinfo=OFFICE_CLOCK)


def test_the_lane_a_draft_is_sent_along_sets_its_clock_and_taking_it_back_the_former(
    office, store, due
):
    complete(store, by=office.by)
    draft = office.draft(kind=Kind.MEASURE, event_date=date(2026, 7, 14))
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("快报", (Stage("信息科审核"),), position=9))
        hour = LaneClock(lane.id, None, 1, ClockUnit.HOURS, Since.RECEIPT)
        work.matters.keep_policy(LaneClocks((hour,)), office.by)
    reset(store, by=office.by)
    former = due(draft)
    left = approving.submit(store, [draft.id], lane.id, by=office.by)
    assert due(draft) == draft.received + timedelta(hours=1) != former
    approving.take_back(store, left, by=office.by)
    assert due(draft) == former


def test_since_when_a_limit_runs_is_kept(store):
    clock = Clock(None, 30, ClockUnit.MINUTES, Since.RECEIPT)
    with store.begin() as work:
        work.lists.save_clock(clock)
    with store.read() as work:
        assert work.lists.clocks() == [clock]
