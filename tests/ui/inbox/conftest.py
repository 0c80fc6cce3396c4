"""The inbox on an office's store."""

import pytest

from ui.inbox.page import InboxPage


@pytest.fixture
def page(opened, session, office):
    return opened(InboxPage)


@pytest.fixture
def titles(page):
    """The titles listed now."""

    def listed():
        return [page.list.drafts.row(at).title for at in range(page.list.drafts.rowCount())]

    return listed
