"""The 考核 page of a small office."""

import pytest

from ui.scores.page import ScoresPage


@pytest.fixture
def page(opened, session, office, qtbot):
    made = opened(ScoresPage)
    qtbot.waitUntil(lambda: made.table is not None)
    return made
