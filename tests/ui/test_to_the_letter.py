"""What others have written is shown to the letter: a title must not make the window open a file."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QToolTip

from ui import style

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_SIDE = 300


@pytest.fixture
def title(tmp_path, qapp):
    """A title that names a picture of a colour and a size nothing else here has."""
    style.apply(qapp, style.Look(100))
    picture = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    picture.fill(0x12AB34)
    assert picture.save(str(tmp_path / "secret.png"))
    return f'<img src="{(tmp_path / "secret.png").as_uri()}">防汛'


def test_in_a_label(qtbot, window, title):
    label = QLabel(title, window)
    label.show()
    assert label.sizeHint().height() < _SIDE


def test_in_a_label_that_gets_another_text(qtbot, window, title):
    label = QLabel("防汛", window)
    label.show()
    label.setText(title)
    assert label.sizeHint().height() < _SIDE


def test_in_a_question(qtbot, window, title):
    box = QMessageBox(window)
    qtbot.addWidget(box)
    box.setText(title)
    box.setInformativeText(title)
    box.show()
    assert box.sizeHint().height() < _SIDE


def test_in_a_tip(qtbot, window, title):
    QToolTip.showText(QPoint(10, 10), title, window)
    tip = next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel"))
    height = tip.height()
    QToolTip.hideText()
    assert height < _SIDE


def test_the_picture_would_be_shown_in_rich_text(qtbot, window, title):
    label = QLabel(title, window)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.show()
    assert label.sizeHint().height() >= _SIDE
