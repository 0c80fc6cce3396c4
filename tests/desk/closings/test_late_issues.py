"""Issues of a closed month: released late or withdrawn, they are booked on the later day."""

from datetime import date

import pytest

from desk import compiling
from desk.closings.books import published
from desk.drafts import Status
from desk.facts import FactKind
from desk.jobs import finish
from desk.releasing import release
from desk.settings import Settings
from desk.withdrawing import withdraw

LAST, TODAY = date(2026, 6, 30), date(2026, 7, 15)


@pytest.fixture
def issue(office, store):
    """An open issue of the last day of June."""
    opened = compiling.new_issue(store, office.publication.id, LAST, by=office.by)
    draft = office.draft(status=Status.READY)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    return compiling.arrange(store, opened.id, [entry], by=office.by)


@pytest.fixture
def released(office, store, issue):
    return lambda: finish(release(store, issue.id, Settings(office="云岭县"), by=office.by))


def booked(store) -> list[tuple[FactKind, date, date]]:
    with store.read() as work:
        facts = work.ledger.between(date(2026, 1, 1), date(2026, 12, 31))
    return [(one.kind, one.day, one.counted) for one in facts]


def test_an_issue_released_after_its_month_was_closed_is_booked_today(
    store, issue, closed, released
):
    june = closed()
    before = published(store, june.id)
    released()
    assert booked(store) == [(FactKind.ADOPTION, TODAY, LAST)]
    assert published(store, june.id) == before
    with store.read() as work:
        actions = [one.action for one in work.audit.records(f"issue:{issue.id}")]
    assert "结账后补记" in actions


def test_an_issue_withdrawn_after_its_month_was_closed_is_taken_back_today(
    store, office, issue, closed, released
):
    released()
    june = closed()
    before = published(store, june.id)
    withdraw(store, issue.id, "内容失实", by=office.by)
    assert booked(store) == [
        (FactKind.ADOPTION, LAST, LAST),
        (FactKind.REVERSAL, TODAY, LAST),
    ]
    assert published(store, june.id) == before
