"""The life line's page on an office's store."""

import pytest

from ui.life.page import LifePage


@pytest.fixture
def page(opened, session, office):
    return opened(LifePage)


@pytest.fixture
def lines(page):
    """What the list says, line by line."""
    model = page.view.events
    return lambda: [model.index(at, 0).data() for at in range(model.rowCount())]
