"""What was typed can be undone to the beginning and redone to the end, whatever happens between."""

import pytest
from PySide6.QtCore import Qt

EDITS = 2_000


@pytest.fixture
def depth():
    """How many times a text can be undone."""

    def depth(edit):
        count = 0
        while edit.document().isUndoAvailable():
            edit.undo()
            count += 1
        return count

    return depth


@pytest.fixture
def typed(opened, qtbot):
    """The editor when something was typed into it, and its text before and after."""
    before = opened.middle.text.toPlainText()
    qtbot.keyClicks(opened.middle.text, "abc")
    return opened, before, opened.middle.text.toPlainText()


def undone_and_redone(page, before, after):
    edit = page.middle.text
    while edit.document().isUndoAvailable() and edit.toPlainText() != before:
        edit.undo()
    undone = edit.toPlainText()
    while edit.document().isRedoAvailable():
        edit.redo()
    return (undone, edit.toPlainText()) == (before, after)


def test_many_edits_are_undone_and_redone_to_the_same_text(opened, depth):
    edit = opened.middle.text
    before = edit.toPlainText()
    cursor = edit.textCursor()
    for number in range(EDITS):
        cursor.beginEditBlock()
        cursor.setPosition(number * 7 % edit.document().characterCount())
        cursor.insertText(f"{number % 10}")
        cursor.endEditBlock()
    after = edit.toPlainText()
    assert depth(edit) >= EDITS / 2
    assert edit.toPlainText() == before
    while edit.document().isRedoAvailable():
        edit.redo()
    assert edit.toPlainText() == after


def saved(page):
    page.autosave.flush()


def checked(page):
    page.inspector.check()


def refreshed(page):
    page.refresh()


def put_away(page):
    page.columns.toggle(page.columns.original)
    page.middle.fit_text()


def resized(page):
    page.resize(1800, 740)
    page.middle.fit_text()


def left_and_come_back(page):
    page.leave()
    page.hide()
    page.show()
    page.enter()
    page.show_target(page.draft.id)


@pytest.mark.parametrize(
    "event", [saved, checked, refreshed, put_away, resized, left_and_come_back]
)
def test_typing_can_be_undone_after(typed, event, settled):
    page, before, after = typed
    event(page)
    settled()
    assert undone_and_redone(page, before, after)


def test_the_key_undoes_what_was_typed(typed, qtbot):
    page, before, _ = typed
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.middle.text.toPlainText() == before
