"""Fixes and choices: shown before they are made, made by key or button, taken back in one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk.body import Table


def at(view, words):
    """Put the cursor within some words."""
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index(words) + 1)
    view.setTextCursor(cursor)
    view.setFocus()


def test_a_finding_shows_what_its_fix_would_change(opened):
    mark = next(one for one in opened.inspector.marks if one.finding.fix is not None)
    opened.side.findings.choose(mark)
    shown = opened.side.findings.card.text.text()
    assert "改动" in shown
    assert f">{mark.finding.fix}</b>" in shown


def test_a_rule_lists_every_change_that_fixing_all_would_make(opened):
    panel = opened.side.findings
    rows = (panel.tree.topLevelItem(row) for row in range(panel.tree.topLevelItemCount()))
    row = next(row for row in rows if row.text(0) and row.data(0, 256).rule.code == "P01")
    panel.tree.setCurrentItem(row)
    shown = panel.card.text.text()
    assert f"全部修改会改动 {row.childCount()} 处" in shown
    assert shown.count("<s ") == row.childCount()


def test_alt_enter_fixes_the_finding_the_cursor_stands_on(opened, qtbot):
    text = opened.middle.text
    at(text, ",成效")
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "农田建设，成效" in text.toPlainText()
    text.undo()
    assert "农田建设,成效" in text.toPlainText()


def test_alt_enter_in_the_list_fixes_the_current_finding(opened, qtbot):
    mark = next(one for one in opened.inspector.marks if one.finding.rule == "P01")
    opened.side.findings.choose(mark)
    tree = opened.side.findings.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert "农田建设，成效" in opened.middle.text.toPlainText()


def test_alt_enter_says_so_where_a_person_must_judge(page, add, finds, session):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    finds(page, "body", "28")
    at(page.middle.text, "28")
    page.resolver.fix()
    assert "没有现成的改法" in session.messages.toast.text


@pytest.fixture
def choosing(page, add, finds):
    """The page with a finding that offers choices, the cursor on it."""
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    mark = finds(page, "body", "28", choices=("27", "29", ""))
    at(page.middle.text, "28")
    page.side.findings.choose(mark)
    return page


def test_a_choice_is_taken_by_its_button(choosing, qtbot):
    buttons = choosing.side.findings.card.choices
    assert [one.text() for one in buttons] == ["改为 27", "改为 29", "删去"]
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert choosing.middle.text.toPlainText() == "全县改造户厕29户。"
    choosing.middle.text.undo()
    assert choosing.middle.text.toPlainText() == "全县改造户厕28户。"


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, on no screen
def test_in_the_text_alt_enter_offers_the_choices_and_a_digit_takes_one(choosing, qtbot):
    choosing.resolver.fix()
    qtbot.keyClick(choosing.resolver.menu, Qt.Key.Key_1)
    assert choosing.middle.text.toPlainText() == "全县改造户厕27户。"


def test_in_the_list_alt_enter_goes_to_the_choices(choosing):
    choosing.side.findings.tree.setFocus()
    choosing.resolver.fix()
    assert choosing.side.findings.card.choices[0].hasFocus()


def test_a_choice_in_a_table_changes_its_cell_and_is_one_undo(with_table, finds):
    mark = finds(with_table, "table", "28", choices=("27",))
    with_table.side.findings.choose(mark)
    with_table.side.findings.card.choices[0].click()

    def cell():
        blocks = with_table.middle.text.reading().body.blocks
        return next(one for one in blocks if isinstance(one, Table)).rows[3][1]

    assert cell() == "27"
    with_table.middle.text.undo()
    assert cell() == "28"


def test_fixes_in_title_and_text_are_taken_back_together(page, add):
    page.show_target(add("云岭县推进农田建设,成效好", "全县推进农田建设,成效明显。").id)
    page.inspector.check()
    marks = [one for one in page.inspector.marks if one.finding.rule == "P01"]
    page.side.findings.fix.emit(marks)
    assert "," not in page.middle.title.title + page.middle.text.toPlainText()
    page.inspector.check()  # draws the marks anew, which is no change of the clerk's
    page.session.messages.toast._undo.click()
    assert page.middle.title.title.count(",") == page.middle.text.toPlainText().count(",") == 1


def test_what_was_typed_after_a_fix_is_not_lost_by_taking_the_fix_back(opened, qtbot):
    opened.side.findings.fix.emit(
        [one for one in opened.inspector.marks if one.finding.rule == "P01"]
    )
    qtbot.keyClicks(opened.middle.text, "abc")
    text = opened.middle.text.toPlainText()
    opened.session.messages.toast._undo.click()
    assert opened.middle.text.toPlainText() == text
    assert "Ctrl+Z" in opened.session.messages.toast.text


def test_fixes_that_were_taken_are_counted(opened, store, settled):
    marks = [one for one in opened.inspector.marks if one.finding.rule == "P01"]
    opened.side.findings.fix.emit(marks)
    settled()
    with store.read() as work:
        assert work.rulebook.outcomes()["P01"].accepted == len(marks)
