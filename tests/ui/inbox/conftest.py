"""The inbox on an office's store."""

import pytest

from ui.inbox.page import InboxPage


@pytest.fixture
def page(window, session, office):
    made = InboxPage(session)
    made.setParent(window)
    made.resize(window.size())
    made.show()
    made.enter()
    return made


@pytest.fixture
def titles(page):
    """The titles listed now."""

    def listed():
        return [page.list.drafts.row(at).title for at in range(page.list.drafts.rowCount())]

    return listed
