"""What the checks would ask the unit is collected into one text to send."""

import pytest
from PySide6.QtCore import Qt

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


def test_the_questions_of_open_findings_are_written_to_the_unit(page, add, finds, qtbot):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    finds(page, "body", "28", question="请补充：责任单位、完成时限。")
    qtbot.keyClick(page.middle.text, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    window = page.resolver.feedback
    assert window.isVisible()
    assert "责任单位、完成时限" in window.text.toPlainText()
    assert "云岭县水务局" in window.to.text()
    window.close()


def test_the_button_opens_it_too_and_without_questions_it_is_empty(page, add, finds):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    page.inspector.engine = lambda _draft, _known: []
    page.side.findings.feedback_button.click()
    assert page.resolver.feedback.text.toPlainText() == ""
    page.resolver.feedback.close()


def test_a_click_on_underlined_words_explains_them(page, add, finds, qtbot):
    page.show_target(add("云岭县改造户厕", "全县改造户厕28户。").id)
    mark = finds(page, "body", "28")
    text = page.middle.text
    cursor = text.textCursor()
    cursor.setPosition(mark.start + 1)
    text.setFocus()
    spot = text.cursorRect(cursor).center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.side.findings.place.mark is mark
