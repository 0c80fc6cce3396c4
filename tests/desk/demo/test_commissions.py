"""The demo office's commissions: answered, late, closed and booked, and one still to send."""

from datetime import UTC, datetime

import pytest

from desk.commissions.commission import Commission
from desk.commissions.standing import Stage, stage
from desk.demo.clerk import Clerk
from desk.demo.commissions import commission
from desk.demo.founding import found
from desk.office_clock import day_of

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)


@pytest.fixture
def held(store):
    clerk = Clerk(store, "王敏", NOW)
    found(store, day_of(NOW), by=clerk.at(day_of(NOW), 8))
    commission(clerk, day_of(NOW))
    with store.read() as work:
        return sorted(work.matters.all(Commission), key=lambda one: one.id)


def test_there_are_commissions_in_every_state(held):
    stages = {stage(one, NOW) for one in held}
    assert {Stage.UNSENT, Stage.OVERDUE, Stage.RUNNING, Stage.TODAY, Stage.CLOSED} <= stages


def test_numbers_follow_the_days_without_a_gap(held):
    sent = [one for one in held if one.issued]
    assert [one.number for one in sent] == [f"约稿〔2026〕{at}号" for at in range(1, len(sent) + 1)]
    assert [one.day for one in sent] == sorted(one.day for one in sent)


def test_what_is_closed_is_booked_for_every_unit_that_owed_it(held):
    closed = [one for one in held if one.closed]
    assert closed
    for one in closed:
        assert all(task.booked for task in one.tasks if not task.exempt)
