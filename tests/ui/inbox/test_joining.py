"""Several selected drafts become one composite, and fall apart again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.drafts import Status
from ui.editor.source_choice import SourceChoice

# a dialog has no window manager offscreen
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def two(office, page):
    ids = [office.draft("甲", "甲一。\n甲二。").id, office.draft("乙", "乙一。").id]
    page.refresh()
    return ids


@pytest.fixture
def choice(page, two):
    page.joining.ask(two)
    shown = QApplication.topLevelWidgets()
    return next(one for one in shown if isinstance(one, SourceChoice) and one.isVisible())


def stored(store, ids):
    with store.read() as work:
        return work.drafts.several(ids)


def test_all_paragraphs_are_taken_unless_their_box_is_cleared(choice, store, two, qtbot):
    choice.tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    choice.accept_button.click()
    qtbot.waitUntil(lambda: stored(store, two)[0].status is Status.MERGED)
    (made,) = stored(store, [stored(store, two)[0].merged_into])
    assert made.body.text == "甲\n甲一。\n乙\n乙一。"


def test_the_note_takes_it_back(choice, store, two, session, qtbot):
    choice.accept_button.click()
    qtbot.waitUntil(lambda: "已并成综合稿“甲（综合）”" in session.messages.toast.text)
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: stored(store, two)[0].status is not Status.MERGED)
    assert [one.merged_into for one in stored(store, two)] == [None, None]


def test_what_may_not_be_joined_is_refused_before_paragraphs_are_chosen(page, office, session):
    ids = [office.draft("甲", "甲一。").id, office.draft("乙", "乙一。", status=Status.READY).id]
    page.joining.ask(ids)
    assert "“乙”现在是“可用”，不能并入" in session.messages.banner.text
    shown = QApplication.topLevelWidgets()
    assert not any(isinstance(one, SourceChoice) and one.isVisible() for one in shown)


def test_one_draft_alone_is_no_composite(page, two, session):
    page.joining.ask(two[:1])
    assert "要选 2 到" in session.messages.banner.text
