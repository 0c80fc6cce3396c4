"""A window nobody uses is told of in time; a window in use, in whatever way, is not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from ui.locking import idle


@pytest.fixture
def clock(monkeypatch):
    """Two clocks to be moved by hand: that which sleeps with the PC, and the one on the wall."""

    class Clock:
        now, wall = 1000.0, 5000.0

        def pass_by(self, seconds, *, asleep=0.0):
            self.now += seconds
            self.wall += seconds + asleep

    made = Clock()
    monkeypatch.setattr(idle.time, "monotonic", lambda: made.now)
    monkeypatch.setattr(idle.time, "time", lambda: made.wall)
    return made


@pytest.fixture
def field(qtbot):
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is made.windowHandle())
    return made


@pytest.fixture
def expiries(clock, field):
    """How often it was told; ``watch.look`` is what its timer does."""
    watch = idle.Idle(lambda: 10)
    told = []
    watch.expired.connect(lambda: told.append(clock.now))
    watch.told = told
    return watch


def test_ten_minutes_without_a_key_are_told_once(expiries, clock):
    clock.pass_by(599)
    expiries.look()
    assert expiries.told == []
    clock.pass_by(1)
    expiries.look()
    expiries.look()
    assert len(expiries.told) == 1


@pytest.mark.parametrize("act", ["key", "mouse", "input method"])
def test_whoever_works_is_not_away(expiries, clock, field, qtbot, act):
    clock.pass_by(599)
    if act == "key":
        qtbot.keyClick(field, Qt.Key.Key_Down)
    elif act == "mouse":
        qtbot.mouseClick(field.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    else:
        QGuiApplication.inputMethod().cursorRectangleChanged.emit()
    clock.pass_by(599)
    expiries.look()
    assert expiries.told == []


def test_a_pc_that_slept_is_told_of_at_once(expiries, clock):
    clock.pass_by(5, asleep=300)
    expiries.look()
    assert len(expiries.told) == 1


def test_never_means_never(clock, field):
    watch, told = idle.Idle(lambda: 0), []
    watch.expired.connect(lambda: told.append(1))
    clock.pass_by(90_000, asleep=90_000)
    watch.look()
    assert told == []
