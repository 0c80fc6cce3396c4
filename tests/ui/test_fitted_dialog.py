"""Dialogs before the window: every word can be read, however much is said, at every size."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desk.errors import DeskError
from desk.paths import Paths
from desk.settings import SCALES
from ui import style
from ui.locking.unlock_dialog import UnlockDialog
from ui.opening.packages import Keys
from ui.opening.welcome import WelcomeDialog

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG = "这份备份设了口令。请输入写这份备份时给它设的口令；办公室也设了口令的，一并输入。" * 2


@pytest.fixture(params=(SCALES[0], SCALES[-1]))
def dressed(qapp, request):
    """The application at the smallest and the largest size."""
    former = qapp.style().name(), qapp.palette(), qapp.font(), qapp.styleSheet()
    style.apply(qapp, style.Look(request.param))
    yield
    name, palette, font, sheet = former
    qapp.setStyle(name)
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)
    qapp.setProperty("scale", None)


def refuse(_typed):
    raise DeskError(LONG)


def cut(dialog):
    """The labels that have not the room for their words."""
    QApplication.processEvents()
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert labels
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


def test_a_long_sentence_is_shown_whole(dressed, qtbot):
    dialog = Keys(LONG, sealed=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not cut(dialog)


def test_a_long_folder_is_shown_whole(dressed, qtbot, tmp_path):
    dialog = WelcomeDialog(Paths(tmp_path / "云岭县人民政府办公室信息科数据文件夹" / "请勿移动"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not cut(dialog)


def test_the_door_makes_room_for_an_error(dressed, qtbot):
    dialog = UnlockDialog(refuse, lambda _recovery, _new: None)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.height()
    dialog.password.field.setText("云岭县的雨季")
    dialog.password.button.click()
    qtbot.waitUntil(lambda: dialog.password.error.text() == LONG)
    qtbot.waitUntil(lambda: not cut(dialog))
    assert dialog.height() > before
    dialog.show_face(recovering=True)
    assert not cut(dialog)
    dialog.end()
