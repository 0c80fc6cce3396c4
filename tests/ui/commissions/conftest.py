"""The 约稿 tab over a small office."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.commissions import issuing
from desk.commissions.commission import Commission, Task
from ui.commissions.tab import CommissionsTab
from ui.tasks.page import TasksPage


@pytest.fixture
def send(office, now):
    """Sends a notice to both units, due in two days."""

    def act(title="今冬明春农田水利建设", **fields) -> Commission:
        notice = issuing.new(title, now + timedelta(days=2), by=office.by)
        tasks = tuple(Task(one.id) for one in office.units)
        notice = replace(notice, contact="周文清 0875-5122119", tasks=tasks, **fields)
        return issuing.issue(office.store, notice, by=office.by)

    return act


@pytest.fixture
def idle(session, qtbot):
    """Waits until everything asked of the worker is done."""
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


@pytest.fixture
def tab(opened, office, session, idle, monkeypatch) -> CommissionsTab:
    """The tab, read; its windows are put away at the end."""
    page = opened(TasksPage)
    made = page.tab(CommissionsTab)
    page.show_target("约稿")
    idle()
    yield made
    for window in (made._notice, made._paper, made._reason, made._results, made._rules):
        if window:
            window.close()


@pytest.fixture
def kept(store):
    """The commissions as they are kept, the oldest first."""

    def read() -> list[Commission]:
        with store.read() as work:
            return sorted(work.matters.all(Commission), key=lambda one: one.id)

    return read
