"""What a unit is asked is put right, copied and kept in the record."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.asking import ASKED
from ui.editor.feedback_window import FeedbackWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
TEXT = "请补充：责任单位。"


@pytest.fixture
def asking(session, window, qtbot, draft):
    made = FeedbackWindow(session, window)
    qtbot.addWidget(made)
    made.open_for(draft, "水务局", TEXT)
    return made


@pytest.fixture
def asked(store, draft):
    """What the record says the unit was asked, newest first."""

    def asked():
        with store.read() as work:
            records = work.audit.records(f"draft:{draft.id}")
        return [one.detail for one in records if one.action == ASKED]

    return asked


def test_it_says_whom_to_write_to(asking):
    assert "水务局" in asking.to.text()


def test_the_text_is_copied_as_the_clerk_put_it_and_kept_in_the_record(
    asking, asked, settled, qtbot
):
    asking.text.setPlainText(TEXT + "请今天下班前回复。")
    qtbot.keyClick(asking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert QApplication.clipboard().text() == TEXT + "请今天下班前回复。"
    assert asked() == [TEXT + "请今天下班前回复。"]


def test_copying_the_same_text_again_is_recorded_once(asking, asked, settled):
    for _ in range(2):
        asking.copy_button.click()
        settled()
    assert asked() == [TEXT]


def test_an_empty_text_is_not_copied(asking, asked, settled):
    QApplication.clipboard().setText("别的")
    asking.text.clear()
    asking.copy_button.click()
    settled()
    assert QApplication.clipboard().text() == "别的"
    assert asked() == []
    assert "还没有写" in asking.note.text()


def test_a_text_begun_for_this_draft_is_not_lost_when_it_is_opened_again(asking, draft):
    asking.text.setPlainText("另请说明户数口径。")
    asking.open_for(draft, "水务局", TEXT)
    assert asking.text.toPlainText() == "另请说明户数口径。"


def test_another_draft_brings_its_own_questions(asking, add):
    asking.text.setPlainText("另请说明户数口径。")
    asking.open_for(add(), "水务局", "请补充：时间。")
    assert asking.text.toPlainText() == "请补充：时间。"
