"""Entries moved to the next issue, and sections named for one issue."""

from datetime import date

import pytest

from desk.carrying import carry, carry_back
from desk.compiling import arrange, entry_of, new_issue
from desk.drafts import Status
from desk.errors import DeskError
from desk.issues import IssueStatus
from desk.retitling import head_section

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


def test_a_section_bears_another_heading_in_one_issue(store, office, issue):
    section = office.publication.sections[0]
    changed = head_section(store, issue.id, section.id, " 防汛专栏 ", by=office.by)
    assert changed.matter.headings == ((section.id, "防汛专栏"),)
    again = head_section(store, issue.id, section.id, section.name, by=office.by)
    assert again.matter.headings == ()
