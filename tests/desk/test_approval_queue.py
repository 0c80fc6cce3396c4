"""The queues of the 审签 page, and what was signed on paper."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.approval_queue import (
    Queue,
    loads,
    queues,
)
from desk.approval_slips import note_printed
from desk.approvals import Lane, Stage, Verdict
from desk.approving import Decision, Signature, decide, remind, sign_by_hand, submit, take_back
from desk.drafts import Status
from desk.people import Person
from desk.versions import make

FIRST, SECOND = "何立新", "郑国平"


@pytest.fixture
def lane(store):
    """科长 with four hours, then 主任 whom 周文清 stands in for."""
    with store.begin() as work:
        work.people.save(Person(FIRST, "科长", "5120001"))
        work.people.save(Person(SECOND, "主任", "5120002", deputy="周文清"))
        work.people.save(Person("周文清", "副主任", "5120003"))
        stages = (Stage("科长审核", FIRST, 4), Stage("主任审签", SECOND, 8))
        return work.approvals.save_lane(Lane("下发", stages))


@pytest.fixture
def sent(store, office, lane):
    """Send drafts up."""

    def send(*titles, by=None):
        drafts = [office.draft(title) for title in titles]
        ids = [draft.id for draft in drafts]
        submit(store, ids, lane.id, by=by or office.by)
        return ids

    return send


@pytest.fixture
def queue(store, now):
    """The titles in a queue."""

    def read(which, name=FIRST, at=now) -> list[str]:
        return [row.draft.title for row in queues(store, name, at).of(which)]

    return read


def away(store, name):
    with store.begin() as work:
        person = next(one for one in work.people.all() if one.name == name)
        work.people.save(replace(person, is_away=True))


def test_a_draft_waits_with_who_is_asked_first(sent, queue):
    sent("甲稿")
    assert queue(Queue.MINE, FIRST) == ["甲稿"]
    assert queue(Queue.MINE, SECOND) == []
    assert queue(Queue.ALL, SECOND) == ["甲稿"]


def test_a_deputy_finds_what_waits_with_who_is_away(store, office, sent, queue):
    ids = sent("甲稿")
    decide(store, ids, Decision(Verdict.PASSED, signer=FIRST), by=office.by)
    away(store, SECOND)
    assert queue(Queue.MINE, "周文清") == ["甲稿"]
    assert queue(Queue.MINE, SECOND) == []


def test_who_sent_a_draft_up_finds_it_until_it_is_through(sent, queue, office):
    sent("甲稿")
    assert queue(Queue.SENT, office.by.who) == ["甲稿"]
    assert queue(Queue.SENT, FIRST) == []


def test_a_returned_draft_stands_among_the_returned(store, office, sent, queue):
    ids = sent("甲稿", "乙稿")
    decide(store, ids[:1], Decision(Verdict.RETURNED, "数据不清", FIRST), by=office.by)
    assert queue(Queue.RETURNED) == ["甲稿"]
    assert queue(Queue.ALL) == ["乙稿"]


def test_a_returned_version_stands_among_them_too(store, office, queue):
    version = make(store, office.draft("甲稿").id, office.publication.id, by=office.by)
    lane = Lane("上报", (Stage("科长审核"),))
    with store.begin() as work:
        lane = work.approvals.save_lane(lane)
    submit(store, [version.id], lane.id, by=office.by)
    assert queue(Queue.ALL) == ["甲稿"]
    decide(store, [version.id], Decision(Verdict.RETURNED, "太长"), by=office.by)
    assert queue(Queue.RETURNED) == ["甲稿"]


def test_what_was_decided_today_is_listed_today_only(store, office, sent, queue, now):
    ids = sent("甲稿")
    decide(store, ids, Decision(Verdict.PASSED, signer=FIRST), by=office.by)
    assert queue(Queue.TODAY) == ["甲稿"]
    assert queue(Queue.TODAY, at=now + timedelta(days=1)) == []


def test_waiting_counts_the_hours_the_office_is_open(store, sent, now):
    sent("甲稿")
    monday = datetime.combine(date(2026, 7, 20), now.timetz())
    (row,) = queues(store, FIRST, monday).of(Queue.ALL)
    assert row.waited == timedelta(hours=7 * 3)
    assert row.is_over
    assert row.phone == "5120001"


def test_what_waits_too_long_is_in_the_call_list_by_person(store, office, sent, queue, now):
    ids = sent("甲稿", "乙稿", "丙稿")
    decide(store, ids[:1], Decision(Verdict.PASSED, signer=FIRST), by=office.by)
    assert queue(Queue.CALLS) == []
    later = now + timedelta(days=2)
    assert queue(Queue.CALLS, at=later) == ["乙稿", "丙稿", "甲稿"]
    rows = queues(store, FIRST, later).of(Queue.ALL)
    assert [(one.who, one.stage, one.count) for one in loads(rows)] == [
        (FIRST, "科长审核", 2),
        (SECOND, "主任审签", 1),
    ]


def test_a_draft_sent_up_before_there_were_lanes_waits_with_anybody(store, office, now):
    office.draft("旧稿", status=Status.SUBMITTED)
    (row,) = queues(store, FIRST, now + timedelta(days=1)).of(Queue.MINE)
    assert (row.draft.title, row.has, row.is_over) == ("旧稿", "", True)


def test_such_a_draft_is_still_chased_after_a_reminder(store, office, now):
    draft = office.draft("旧稿", status=Status.SUBMITTED)
    remind(store, [draft.id], by=office.by, told="请尽快审")
    (row,) = queues(store, FIRST, now + timedelta(days=1)).of(Queue.CALLS)
    assert row.draft.title == "旧稿"


def test_a_printed_slip_waits_for_its_signature(store, office, sent, queue, now):
    _first, second = sent("甲稿", "乙稿")
    note_printed(store, [second], by=office.by)
    assert queue(Queue.UNSIGNED) == ["乙稿"]
    for signer in (FIRST, SECOND):
        (row,) = queues(store, FIRST, now).of(Queue.UNSIGNED)
        sign_by_hand(store, row.id, row.step, Signature(now.date()), signer=signer, by=office.by)
    assert queue(Queue.UNSIGNED) == []


def test_a_signature_on_paper_passes_its_stage_and_keeps_the_scan(store, office, sent, now):
    (draft_id,) = sent("甲稿")
    signature = Signature(date(2026, 7, 14), b"scan", "扫描.jpg")
    (row,) = queues(store, FIRST, now).of(Queue.ALL)
    sign_by_hand(store, row.id, row.step, signature, signer=FIRST, by=office.by)
    with store.read() as work:
        (way,) = work.approvals.of(draft_id)
        step = way.steps[0]
        assert work.files.get(step.scan) == b"scan"
    assert (step.verdict, step.signer, step.signed_on) == (
        Verdict.PASSED,
        FIRST,
        date(2026, 7, 14),
    )
    assert way.current is not None
    assert way.current.stage.name == "主任审签"


def test_a_recorded_signature_can_be_taken_back_whole(store, office, sent, queue, now):
    sent("甲稿")
    (row,) = queues(store, FIRST, now).of(Queue.ALL)
    formers = sign_by_hand(
        store, row.id, row.step, Signature(now.date()), signer=FIRST, by=office.by
    )
    take_back(store, formers, by=office.by)
    assert queue(Queue.MINE, FIRST) == ["甲稿"]
    assert queue(Queue.TODAY) == []


def test_the_signature_of_a_decided_stage_leaves_the_next_one_waiting(store, office, sent, now):
    (draft_id,) = sent("甲稿")
    decide(store, [draft_id], Decision(Verdict.PASSED, signer=FIRST), by=office.by)
    (row,) = queues(store, FIRST, now).of(Queue.TODAY)
    sign_by_hand(store, row.id, row.step, Signature(now.date()), signer=FIRST, by=office.by)
    with store.read() as work:
        first, second = work.approvals.last([draft_id])[draft_id].steps
    assert first.signed_on == now.date()
    assert second.verdict is Verdict.OPEN
