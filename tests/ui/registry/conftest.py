"""The registry's page on an office's store."""

import pytest

from ui.registry.page import RegistryPage


@pytest.fixture
def page(opened, session, office):
    return opened(RegistryPage)


@pytest.fixture
def settled(qtbot, session):
    """Wait until what was begun is done."""

    def wait():
        qtbot.waitUntil(lambda: not session.worker.busy)

    return wait


@pytest.fixture
def undo(session, settled):
    """Press 撤销 and wait."""

    def press():
        session.messages.toast._undo.click()
        settled()

    return press
