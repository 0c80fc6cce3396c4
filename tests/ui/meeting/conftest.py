"""A meeting of a small office."""

import pytest

from desk.reports.decks.plan import CLOSING, SUM, TITLE, DeckPlan
from ui.meeting.window import MeetingWindow

PLAN = DeckPlan((TITLE, SUM, "chart:bullet", "table:standing", CLOSING))


@pytest.fixture
def meeting(session, surveyed, qtbot):
    """A meeting on a screen of 1024×768, all slides drawn."""
    made = MeetingWindow(session, surveyed("5"), PLAN)
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.show()
    qtbot.waitUntil(lambda: made.store.complete)
    return made
