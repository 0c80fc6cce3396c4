"""A number or a day is written another way by Ctrl+Shift+N and a digit."""

from datetime import date

import pytest
from PySide6.QtGui import QTextCursor

from desk.drafts import Status
from ui.editor.number_forms import NumberForms

# the offscreen platform has no popups of its own
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def begin(page, add):
    """Put the cursor behind some words of a text, and ask."""

    def begin(text, words, **fields):
        page.show_target(add(text=text, report_date=date(2026, 11, 22), **fields).id)
        cursor = page.middle.text.textCursor()
        cursor.setPosition(text.index(words) + 1)
        page.middle.text.setTextCursor(cursor)
        feature = next(one for one in page.features if isinstance(one, NumberForms))
        feature.begin()
        return feature.offered

    return begin


def take(menu, words):
    next(one for one in menu.actions() if words in one.text()).trigger()
    menu.hide()


def test_the_number_at_the_cursor_is_rewritten_in_one_step(begin, page):
    take(begin("投资12345.67万元。", "2345"), "1.234567亿")
    assert page.middle.text.toPlainText() == "投资1.234567亿元。"
    page.middle.text.undo()
    assert page.middle.text.toPlainText() == "投资12345.67万元。"


def test_forms_are_chosen_by_digits_and_say_what_they_are(begin):
    menu = begin("于2026.11.22召开。", "2026")
    assert menu.actions()[0].text() == "&1　2026年11月22日\t年月日"
    menu.hide()


def test_a_word_for_a_day_becomes_the_day_of_the_report(begin, page):
    take(begin("昨天召开会议。", "昨天"), "&1")
    assert page.middle.text.toPlainText() == "11月21日召开会议。"


def test_a_selection_is_rewritten_whole_and_keeps_its_weight(begin, page):
    begin("增长12.4%。", "12.4").hide()
    text = page.middle.text
    text.moveCursor(QTextCursor.MoveOperation.Start)
    text.find("12.4%")
    text.toggle_bold()
    feature = next(one for one in page.features if isinstance(one, NumberForms))
    feature.begin()
    take(feature.offered, "百分之")
    runs = text.reading().body.paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [
        ("增长", False), ("百分之十二点四", True), ("。", False),
    ]  # fmt: skip


def test_where_no_number_stands_it_says_so(begin, session):
    assert not begin("农田建设。", "农田").isVisible()
    assert "没有数字" in session.messages.toast.text


def test_a_draft_that_may_not_change_is_left_alone(begin, session):
    begin("投资123万元。", "23", status=Status.READY)
    assert "不能改动" in session.messages.toast.text
