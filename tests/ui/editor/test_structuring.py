"""Levels and numbers of paragraphs are set by bar and keys, each as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk.body import Body, Level, Paragraph, Run, Table, plain

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
FOUR = "抓学习\n抓落实\n抓督导\n收尾"


@pytest.fixture
def text(page, add):
    page.show_target(add(text=FOUR).id)
    return page.middle.text


def select(text, first, last):
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(first).position())
    block = text.document().findBlockByNumber(last)
    cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_a_key_makes_headings_of_the_paragraphs_selected_and_one_undo_unmakes_them(text, qtbot):
    select(text, 0, 2)
    qtbot.keyClick(text, Qt.Key.Key_1, CTRL_ALT)
    body = text.reading().body
    assert body.text == "一、抓学习\n二、抓落实\n三、抓督导\n收尾"
    assert [one.level for one in body.paragraphs][:3] == [Level.FIRST] * 3
    text.undo()
    assert text.reading().body == plain(FOUR)


def test_another_level_changes_the_number_and_plain_takes_it_away(text, page):
    text.show_body(plain("一、做法\n二、抓学习"))
    select(text, 1, 1)
    page.middle.bar.levels[Level.SECOND].click()
    assert text.reading().body.text == "一、做法\n（一）抓学习"
    page.middle.bar.levels[Level.PLAIN].click()
    assert text.reading().body == plain("一、做法\n抓学习")


def test_a_number_takes_the_weight_of_its_words(text, page):
    text.show_body(Body((Paragraph((Run("抓学习。", bold=True), Run("全县"))),)))
    page.middle.bar.levels[Level.THIRD].click()
    assert text.reading().body.blocks[0].runs == (Run("1.抓学习。", bold=True), Run("全县"))


def test_numbers_are_put_in_order_around_tables_as_one_step(text, page):
    before = Body(
        (*plain("二、甲\n五、乙").blocks, Table((("一、", ""),)), *plain("五、丙").blocks)
    )
    text.show_body(before)
    page.middle.bar.renumber.click()
    assert text.reading().body.text == "一、甲\n二、乙\n三、丙"
    text.undo()
    assert text.reading().body == before


def test_where_later_numbers_no_longer_fit_putting_them_in_order_is_offered(text, page):
    text.show_body(plain("一、甲\n乙\n二、丙"))
    select(text, 1, 1)
    page.middle.bar.levels[Level.FIRST].click()
    toast = page.session.messages.toast
    assert toast.text == "后面的序号接不上了"
    toast.offer_button.click()
    assert text.reading().body.text == "一、甲\n二、乙\n三、丙"


def test_the_bar_shows_the_level_at_the_cursor(text, page):
    text.show_body(plain("一、甲\n乙"))
    assert page.middle.bar.levels[Level.FIRST].isChecked()
    text.moveCursor(QTextCursor.MoveOperation.End)
    assert page.middle.bar.levels[Level.PLAIN].isChecked()


def test_an_empty_paragraph_gets_its_number_and_the_words_follow(text, qtbot):
    text.show_body(plain("一、甲"))
    text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClick(text, Qt.Key.Key_1, CTRL_ALT)
    qtbot.keyClicks(text, "abc")
    assert text.reading().body == plain("一、甲\n二、abc")


def test_a_text_that_may_not_be_edited_has_no_bar_and_keeps_its_levels(text, page, qtbot):
    page.middle.allow_editing("待审签")
    assert page.middle.bar.isHidden()
    qtbot.keyClick(text, Qt.Key.Key_1, CTRL_ALT)
    assert text.reading().body == plain(FOUR)
