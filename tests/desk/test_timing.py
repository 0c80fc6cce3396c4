"""Clocks of drafts in the store."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk.clocks import DEFAULTS, Clock, ClockUnit
from desk.drafts import Kind, Status
from desk.timing import limits, reset, timed


@pytest.fixture
def clocks(store):
    with store.begin() as work:
        for clock in DEFAULTS:
            work.lists.save_clock(clock)


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
    assert found.due == datetime(2026, 7, 15, 18).astimezone()


def test_changed_clocks_reach_all_open_drafts(office, clocks, store, due):
    draft = office.draft(kind=Kind.DYNAMIC, event_date=date(2026, 7, 14))
    reset(store, by=office.by)
    with store.begin() as work:
        work.lists.save_clock(Clock(Kind.DYNAMIC, 3, ClockUnit.DAYS))
    assert reset(store, by=office.by) == 1
    assert due(draft) == datetime(2026, 7, 17, 18).astimezone()


def test_a_closed_draft_keeps_the_limit_it_was_judged_by(office, clocks, store, due):
    draft = office.draft(status=Status.RETURNED)
    reset(store, by=office.by)
    assert due(draft) is None


def test_nothing_changed_writes_nothing(office, clocks, store):
    office.draft(kind=Kind.DYNAMIC)
    reset(store, by=office.by)
    assert reset(store, by=office.by) == 0
