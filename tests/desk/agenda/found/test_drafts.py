"""Drafts are told when they wait too long or their clock runs out, each once."""

from datetime import datetime, timedelta

import pytest

from desk.agenda.found import drafts
from desk.clocks import Clock
from desk.drafts import Kind, Status
from desk.office_clock import OFFICE_CLOCK
from desk.terms import ClockUnit

TODAY = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)


@pytest.mark.parametrize(("minutes", "is_told"), [(239, False), (240, True), (3000, True)])
def test_a_new_draft_is_told_when_it_has_waited_four_hours(office, shown, minutes, is_told):
    office.draft(received=TODAY - timedelta(minutes=minutes))
    assert bool(shown(TODAY, drafts.duties)) is is_told


def test_a_draft_in_hand_no_longer_waits(office, shown):
    office.draft(received=TODAY - timedelta(days=2), status=Status.EDITING)
    assert shown(TODAY, drafts.duties) == []


def test_the_longest_waiting_comes_first(office, shown):
    for hours in (5, 30, 9):
        office.draft(f"{hours}小时", received=TODAY - timedelta(hours=hours))
    assert shown(TODAY, drafts.duties) == ["30小时", "9小时", "5小时"]


@pytest.mark.parametrize(
    ("due", "is_told"),
    [("07-14 18:00", True), ("07-15 18:00", True), ("07-16 18:00", False)],
)
@pytest.mark.parametrize("status", [Status.NEW, Status.EDITING, Status.READY])
def test_a_clock_is_told_on_its_day_and_after(office, shown, due, is_told, status):
    end = datetime.strptime(f"2026-{due} +0800", "%Y-%m-%d %H:%M %z")
    office.draft(due=end, status=status, received=TODAY - timedelta(hours=1))
    assert bool(shown(TODAY, drafts.duties)) is is_told


def test_a_clock_is_told_from_midnight_of_its_day(office, shown):
    office.draft(due=TODAY.replace(hour=18, minute=0), status=Status.EDITING)
    midnight = TODAY.replace(hour=0, minute=0)
    assert shown(midnight - timedelta(seconds=1), drafts.duties) == []
    assert shown(midnight, drafts.duties) != []


def test_a_clock_in_hours_is_told_from_receipt_on(office, store, shown):
    with store.begin() as work:
        work.lists.save_clock(Clock(Kind.INCIDENT, 2, ClockUnit.HOURS))
    night = TODAY.replace(hour=23)
    office.draft(kind=Kind.INCIDENT, received=night, due=night + timedelta(hours=2))
    assert shown(night - timedelta(minutes=1), drafts.duties) == []
    assert shown(night, drafts.duties) != []


@pytest.mark.parametrize("status", [Status.RELEASED, Status.RETURNED, Status.FILED])
def test_what_is_done_has_no_clock(office, shown, status):
    office.draft(due=TODAY - timedelta(days=3), status=status)
    assert shown(TODAY, drafts.duties) == []


def test_a_draft_that_is_late_and_waits_is_told_once(office, found):
    office.draft(received=TODAY - timedelta(days=3), due=TODAY - timedelta(days=1))
    assert [one.key.split(":")[2] for one in found(TODAY, drafts.duties)] == ["clock"]


def test_who_has_it_is_told_else_who_sent_it(office, found):
    for title, holder in (("甲", "王敏"), ("乙", "")):
        early = TODAY - timedelta(hours=5)
        office.draft(title, received=early, holder=holder)
    assert {one.text: one.who for one in found(TODAY, drafts.duties)} == {
        "甲": "王敏",
        "乙": "县教育局",
    }
