"""The 编刊 page on an office's store."""

from dataclasses import replace

import pytest

from desk.checks.checklist import checklist_for
from desk.drafts import Kind, Status
from ui.issue.page import IssuePage
from ui.issue.remarking import Remarking

NAMES = {"editor": "周文清", "reviewer": "何立新", "signer": "郑国平"}


@pytest.fixture
def page(opened, session, office, qtbot):
    session.settings = replace(session.settings, **NAMES)
    made = opened(IssuePage)
    made.feature(Remarking).look_at_once()
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def at_rest(page, qtbot):
    """Wait until every change is kept and shown."""
    remarking = page.feature(Remarking)

    def wait():
        qtbot.waitUntil(lambda: remarking.is_settled and not page.session.worker.busy)

    return wait


@pytest.fixture
def ready(office, page):
    """Approved drafts of these titles, in the pool."""

    ticks = frozenset(one.id for one in checklist_for(Kind.DYNAMIC))

    def make(*titles, **fields):
        fields = {"ticks": ticks, **fields}
        made = [office.draft(title, status=Status.READY, **fields) for title in titles]
        page.refresh()
        return made

    return make


@pytest.fixture
def compiled(page, office, ready, at_rest):
    """An open issue that holds drafts of these titles in its first section."""

    def make(*titles, **fields):
        drafts = ready(*titles, **fields)
        page.new_issue(office.publication.id)
        at_rest()
        page._place([one.id for one in drafts], office.publication.sections[0].id, 0)
        at_rest()
        return drafts

    return make


@pytest.fixture
def stored(store, page):
    """The issue on show as the store has it."""

    def read():
        with store.read() as work:
            return work.issues.get(page.issue.id)

    return read


@pytest.fixture
def titles(store, stored):
    """The titles of the issue in printing order, as the store has them."""

    def read():
        with store.read() as work:
            return [work.drafts.get(entry.draft_id).title for entry in stored().entries]

    return read
