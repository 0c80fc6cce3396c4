"""Entries moved to the next issue, and sections named for one issue."""

from dataclasses import replace
from datetime import date

import pytest

from desk.carrying import carry, carry_back
from desk.compiling import arrange, entry_of, new_issue
from desk.drafts import Status
from desk.errors import DeskError
from desk.issues import IssueStatus
from desk.publications import Rhythm, Schedule, Section

DAY = date(2026, 7, 17)  # a Friday


@pytest.fixture
def issue(store, office):
    """An open issue of three entries."""
    drafts = [office.draft(title, status=Status.READY) for title in "甲乙丙"]
    section = office.publication.sections[0].id
    made = new_issue(store, office.publication.id, DAY, by=office.by)
    return arrange(store, made.id, [entry_of(one, section) for one in drafts], by=office.by)


@pytest.fixture
def open_issues(store):
    def read():
        with store.read() as work:
            return sorted(work.issues.all(status=IssueStatus.OPEN), key=lambda one: one.number)

    return read


def test_an_entry_goes_to_the_next_open_issue(store, office, issue, open_issues):
    following = new_issue(store, office.publication.id, date(2026, 7, 20), by=office.by)
    carried = carry(store, issue.id, {issue.entries[1].draft_id}, by=office.by)
    here, there = open_issues()
    assert here.entries == (issue.entries[0], issue.entries[2])
    assert there.entries == (issue.entries[1],)
    assert (there.id, carried.is_new) == (following.id, False)


def test_without_a_next_issue_one_is_started_for_the_next_working_day(
    store, office, issue, open_issues
):
    carried = carry(store, issue.id, {issue.entries[0].draft_id}, by=office.by)
    there = open_issues()[1]
    assert (there.day, there.number) == (date(2026, 7, 20), issue.number + 1)
    assert carried.name == "《政务信息》2026年第2期"


def test_the_new_issue_is_for_the_day_one_is_due(store, office, issue, open_issues):
    with store.begin() as work:
        schedule = Schedule(Rhythm.WEEKLY, (2,))
        work.catalogue.save_publication(replace(office.publication, schedule=schedule))
    carry(store, issue.id, {issue.entries[0].draft_id}, by=office.by)
    assert open_issues()[1].day == date(2026, 7, 22)


def test_an_entry_goes_to_the_issue_that_is_named_with_its_heading(
    store, office, issue, open_issues
):
    headed = [replace(issue.entries[0], heading="印出的标题"), *issue.entries[1:]]
    arrange(store, issue.id, headed, by=office.by)
    for day in (20, 21):
        far = new_issue(store, office.publication.id, date(2026, 7, day), by=office.by)
    carried = carry(store, issue.id, {headed[0].draft_id}, by=office.by, target_id=far.id)
    assert [len(one.entries) for one in open_issues()] == [2, 0, 1]
    assert open_issues()[2].entries == (headed[0],)
    carry_back(store, carried, by=office.by)
    assert [len(one.entries) for one in open_issues()] == [3, 0, 0]


def test_an_entry_stays_in_its_publication(store, office, issue):
    with store.begin() as work:
        other = work.catalogue.save_publication(
            replace(office.publication, id=0, name="每日要情", sections=(Section("要情"),))
        )
    target = new_issue(store, other.id, DAY, by=office.by)
    with pytest.raises(DeskError, match="同一种刊物"):
        carry(store, issue.id, {issue.entries[0].draft_id}, by=office.by, target_id=target.id)


def test_undoing_puts_the_entries_back_and_the_new_issue_away(store, office, issue, open_issues):
    carried = carry(store, issue.id, {one.draft_id for one in issue.entries[1:]}, by=office.by)
    carry_back(store, carried, by=office.by)
    assert [one.entries for one in open_issues()] == [issue.entries]


def test_undoing_keeps_what_was_put_into_the_new_issue_since(store, office, issue, open_issues):
    carried = carry(store, issue.id, {issue.entries[0].draft_id}, by=office.by)
    there = open_issues()[1]
    other = entry_of(office.draft("丁", status=Status.READY), there.entries[0].section_id)
    arrange(store, there.id, [*there.entries, other], by=office.by)
    carry_back(store, carried, by=office.by)
    assert [one.entries for one in open_issues()] == [issue.entries, (other,)]


def test_nothing_chosen_is_said(store, office, issue):
    with pytest.raises(DeskError, match="没有选中条目"):
        carry(store, issue.id, {0}, by=office.by)
