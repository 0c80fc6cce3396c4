"""An issue of a publication is offered the version that was made for it."""

from dataclasses import replace

import pytest

from desk.drafts import Status
from desk.issues import Role
from desk.merging import merge_into_composite
from desk.versions import make


@pytest.fixture
def version(store, office, ready):
    """A version for 《政务信息》 of an approved draft, still being edited."""
    (draft,) = ready("县教育局检查校园")
    return make(store, draft.id, office.publication.id, by=office.by)


@pytest.fixture
def become(store):
    """Give a draft another status."""

    def become(draft, status):
        with store.begin() as work:
            work.drafts.save(replace(work.drafts.get(draft.id), status=status))

    return become


def offered(page):
    page.refresh()
    return [(row.draft.id, row.title) for row in page.pool_model.rows]


def test_without_an_issue_there_are_only_originals(page, version, become):
    become(version, Status.READY)
    assert offered(page) == [(version.version_of, "县教育局检查校园")]


def test_the_approved_version_takes_the_place_of_its_original(
    page, office, version, become, at_rest
):
    become(version, Status.READY)
    page.new_issue(office.publication.id)
    at_rest()
    assert offered(page) == [(version.id, "〔版〕县教育局检查校园")]


def test_a_version_that_waits_says_so_and_keeps_its_original_out(page, office, version, at_rest):
    page.new_issue(office.publication.id)
    at_rest()
    assert offered(page) == [(version.id, "〔版·在编〕县教育局检查校园")]
    assert "审签通过后才能编入" in page.pool_model.rows[0].told


def test_an_item_that_was_printed_here_is_not_offered_again(page, office, version, become, at_rest):
    become(version, Status.RELEASED)
    page.new_issue(office.publication.id)
    at_rest()
    assert offered(page) == []


def test_a_version_of_a_composite_is_placed_as_one(page, office, store, become, at_rest):
    parts = [office.draft(f"县教育局第{one}件") for one in (1, 2)]
    composite = merge_into_composite(store, [one.id for one in parts], by=office.by)
    version = make(store, composite.id, office.publication.id, by=office.by)
    become(version, Status.READY)
    page.new_issue(office.publication.id)
    at_rest()
    page.pool.choose(0)
    page.add_chosen()
    at_rest()
    assert [(one.draft_id, one.role) for one in page.issue.entries] == [
        (version.id, Role.COMPOSITE)
    ]
