"""A clock set back or another zone spoils nothing: order, numbers, closings, waiting times."""

import time
from datetime import date, timedelta

import pytest

from desk import compiling
from desk.agenda.lines import agenda
from desk.agenda.machine import machine_of
from desk.approval_queue import waiting_rows
from desk.approvals import Lane, Stage
from desk.approving import submit
from desk.auditing import By, note
from desk.closings.books import close
from desk.closings.periods import find
from desk.errors import NotAllowedError


@pytest.fixture
def back(now):
    """The clerk on a PC whose clock went back by thirty days."""
    return By("王敏", now - timedelta(days=30))


def test_changes_stay_in_the_order_they_were_made(store, now, back):
    for by, action in ((By("王敏", now), "先"), (back, "后")):
        with store.begin() as work:
            note(work, by, action, "draft:1")
    with store.read() as work:
        assert [one.action for one in work.audit.records("draft:1")] == ["后", "先"]


def test_numbers_of_issues_go_on(office, store, back):
    for by in (office.by, back):
        compiling.new_issue(store, office.publication.id, date(2026, 7, 15), by=by)
    with store.read() as work:
        assert sorted(one.number for one in work.issues.all()) == [1, 2]


def test_nobody_has_waited_less_than_nothing(office, store, back):
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", 4),)))
    submit(store, [office.draft().id], lane.id, by=office.by)
    with store.read() as work:
        (row,) = waiting_rows(work, back.now)
    assert (row.waited, row.is_over) == (timedelta(), False)


def test_a_period_that_is_not_over_by_the_clock_is_not_closed(store, back):
    with store.read() as work:
        june = find(work.catalogue.schemes(), "2026-06")
    with pytest.raises(NotAllowedError, match="才结束"):
        close(store, june, by=back)


def test_what_waits_is_told_again_when_the_clock_is_right(office, found, now, back):
    office.draft(received=now - timedelta(hours=5))
    late = [one.key for one in agenda(found(now), {}, now).lines]
    assert [one.card for one in agenda(found(back.now), {}, back.now).lines][:1] != ["来稿与审签"]
    assert [one.key for one in agenda(found(now), {}, now).lines] == late


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_another_zone_changes_no_limit(office, found, now, paths, monkeypatch, zone):
    office.draft(due=now + timedelta(hours=8), received=now)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    here = [(one.key, one.shown, one.due) for one in found(now)]
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    there = [(one.key, one.shown, one.due) for one in found(now)]
    told = machine_of(paths).offset != timedelta(hours=8)
    monkeypatch.undo()
    time.tzset()
    assert (here, told) == (there, True)
