"""Cards of 设置: as wide as is good to read, and as high as their words need."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout

from ui.settings.cards import card, scrolling

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG = "已设口令。打开数据要口令，忘了就用打印的恢复密钥；两样都没有，谁也打不开。" * 4


@pytest.fixture
def labels(qtbot):
    """Words on two cards in a window that is wide and low."""
    found, cards = [], []
    for _ in range(2):
        found.append(QLabel(LONG, wordWrap=True))
        cards.append(card())
        QVBoxLayout(cards[-1]).addWidget(found[-1])
    area = scrolling(*cards)
    qtbot.addWidget(area)
    area.resize(1600, 60)
    area.show()
    QApplication.processEvents()
    yield found
    area.close()


def test_lines_are_not_longer_than_one_reads_with_ease(labels):
    assert all(one.width() <= 820 for one in labels)


def test_a_low_window_scrolls_and_cuts_no_words(labels):
    assert all(one.height() >= one.heightForWidth(one.width()) for one in labels)
