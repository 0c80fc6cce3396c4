"""People are named by their initials, or by any name that is typed."""

import pytest
from PySide6.QtCore import Qt

from ui.name_box import NameBox

# the list of names is a popup, which the offscreen screen cannot activate
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def box(qtbot):
    made = NameBox("审签人")
    qtbot.addWidget(made)
    made.offer(["林志远", "何文斌", "何文斌", "苏明远"])
    made.show()
    return made


def retype(qtbot, box, text):
    box.lineEdit().selectAll()
    qtbot.keyClicks(box.lineEdit(), text)


def test_the_first_name_offered_is_chosen(box):
    assert box.name == "林志远"
    assert box.count() == 3


def test_initials_name_somebody(box, qtbot):
    retype(qtbot, box, "hwb")
    assert box.name == "何文斌"


def test_enter_takes_the_name_shown(box, qtbot):
    retype(qtbot, box, "s")
    qtbot.keyClick(box._list, Qt.Key.Key_Return)
    assert box.currentText() == "苏明远"


def test_a_name_of_no_list_stays_as_it_is_typed(box):
    box.setEditText(" 罗 县长 ")
    assert box.name == "罗 县长"


def test_typing_replaces_the_name_offered(box, qtbot):
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.begin()
    qtbot.keyClicks(box.lineEdit(), "ljl")
    assert box.currentText() == "ljl"
