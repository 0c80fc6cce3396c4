"""Putting an issue together."""

from datetime import date

import pytest

from desk import compiling, editing
from desk.drafts import Status
from desk.errors import DeskError, NotAllowedError
from desk.issues import Role
from desk.renumbering import Wanted, discard, renumber
from desk.settings import Settings

TODAY = date(2026, 7, 15)


def started(office, day=TODAY):
    return compiling.new_issue(office.store, office.publication.id, day, by=office.by)


def test_numbers_go_on_in_the_year_and_total_numbers_for_ever(office):
    first, second = started(office, date(2025, 12, 30)), started(office, date(2025, 12, 31))
    third = started(office, date(2026, 1, 4))
    numbers = [(one.number, one.total) for one in (first, second, third)]
    assert numbers == [(1, 1), (2, 2), (1, 3)]


def test_a_number_is_given_once_a_year(office):
    started(office)
    other = started(office)
    with pytest.raises(DeskError, match="第1期已经有了"):
        renumber(office.store, other.id, Wanted(1, 9, TODAY), by=office.by)


def test_only_approved_drafts_are_taken(office):
    issue = started(office)
    draft = office.draft(status=Status.EDITING)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    with pytest.raises(NotAllowedError, match="还没有审签通过"):
        compiling.arrange(office.store, issue.id, [entry], by=office.by)


def test_the_same_draft_stands_once_in_an_issue(office):
    issue = started(office)
    draft = office.draft(status=Status.READY)
    entries = [compiling.entry_of(draft, one.id) for one in office.publication.sections]
    with pytest.raises(DeskError, match="只能出现一次"):
        compiling.arrange(office.store, issue.id, entries, by=office.by)


def test_a_draft_of_two_units_counts_as_joint(office):
    draft = office.draft(status=Status.READY, unit_ids=tuple(unit.id for unit in office.units))
    assert compiling.entry_of(draft, 1).role is Role.JOINT


def test_what_is_printed_follows_sections_then_order(office):
    issue = started(office)
    news, brief = office.publication.sections
    drafts = [office.draft(name, status=Status.READY) for name in "甲乙丙"]
    places = (brief.id, news.id, news.id)
    entries = [compiling.entry_of(d, s) for d, s in zip(drafts, places, strict=True)]
    issue = compiling.arrange(office.store, issue.id, entries, by=office.by)
    with office.store.read() as work:
        content = compiling.content_of(work, issue, Settings(office="云岭县人民政府办公室"))
    printed = [(one.name, [item.title for item in one.items]) for one in content.sections]
    assert printed == [("信息", ["乙", "丙"]), ("简讯", ["甲"])]
    assert content.sections[0].items[0].units == ("县教育局",)


def test_a_draft_in_an_issue_keeps_its_status(office):
    issue = started(office)
    draft = office.draft(status=Status.READY)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, issue.id, [entry], by=office.by)
    with pytest.raises(NotAllowedError, match="已编入一期"):
        editing.move(office.store, [draft.id], Status.EDITING, by=office.by)


def test_a_discarded_issue_gives_its_drafts_back(office):
    issue = started(office)
    draft = office.draft(status=Status.READY)
    entry = compiling.entry_of(draft, office.publication.sections[0].id)
    compiling.arrange(office.store, issue.id, [entry], by=office.by)
    discard(office.store, issue.id, by=office.by)
    with office.store.read() as work:
        assert work.drafts.get(draft.id).status is Status.READY
        assert work.issues.holding(draft.id) == []
