"""A window for emergencies in an office that can be called."""

import pytest
from PySide6.QtWidgets import QPushButton

from ui.emergencies.emergency_window import EmergencyWindow


@pytest.fixture
def alarm(window, session, office, qtbot):
    """The window as F10 opens it."""
    made = EmergencyWindow(session, window)
    qtbot.addWidget(made)
    made.begin()
    return made


@pytest.fixture
def typed(alarm):
    """Type into a field or slot."""

    def type_in(**texts):
        for key, text in texts.items():
            entry = (alarm.form.fields | alarm.form.slots)[key].entry
            (entry.setEditText if key == "event" else entry.setText)(text)
        alarm.compose()

    return type_in


@pytest.fixture
def take_back(session, at_rest):
    """Press 撤销 in the note."""

    def press():
        buttons = session.messages.toast.findChildren(QPushButton)
        next(one for one in buttons if one.text() == "撤销").click()
        at_rest()

    return press
