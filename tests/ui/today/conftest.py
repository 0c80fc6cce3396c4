"""今日 on a PC that keeps Beijing time."""

import time

import pytest
from PySide6.QtWidgets import QWidget

from ui.today.page import TodayPage


@pytest.fixture(autouse=True)
def _in_beijing(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def shown(window: QWidget, session, at_rest):
    """Open the page on the store as it is."""

    def show() -> TodayPage:
        page = TodayPage(session)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        page.enter()
        at_rest()
        return page

    return show
