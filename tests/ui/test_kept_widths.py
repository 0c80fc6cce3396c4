"""A page is divided as the clerk left it."""

import pytest
from PySide6.QtWidgets import QLabel, QSplitter

from ui.kept_widths import KeptWidths

# the offscreen screen has no window frames
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def divided(qtbot, tmp_path):
    """Open a page of a width, divided in two."""

    def divided(width):
        made = QSplitter()
        qtbot.addWidget(made)
        for _side in range(2):
            made.addWidget(QLabel())
        KeptWidths(made, tmp_path, "test")
        made.resize(width, 100)
        made.show()
        return made

    return divided


def test_a_moved_edge_stays_where_it_was_put(divided):
    first = divided(400)
    first.moveSplitter(120, 1)
    assert divided(400).sizes() == first.sizes()
    assert divided(600).sizes() != first.sizes()
