"""A draft is checked by the rules of the publication it is meant for."""

import pytest

from desk.auditing import By
from desk.checks.office import Level
from desk.compiling import arrange, new_issue
from desk.drafts import Status
from desk.issues import Entry
from desk.publications import Publication, Section, Tier


@pytest.fixture
def publication(store):
    """A publication that lets half-width marks pass."""
    with store.begin() as work:
        sections = (Section("要情"), Section("动态"))
        made = work.catalogue.save_publication(Publication("云岭信息", sections, "brief"))
        work.catalogue.save_publication(Publication("市信息", (), tier=Tier.CITY))
        work.rulebook.set_level(made.id, "P01", Level.OFF)
        return made


def rules(page):
    page.inspector.check()
    return {mark.finding.rule for mark in page.inspector.marks}


def choose(page, words):
    box = page.side.findings.carrier
    row = box.findText(words)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_only_the_offices_own_publications_are_offered(publication, page, draft):
    page.show_target(draft.id)
    box = page.side.findings.carrier
    assert [box.itemText(row) for row in range(box.count())] == [
        "不按刊物检查",
        "按《云岭信息》检查",
        "按《云岭信息》“要情”检查",
        "按《云岭信息》“动态”检查",
    ]


def test_the_rules_of_the_chosen_publication_apply(publication, page, draft):
    page.show_target(draft.id)
    assert "P01" in rules(page)
    choose(page, "按《云岭信息》检查")
    assert "P01" not in rules(page)


def test_the_choice_is_remembered_for_its_draft_alone(publication, page, draft, add):
    other = add("云岭县改造户厕")
    page.show_target(draft.id)
    choose(page, "按《云岭信息》“动态”检查")
    page.show_target(other.id)
    assert page.side.findings.carrier.currentText() == "不按刊物检查"
    page.show_target(draft.id)
    assert page.side.findings.carrier.currentText() == "按《云岭信息》“动态”检查"


def test_a_draft_in_an_issue_is_checked_by_that_publication(publication, page, add, store, now):
    draft = add(status=Status.READY)
    by = By("王敏", now)
    issue = new_issue(store, publication.id, now.date(), by=by)
    arrange(store, issue.id, [Entry(draft.id, publication.sections[1].id)], by=by)
    page.show_target(draft.id)
    assert page.side.findings.carrier.currentText() == "按《云岭信息》“动态”检查"
    assert "P01" not in rules(page)
