"""The search page on an office's store."""

import pytest
from sqlalchemy import text

from ui.search.page import SearchPage


@pytest.fixture
def page(opened, session, office):
    page = opened(SearchPage)
    yield page
    page.leave()


@pytest.fixture
def titles(page):
    """The titles listed now."""
    return lambda: [page.list.drafts.row(at).title for at in range(page.list.drafts.rowCount())]


@pytest.fixture
def sql(store):
    """Run a statement that no use case would."""

    def run(statement):
        with store.begin() as work:
            work.drafts._session.execute(text(statement))

    return run
