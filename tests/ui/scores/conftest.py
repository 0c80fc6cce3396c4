"""The 考核 page on an office with a ledger."""

from datetime import date

import pytest

from desk.facts import Fact, FactKind
from ui.scores.board_tab import BoardTab
from ui.scores.page import ScoresPage


@pytest.fixture
def booked(store, office):
    """Two adoptions of 县教育局 this year and one last year; 县水利局 has none."""
    news, brief = office.publication.sections
    education, _ = office.units
    days = (date(2026, 3, 9), news), (date(2026, 7, 6), brief), (date(2025, 5, 6), news)
    with store.begin() as work:
        work.ledger.add(
            Fact(
                FactKind.ADOPTION,
                day,
                education.id,
                f"{day:%m月}信息",
                "import:旧台账.xlsx",
                publication_id=office.publication.id,
                section_id=section.id,
            )
            for day, section in days
        )


@pytest.fixture
def page(opened, session, office, booked, qtbot):
    made = opened(ScoresPage)
    qtbot.waitUntil(lambda: made.tab(BoardTab).board_model.rowCount() == 2)
    return made


@pytest.fixture
def tab(page):
    return page.tab(BoardTab)


@pytest.fixture
def board(page):
    """The board as it reads: a dictionary of heading and text for every unit."""

    def read():
        titles = [column.title for column in page.tab(BoardTab).board_model.columns]
        rows = [
            dict(zip(titles, texts, strict=True))
            for texts in page.tab(BoardTab).board_model.texts()
        ]
        return {row["单位"]: row for row in rows}

    return read


@pytest.fixture
def at_rest(page, qtbot):
    """Wait until all is computed and shown."""
    return lambda: qtbot.waitUntil(lambda: not page.session.worker.busy)


@pytest.fixture
def active(window, qtbot):
    """Bring the window to the front, so that keys reach it, and wait until it is there."""

    def bring():
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return bring
