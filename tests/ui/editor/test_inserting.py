"""Ctrl+J puts units, leaders, documents, phrases and skeletons into the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk import phrasing
from desk.auditing import By
from desk.body import Level
from desk.drafts import Kind, Status
from desk.phrases import Category, Phrase
from ui.editor.inserting import Inserting


@pytest.fixture
def phrases(store, now):
    for one in (
        Phrase(Category.PHRASE, "同比增长", "同比增长××%", "tbzz"),
        Phrase(Category.PHRASE, "同比下降", "同比下降××%", "tbxj"),
        Phrase(Category.LEADER, "李国华", "县长"),
        Phrase(
            Category.SKELETON, "首报", "××月××日发生火灾。\n一、处置\n处置××。", "", Kind.INCIDENT
        ),
    ):
        phrasing.save_phrase(store, one, by=By("王敏", now))


@pytest.fixture
def typed(page, add, phrases, settled):
    """Type into an incident's text, at its end, and press Ctrl+J."""
    page.show_target(add(text="第一段", kind=Kind.INCIDENT).id)
    settled()

    def typed(letters):
        text = page.middle.text
        text.moveCursor(QTextCursor.MoveOperation.End)
        text.insertPlainText(letters)
        inserting(page).begin()
        return inserting(page).completer

    return typed


def inserting(page):
    return next(one for one in page.features if isinstance(one, Inserting))


def shown(page):
    return page.middle.text.toPlainText()


def test_an_abbreviation_expands_at_once_and_its_gap_is_selected(typed, page):
    completer = typed("，tbzz")
    assert not completer.isVisible()
    assert shown(page) == "第一段，同比增长××%"
    assert page.middle.text.textCursor().selectedText() == "××"


def test_expanding_is_one_step_back(typed, page):
    typed("，tbzz")
    page.middle.text.undo()
    assert shown(page) == "第一段，tbzz"


def test_letters_list_what_they_may_mean_and_enter_takes_one(typed, page, qtbot):
    completer = typed("，tb")
    assert [one.name for one in completer.offers] == ["同比增长", "同比下降"]
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Down)
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Return)
    assert shown(page) == "第一段，同比下降××%"
    assert not completer.isVisible()


def test_what_is_typed_on_narrows_the_list(typed, page, qtbot):
    completer = typed("，t")
    qtbot.keyClicks(page.middle.text, "bx")
    assert [one.name for one in completer.offers] == ["同比下降"]
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Escape)
    assert not completer.isVisible()
    assert shown(page) == "第一段，tbx"


def test_a_leader_is_inserted_with_the_post(typed, page):
    typed("，lgh")
    assert shown(page) == "第一段，县长李国华"


def test_units_are_offered_by_short_and_full_name(typed):
    completer = typed("，水务")
    assert [one.text for one in completer.offers] == ["水务局", "云岭县水务局"]


def test_the_skeleton_of_the_drafts_kind_comes_first_and_makes_paragraphs(typed, page, qtbot):
    completer = typed("。")
    assert completer.offers[0].name == "首报"
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Return)
    body = page.middle.text.reading().body
    assert [one.text for one in body.paragraphs] == [
        "第一段。", "××月××日发生火灾。", "一、处置", "处置××。",
    ]  # fmt: skip
    assert body.paragraphs[2].level is Level.FIRST
    page.middle.text.undo()
    assert shown(page) == "第一段。"


def test_a_skeleton_in_an_empty_text_leaves_no_empty_paragraph(typed, page, qtbot):
    typed("")
    inserting(page).completer.hide()
    page.middle.text.selectAll()
    page.middle.text.textCursor().removeSelectedText()
    inserting(page).begin()
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Return)
    assert shown(page).startswith("××月××日")


def test_a_selection_is_kept_as_a_phrase_and_offered_from_then_on(typed, page, store, settled):
    typed("")
    inserting(page).completer.hide()
    page.middle.text.selectAll()
    inserting(page).begin()
    inserting(page).completer.choose()
    settled()
    with store.read() as work:
        assert "第一段" in [one.text for one in work.phrases.all()]
    assert shown(page) == "第一段"
    page.session.messages.toast._undo.click()
    settled()
    with store.read() as work:
        assert "第一段" not in [one.text for one in work.phrases.all()]


def test_the_title_takes_names_but_no_skeletons(typed, page, qtbot, settled):
    typed("")
    inserting(page).completer.hide()
    page.middle.title.setFocus()
    page.middle.title.moveCursor(QTextCursor.MoveOperation.End)
    inserting(page).begin()
    assert "首报" not in [one.name for one in inserting(page).completer.offers]
    qtbot.keyClick(page.middle.title, Qt.Key.Key_Escape)


def test_a_draft_that_may_not_change_takes_nothing(page, add, phrases, settled, session):
    page.show_target(add(text="第一段", status=Status.READY).id)
    settled()
    inserting(page).begin()
    assert not inserting(page).completer.isVisible()
    assert "不能改动文字" in session.messages.toast.text


def test_beside_a_table_words_get_a_paragraph_of_their_own(phrases, with_table, settled):
    text = with_table.middle.text
    settled()
    cursor = text.textCursor()
    cursor.setPosition(text.reading().tables[0] + 1)
    text.setTextCursor(cursor)
    feature = inserting(with_table)
    feature.begin()
    settled()
    feature._insert(next(one for one in feature.completer.offers if one.name == "县长李国华"))
    assert [one.text for one in text.reading().body.paragraphs][1] == "县长李国华"
