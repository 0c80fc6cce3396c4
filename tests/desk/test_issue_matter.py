"""What an issue prints around its items."""

from dataclasses import replace
from datetime import date

import pytest

from desk import issue_matter
from desk.approvals import Lane, Stage, Verdict
from desk.approving import Decision, decide, submit
from desk.compiling import arrange, new_issue
from desk.issues import Entry, Matter
from desk.publications import Appearance, Signature
from desk.settings import Settings

TODAY = date(2026, 7, 15)


@pytest.fixture
def issue(office):
    return new_issue(office.store, office.publication.id, TODAY, by=office.by)


def test_only_what_was_changed_is_written(office, issue):
    issue_matter.frame(office.store, issue.id, {"copies": 45}, by=office.by)
    changed = issue_matter.frame(office.store, issue.id, {"note_label": "按语："}, by=office.by)
    assert changed.matter == replace(issue.matter, copies=45, note_label="按语：")


def test_the_audit_trail_names_what_was_changed(office, issue):
    issue_matter.frame(office.store, issue.id, {"copies": 45, "mark": ""}, by=office.by)
    with office.store.read() as work:
        last = work.audit.records(f"issue:{issue.id}")[0]
    assert (last.action, last.detail) == ("改期头期尾", "印数、密级标志")


def test_changes_are_told_by_field():
    old, new = Matter(copies=3), Matter(copies=3, label="特刊", headings=((1, "专栏"),))
    assert issue_matter.changes_between(old, new) == {"label": "特刊"}


def test_what_holds_is_the_publications_then_the_offices(office):
    publication = replace(
        office.publication,
        signature=Signature(signer="郑国平"),
        appearance=Appearance(note_label="按语："),
    )
    usual = issue_matter.usual(
        publication, Settings(editor="周文清", signer="李国华", mark="内部资料")
    )
    assert usual.signature == Signature("周文清", "", "郑国平")
    assert (usual.mark, usual.note_label, usual.copies) == ("内部资料", "按语：", 30)


def test_what_leaders_wrote_on_the_entries_is_offered(office, issue):
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", 4),)))
    draft = office.draft("县教育局检查校园")
    submit(office.store, [draft.id], lane.id, by=office.by)
    said = Decision(Verdict.PASSED, "请各学校举一反三。", "郑国平")
    decide(office.store, [draft.id], said, by=office.by)
    section = office.publication.sections[0].id
    changed = arrange(office.store, issue.id, [Entry(draft.id, section)], by=office.by)
    with office.store.read() as work:
        found = issue_matter.opinions(work, changed)
    assert found == [issue_matter.Opinion("郑国平", "请各学校举一反三。", "县教育局检查校园")]


def test_a_section_bears_another_heading_in_one_issue(office, issue):
    section = office.publication.sections[0]
    changed = issue_matter.head_section(
        office.store, issue.id, section.id, " 防汛专栏 ", by=office.by
    )
    assert changed.matter.headings == ((section.id, "防汛专栏"),)
    again = issue_matter.head_section(
        office.store, issue.id, section.id, section.name, by=office.by
    )
    assert again.matter.headings == ()
