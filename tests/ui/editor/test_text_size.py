"""The text is as large as the clerk likes it, and one key leaves nothing else."""

import pytest
from PySide6.QtCore import Qt

from desk.settings import Settings
from ui.desktop import open_window
from ui.editor.page import EditorPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def again(session):
    """Another editor, as after a restart."""

    def again():
        page = EditorPage(session)
        page.setParent(session.messages.toast.parentWidget())
        page.resize(1290, 740)
        return page

    return again


@pytest.fixture
def desktop(qtbot, store, paths, draft):
    """The whole window with a draft in the editor."""
    made = open_window(store, paths, Settings(clerk="王敏"))
    qtbot.addWidget(made, before_close_func=lambda one: one.session.worker.close())
    made.show()
    made.show_page("editor", draft.id)
    yield made
    made.page("editor").autosave.forget()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no window manager
def test_f11_leaves_only_the_text_and_brings_everything_back(desktop, qtbot):
    page = desktop.page("editor")
    around = (desktop._rail, desktop.statusBar(), page._head, page.original, page.side)
    qtbot.keyClick(page.middle.text, Qt.Key.Key_F11)
    assert not any(part.isVisible() for part in around)
    qtbot.keyClick(page.middle.text, Qt.Key.Key_F11)
    assert all(part.isVisible() for part in around)


@pytest.mark.qt_log_ignore("This plugin does not support")  # as above
def test_another_page_is_whole_after_f11(desktop, qtbot):
    qtbot.keyClick(desktop.page("editor").middle.text, Qt.Key.Key_F11)
    desktop.show_page("inbox")
    assert desktop._rail.isVisible()
    assert desktop.statusBar().isVisible()


def test_a_column_put_away_stays_away_after_f11(opened, qtbot):
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_F7)
    for _ in range(2):
        qtbot.keyClick(opened.middle.text, Qt.Key.Key_F11)
    assert opened.original.isHidden()
    assert not opened.side.isHidden()


def test_the_text_grows_and_shrinks_by_keys_and_stays_so_after_a_restart(opened, qtbot, again):
    opened.middle.fit_text()
    before = opened.middle.text.pixels
    for _ in range(2):
        qtbot.keyClick(opened.middle.text, Qt.Key.Key_Equal, CONTROL)
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_Minus, CONTROL)
    assert opened.middle.text.pixels == before + 2
    assert again().middle.larger == 2
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_0, CONTROL)
    assert opened.middle.text.pixels == before


def test_a_larger_text_can_still_be_undone_and_redone(opened, qtbot):
    before = opened.middle.text.toPlainText()
    qtbot.keyClicks(opened.middle.text, "abc")
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_Equal, CONTROL)
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_Z, CONTROL)
    assert opened.middle.text.toPlainText() == before
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_Equal, CONTROL)
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert opened.middle.text.toPlainText() == "abc" + before


def test_a_side_is_put_away_by_the_strip_beside_the_text(opened, qtbot):
    for column in (opened.original, opened.side):
        edge = opened.columns.edges[column]
        edge.click()
        assert column.isHidden()
        assert edge.toolTip().startswith("展开")
        edge.click()
        assert not column.isHidden()


def test_widths_are_kept_for_each_size_of_the_window(opened):
    opened.resize(1290, 700)
    opened.columns.moveSplitter(260, 1)
    narrow = opened.columns.sizes()
    opened.resize(1800, 700)
    opened.columns.moveSplitter(600, 1)
    wide = opened.columns.sizes()
    opened.resize(1290, 700)
    assert opened.columns.sizes() == narrow
    opened.resize(1800, 700)
    assert opened.columns.sizes() == wide
