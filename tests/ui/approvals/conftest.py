"""The 审签 page over a store with a lane and people."""

import pytest
from PySide6.QtTest import QTest

from desk.approvals import Lane, Stage
from desk.approving import submit
from desk.people import Person
from ui.approvals.page import ApprovalsPage

CLERK, CHIEF = "王敏", "郑国平"


@pytest.fixture
def lane(store):
    """First the clerk, then the director; 县长 where somebody asks for it."""
    with store.begin() as work:
        work.people.save(Person(CLERK, "科长", "5120001"))
        work.people.save(Person(CHIEF, "主任", "5120002"))
        stages = (
            Stage("科长审核", CLERK, 4),
            Stage("主任审签", CHIEF, 4),
            Stage("县长审阅", only_if_asked=True),
        )
        return work.approvals.save_lane(Lane("上报", stages))


@pytest.fixture
def sent(store, office, lane):
    """Send drafts up; returns their ids."""

    def send(*titles, text="7月14日，县教育局组织12个检查组。"):
        ids = [office.draft(title, text).id for title in titles]
        submit(store, ids, lane.id, by=office.by)
        return ids

    return send


@pytest.fixture
def page(opened, qtbot, session):
    """The page with its queues read."""
    made = opened(ApprovalsPage)
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def read_on(page, qtbot, session):
    """Read the queues anew and wait for it."""

    def read():
        page.refresh()
        qtbot.waitUntil(lambda: not session.worker.busy)

    return read


@pytest.fixture
def press(page, qtbot, session):
    """Press keys over the list and wait for what they do."""

    def click(*keys):
        for key in keys:
            widget = page.window().focusWidget() or page.list
            QTest.keySequence(widget, key)
        qtbot.waitUntil(lambda: not session.worker.busy)

    return click


@pytest.fixture
def titles(page):
    """The titles in the list."""
    return lambda: [row.draft.title for row in page.model.rows]


@pytest.fixture
def status(store):
    """The status of a draft."""

    def read(draft_id):
        with store.read() as work:
            return work.drafts.get(draft_id).status

    return read


@pytest.fixture
def way(store):
    """The newest way of a draft."""

    def read(draft_id):
        with store.read() as work:
            return work.approvals.last([draft_id])[draft_id]

    return read


@pytest.fixture
def waiting(sent, page, read_on):
    """Send drafts up and see them in the list, which has the keyboard; returns their ids."""

    def wait(*titles, **fields):
        ids = sent(*titles, **fields)
        read_on()
        page.list.setFocus()
        return ids

    return wait


@pytest.fixture
def undo(session, qtbot):
    """Take the last action back by the note's button."""

    def press():
        session.messages.toast._undo.click()
        qtbot.waitUntil(lambda: not session.worker.busy)

    return press
