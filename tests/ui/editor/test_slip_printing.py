"""The approval slip of the draft on show."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMenu

from ui.editor.slip_printing import SlipPrinting

# a menu is a window of its own, which the offscreen platform cannot raise or size
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def printing(page):
    """The feature of an editor that shows a draft."""

    def of(draft):
        page.show_target(draft.id)
        return next(one for one in page.features if isinstance(one, SlipPrinting))

    return of


def test_the_editors_menu_names_it_with_its_key(page):
    menu = next(one for one in page.features if isinstance(one, SlipPrinting)).menu()
    assert [key for _words, key in menu] == ["Ctrl+Shift+P"]
    assert "审签单" in menu[0][0]


def test_the_slip_of_the_draft_on_show_is_shown_to_print(printing, office, qtbot, session):
    feature = printing(office.draft("甲稿"))
    feature.printer.show([feature.page.draft.id])
    qtbot.waitUntil(lambda: feature.printer.paper is not None)
    assert feature.printer.paper.windowTitle() == "审签单　甲稿"


def test_the_key_offers_to_print_and_to_keep_it(printing, office, qtbot):
    feature = printing(office.draft("甲稿"))
    offered = []

    def look():
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        offered.extend(action.text() for action in menu.actions())
        menu.close()

    QTimer.singleShot(50, look)
    feature.ask()
    assert offered == ["打印审签单", "存为 Word", "存为 PDF"]
