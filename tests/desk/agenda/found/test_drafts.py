"""What waits on the desk."""

from datetime import date, timedelta

import pytest

from desk import compiling
from desk.drafts import Status
from desk.overview import overview


@pytest.mark.parametrize(("minutes", "named"), [(239, False), (240, False), (241, True)])
def test_a_draft_is_named_when_it_has_waited_more_than_four_hours(office, now, minutes, named):
    office.draft(received=now - timedelta(minutes=minutes))
    assert bool(overview(office.store, now).waiting) is named


def test_a_draft_in_hand_no_longer_waits(office, now):
    office.draft(received=now - timedelta(days=2), status=Status.EDITING)
    seen = overview(office.store, now)
    assert seen.waiting == ()
    assert seen.counts[Status.EDITING] == 1


def test_the_longest_waiting_comes_first(office, now):
    for hours in (5, 30, 9):
        office.draft(f"{hours}小时", received=now - timedelta(hours=hours))
    titles = [row.title for row in overview(office.store, now).waiting]
    assert titles == ["30小时", "9小时", "5小时"]


def test_drafts_at_approval_are_named(office, now):
    draft = office.draft(status=Status.SUBMITTED)
    assert [row.id for row in overview(office.store, now).submitted] == [draft.id]


def test_open_issues_come_with_their_publication(office, now):
    day = date(2026, 7, 15)
    issue = compiling.new_issue(office.store, office.publication.id, day, by=office.by)
    ((publication, open_one),) = overview(office.store, now).issues
    assert (publication.name, open_one.id) == ("政务信息", issue.id)


def test_an_empty_office_has_nothing_to_do(store, now):
    seen = overview(store, now)
    assert (seen.waiting, seen.submitted, seen.issues) == ((), (), ())
