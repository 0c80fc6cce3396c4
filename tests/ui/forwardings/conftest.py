"""The 上报 tab on an office with a carrier above, an item ready to go, and short calls."""

from datetime import timedelta

import pytest

from desk.auditing import By
from desk.drafts import Status
from desk.forwardings import sending
from desk.forwardings.sending import Sending, Target
from desk.publications import Publication, Section, Tier
from ui.forwardings.tab import ForwardingsTab
from ui.tasks.page import TasksPage


@pytest.fixture
def carrier(office):
    with office.store.begin() as work:
        return work.catalogue.save_publication(
            Publication("市政府要情快报", (Section("要情"),), tier=Tier.CITY)
        )


@pytest.fixture
def item(office):
    def make(title="县教育局开展校园安全检查"):
        return office.draft(title, status=Status.READY)

    return make


@pytest.fixture
def sent(office, carrier, item):
    """Send an item so many days ago; gives the forwarding."""

    def send(title="县教育局开展校园安全检查", days=0):
        when = office.by.now - timedelta(days)
        draft, how = item(title), Sending(when)
        by = By(office.by.who, when)
        return sending.send(office.store, [draft.id], [Target(carrier.id)], how, by=by).added[0]

    return send


@pytest.fixture
def tab(opened, qtbot):
    """The tab, read."""

    def show(rows=None):
        page = opened(TasksPage)
        page.show_target("上报")
        tab = page.tab(ForwardingsTab)
        if rows is not None:
            qtbot.waitUntil(lambda: len(tab._rows) == rows)
        return tab

    return show
