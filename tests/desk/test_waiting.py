"""Who has what in approval, for how many office hours, and whether it is late."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk import approving
from desk.approvals import Lane, Stage
from desk.calendar import SpecialDay
from desk.drafts import Status
from desk.office_clock import OFFICE_CLOCK, day_of
from desk.office_hours import span, worked
from desk.people import Person
from desk.waiting import standing


def local(day, hour, minute=0):
    return datetime(2026, 7, day, hour, minute, tzinfo=OFFICE_CLOCK).astimezone(UTC)


@pytest.fixture
def send(office):
    """Send a draft at a moment to 何文斌, who has four hours."""
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("上报", (Stage("主任审签", "何文斌", 4),)))
        work.people.save(Person("何文斌", "办公室主任", position=0))
        work.people.save(Person("苏明远", position=1))

    def send(title, when):
        draft = office.draft(title)
        approving.submit(office.store, [draft.id], lane.id, by=replace(office.by, now=when))
        return draft

    return send


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (local(15, 9), local(15, 11), 2),
        (local(15, 11), local(15, 15), 1.5),
        (local(15, 17), local(16, 9), 1.5),
        (local(17, 17), local(20, 9, 30), 2),
        (local(15, 20), local(16, 7), 0),
        (local(15, 11), local(15, 9), 0),
    ],
)
def test_only_office_hours_count(start, end, hours):
    assert worked(start, end, {}) == timedelta(hours=hours)


def test_a_day_off_of_the_offices_own_does_not_count():
    day = day_of(local(15, 9))
    off = {day: SpecialDay(day, is_working=False)}
    assert worked(local(15, 9), local(15, 11), off) == timedelta()


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(minutes=40), "40 分钟"),
        (timedelta(hours=3, minutes=20), "3 小时 20 分"),
        (timedelta(hours=14), "2 个工作日"),
        (timedelta(hours=16, minutes=5), "2 个工作日 2 小时"),
    ],
)
def test_a_wait_is_told_in_working_time(length, words):
    assert span(length) == words


def test_a_draft_is_late_after_the_hours_of_its_stage(office, send):
    late, early = send("早送的", local(15, 9)), send("晚送的", local(15, 15))
    with office.store.read() as work:
        found = [
            standing(work, work.drafts.get(one.id), local(15, 16, 30)) for one in (late, early)
        ]
    assert [one.is_overdue for one in found] == [True, False]
    assert found[0].words == "办公室主任 何文斌有 5 小时，已超时"


def test_the_deputy_has_it_from_the_moment_the_signer_is_away(office, send):
    draft = send("一篇", local(15, 9))
    with office.store.begin() as work:
        head = work.people.all()[0]
        work.people.save(replace(head, is_away=True, deputy="苏明远"))
    approving.remind(office.store, [draft.id], by=office.by, told="请尽快")
    with office.store.read() as work:
        found = standing(work, work.drafts.get(draft.id), local(15, 10))
    assert found.who == "苏明远"
    assert found.words == "办公室主任 何文斌（外出，苏明远代）有 1 小时，已催 1 次"
    assert found.last_call.who == "苏明远"


def test_a_draft_sent_before_there_were_lanes_waits_too(office):
    draft = office.draft("老稿", status=Status.SUBMITTED, received=local(15, 9))
    with office.store.read() as work:
        assert standing(work, draft, local(15, 10)).words == "审签已等 1 小时"
