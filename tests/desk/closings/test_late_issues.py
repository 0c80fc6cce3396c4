"""Issues of a closed month: released late or withdrawn, they are booked on the later day."""

from datetime import date, timedelta

import pytest

from desk import compiling
from desk.adopting import source_of, taken_back
from desk.auditing import By
from desk.closings.books import published
from desk.drafts import Status
from desk.errors import NotAllowedError
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


def test_nothing_is_withdrawn_into_a_closed_month_on_a_pc_whose_date_went_back(
    store, office, issue, closed, released
):
    released()
    closed()
    june = By("王敏", office.by.now - timedelta(20))
    with pytest.raises(NotAllowedError, match="请把电脑的日期改对后再试"):
        withdraw(store, issue.id, "内容失实", by=june)
    assert booked(store) == [(FactKind.ADOPTION, LAST, LAST)]


def test_what_was_booked_late_is_not_taken_back_before_it(store, issue, closed, released):
    closed()
    released()
    with store.read() as work:
        (back,) = taken_back(work, issue, LAST, source_of(issue), "更正第1期")
    assert (back.day, back.counted) == (TODAY, LAST)
