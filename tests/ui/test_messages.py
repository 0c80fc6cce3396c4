"""Notes pass by, errors stay until they are closed, questions default to the safe answer."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QToolButton

from ui.messages import Messages

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def messages(window):
    made = Messages(window)
    made.banner.setParent(window)
    return made


def test_a_note_without_an_undo_offers_none(messages):
    messages.note("已保存")
    assert messages.toast.text == "已保存"
    assert messages.toast._undo.isHidden()


def test_undo_is_offered_once(messages, qtbot):
    undone = []
    messages.note("已移出本期", lambda: undone.append(True))
    messages.toast._undo.click()
    assert undone == [True]
    assert messages.toast.text == ""


def test_a_newer_note_takes_the_place_and_the_undo(messages):
    undone = []
    messages.note("甲", lambda: undone.append("甲"))
    messages.note("乙", lambda: undone.append("乙"))
    messages.toast._undo.click()
    assert undone == ["乙"]


@pytest.mark.parametrize("width", [1290, 500])
def test_a_note_lies_inside_the_window(messages, window, width):
    messages.note("“县教育局开展校园安全检查”已退稿" * 4, lambda: None)
    window.resize(width, 600)
    assert window.rect().contains(messages.toast.geometry())


def test_an_error_stays_until_it_is_closed(messages, qtbot):
    messages.error("找不到文件。请重新选择。")
    assert messages.banner.text == "找不到文件。请重新选择。"
    messages.banner.findChild(QToolButton).click()
    assert messages.banner.text == ""


@pytest.mark.parametrize(("word", "agreed"), [("删除本期", True), ("取消", False)])
def test_a_question_gives_the_clerks_answer(messages, answer, word, agreed):
    said = answer(word)
    assert messages.ask("删除第3期？", "删除本期", danger=True) is agreed
    assert "删除第3期？" in said


def test_a_dangerous_question_refuses_on_enter(messages, qtbot, qapp):
    QTimer.singleShot(50, lambda: qtbot.keyClick(qapp.activeModalWidget(), Qt.Key.Key_Return))
    assert not messages.ask("删除第3期？", "删除本期", danger=True)
