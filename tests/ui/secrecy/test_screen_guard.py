"""The screen's guard: every window that is shown, only while wanted, only where it can be."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from ui.secrecy.screen_guard import ScreenGuard
from ui.session import Topic

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class FakeUser32:
    def __init__(self):
        self.asked = []

    def SetWindowDisplayAffinity(self, window, wanted):  # noqa: N802 - Windows' own name
        self.asked.append((window, wanted))


@pytest.fixture
def shown(qtbot):
    def show():
        made = QWidget()
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def test_a_window_is_left_out_of_captures_while_the_office_wants_it(session, shown):
    system = FakeUser32()
    guard = ScreenGuard(session, system)
    shown()
    assert system.asked == []
    session.settings = replace(session.settings, blocks_capture=True)
    session.changed.emit(frozenset({Topic.SETTINGS}))
    window = shown()
    assert (int(window.winId()), 0x11) in system.asked
    session.settings = replace(session.settings, blocks_capture=False)
    session.changed.emit(frozenset({Topic.SETTINGS}))
    assert system.asked[-1][1] == 0
    assert guard.is_possible


def test_where_the_system_has_no_means_nothing_is_done(session, shown):
    guard = ScreenGuard(session, None)
    shown()
    assert not guard.is_possible
