"""Approvals are told when a step is to be chased or the draft's own clock runs out."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.agenda.found import approvals
from desk.agenda.found.chasing import worked_out
from desk.approvals import Lane, Stage
from desk.approving import submit
from desk.auditing import By
from desk.drafts import Status
from desk.office_clock import OFFICE_CLOCK
from desk.office_hours import worked

NINE = datetime(2026, 7, 15, 9, 0, tzinfo=OFFICE_CLOCK)  # Wednesday


@pytest.fixture
def sent(office, store):
    """Send a draft at nine to who has four working hours for it."""

    def send(hours=4, **fields):
        with store.begin() as work:
            lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", hours),)))
        draft = office.draft(**fields)
        submit(store, [draft.id], lane.id, by=By("王敏", NINE))
        return draft

    return send


@pytest.mark.parametrize(
    ("at", "is_told"),
    [("15 14:59", False), ("15 15:31", True), ("16 08:30", True)],  # 9—12, 14:30—15:30
)
def test_a_step_is_told_once_it_has_taken_its_office_hours(sent, shown, at, is_told):
    sent()
    now = datetime.strptime(f"2026-07-{at} +0800", "%Y-%m-%d %H:%M %z")
    assert bool(shown(now, approvals.duties)) is is_told


def test_the_night_and_the_weekend_do_not_count(sent, found):
    sent(hours=20)  # 6.5 on Wednesday, 7 on Thursday, 6.5 on Friday
    (one,) = found(NINE, approvals.duties)
    assert abs(one.shown - datetime(2026, 7, 17, 17, 30, tzinfo=OFFICE_CLOCK)) < timedelta(
        seconds=2
    )


def test_a_step_without_a_limit_is_never_chased(sent, found):
    sent(hours=0)
    assert found(NINE + timedelta(days=9), approvals.duties) == []


def test_its_own_clock_is_told_though_the_step_has_time_yet(sent, found):
    sent(hours=40, due=NINE.replace(hour=18))
    (one,) = found(NINE, approvals.duties)
    assert one.is_shown(NINE)
    assert (one.text, one.who) == ("县教育局开展校园安全检查", "郑国平　已 0 分钟")
    assert one.together.words.startswith("{} 篇送审稿件时限")


def test_who_is_to_be_chased_is_told_with_the_phone(sent, found, store, office):
    sent()
    (one,) = found(NINE + timedelta(days=1), approvals.duties)
    assert one.who == "郑国平　已 7 小时"
    assert one.page == "approvals"


def test_what_was_signed_is_no_longer_told(sent, shown, store):
    draft = sent()
    later = NINE + timedelta(days=1)
    with store.begin() as work:
        work.drafts.save(replace(work.drafts.get(draft.id), status=Status.READY))
    assert shown(later, approvals.duties) == []


def test_office_time_goes_by_as_it_is_counted():
    for hours in (1, 3, 3.5, 4, 7, 30):
        end = worked_out(NINE, timedelta(hours=hours), {})
        assert worked(NINE, end, {}) >= timedelta(hours=hours)
        assert worked(NINE, end - timedelta(seconds=2), {}) < timedelta(hours=hours)
