"""The 编刊 page on an office's store."""

import pytest

from desk.drafts import Status
from ui.issue.page import IssuePage


@pytest.fixture
def page(opened, session, office, qtbot):
    made = opened(IssuePage)
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def at_rest(page, qtbot):
    """Wait until every change is kept and shown."""
    return lambda: qtbot.waitUntil(lambda: not page.session.worker.busy)


@pytest.fixture
def ready(office, page):
    """Approved drafts of these titles, in the pool."""

    def make(*titles, **fields):
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
