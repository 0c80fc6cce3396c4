"""The 选题 tab of an office with two units."""

import pytest

from ui.tasks.page import TasksPage
from ui.topic_pool.tab import TopicPoolTab


@pytest.fixture
def page(opened, session, office, qtbot):
    made = opened(TasksPage)
    made.show_target("选题")
    qtbot.waitUntil(lambda: not session.worker.busy)
    return made


@pytest.fixture
def tab(page):
    return page.tab(TopicPoolTab)


@pytest.fixture
def settled(qtbot, session):
    """Wait until the worker has done everything asked of it."""
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)
