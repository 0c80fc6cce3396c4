"""Drafts to wipe: told once a month, calmly, and only where the office has set a time."""

from datetime import UTC, datetime, timedelta

from desk.agenda.found import wiping
from desk.clocks import Pressure
from desk.drafts import Status
from desk.secrecy.retention import DraftRetention
from desk.secrecy.wiping import keep_retention

OLD = datetime(2020, 5, 6, 1, 0, tzinfo=UTC)
EARLY = datetime(2026, 8, 3, 1, 0, tzinfo=UTC)


def test_what_is_to_be_wiped_is_told_at_the_beginning_of_a_month(office, found):
    office.draft(received=OLD, status=Status.REJECTED)
    assert found(EARLY, wiping.duties) == []  # kept for ever
    keep_retention(office.store, DraftRetention(rejected=3), by=office.by)
    (duty,) = found(EARLY, wiping.duties)
    assert "1 篇稿件保管到期" in duty.text
    assert (duty.page, duty.target) == ("settings", "保密")
    assert duty.pressure(EARLY) is Pressure.CALM
    assert found(EARLY + timedelta(days=15), wiping.duties) == []
    (later,) = found(EARLY + timedelta(days=31), wiping.duties)
    assert later.key != duty.key  # put off in August, it comes again in September
