"""The clerk cleans a text by hand and takes that back."""

import pytest
from PySide6.QtWidgets import QMenu

DIRTY = "7月14日,县教育局 组织12个检查组,对全县86所学校开展检查。"


@pytest.fixture
def dirty(page, add):
    page.show_target(add(text=DIRTY).id)
    return page


def choose(page, words):
    menu = page._menu.menu()
    lines = [*menu.actions(), *(one for part in menu.findChildren(QMenu) for one in part.actions())]
    next(one for one in lines if one.text().startswith(words)).trigger()


def test_a_text_is_cleaned_and_restored_from_the_menu(dirty, qtbot):
    choose(dirty, "整理文字")
    qtbot.waitUntil(lambda: "，县教育局组织" in dirty.middle.text.toPlainText())
    choose(dirty, "撤销整理")
    qtbot.waitUntil(lambda: dirty.middle.text.toPlainText() == DIRTY)


def test_a_clean_text_is_said_to_be_clean(page, add, session, qtbot):
    page.show_target(add(text="云岭县推进农田建设。").id)
    choose(page, "整理文字")
    qtbot.waitUntil(lambda: "已经整齐" in session.messages.toast.text)


def test_the_life_line_is_one_key_away(dirty, session, qtbot):
    with qtbot.waitSignal(session.requested) as asked:
        choose(dirty, "生平")
    assert asked.args == ["life", dirty.draft.id]
