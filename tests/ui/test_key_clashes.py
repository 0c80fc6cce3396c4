"""Every key means one thing wherever the clerk is: Qt drops an ambiguous one without a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu, QStackedWidget, QWidget

from desk.settings import Settings
from ui import style
from ui.desktop import open_window
from ui.page import Page

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")

_EVERYWHERE = Qt.ShortcutContext.WindowShortcut


@pytest.fixture
def main_window(qtbot, qapp, store, paths, now):
    style.apply(qapp, style.Look(100))
    window = open_window(store, paths, Settings(clerk="王敏"), clock=lambda: now)
    qtbot.addWidget(window, before_close_func=lambda one: one.session.worker.close())
    return window


def reach(holder, context):
    """Within which widget a key works: on a page or a tab that is not shown nothing does."""
    place = holder
    while context is _EVERYWHERE and not (place.isWindow() or _is_one_of_several(place)):
        place = place.parentWidget()
    return place


def _is_one_of_several(widget):
    return isinstance(widget, Page) or isinstance(widget.parentWidget(), QStackedWidget)


def bindings(window):
    for one in window.findChildren(QShortcut):
        yield one.key().toString(), reach(one.parent(), one.context())
    for one in window.findChildren(QAction):
        for held in one.associatedObjects():
            if isinstance(held, QWidget) and not isinstance(held, QMenu):
                for key in one.shortcuts():
                    yield key.toString(), reach(held, one.shortcutContext())
    for one in window.findChildren(QAbstractButton):
        if not one.shortcut().isEmpty():
            yield one.shortcut().toString(), reach(one, _EVERYWHERE)


def clashes(window):
    """Keys bound twice by one widget, or by one and another around it."""
    held = list(bindings(window))
    for at, (key, place) in enumerate(held):
        for other, around in held[at + 1 :]:
            same_place = place is around or place.isAncestorOf(around)
            if key == other and (same_place or around.isAncestorOf(place)):
                yield key, type(place).__name__, type(around).__name__


@pytest.mark.parametrize(
    "key", ["today", "inbox", "editor", "approvals", "issue", "search", "archive"]
)
def test_every_key_of_a_page_means_one_thing_there_and_in_the_window(main_window, key):
    main_window.page(key)
    assert list(clashes(main_window)) == []


@pytest.mark.parametrize("key", ["scores", "registry", "tasks"])
def test_every_key_of_a_tab_means_one_thing_there_and_around_it(main_window, key):
    page = main_window.page(key)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
    assert list(clashes(main_window)) == []
