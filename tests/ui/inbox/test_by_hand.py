"""What comes without a file is written down or pasted beside the list."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desk.drafts import DraftQuery, Status

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clipboard(qapp):
    board = QGuiApplication.clipboard()
    yield board
    board.clear()


def copied(clipboard, text):
    mime = QMimeData()
    mime.setText(text)
    clipboard.setMimeData(mime)


def test_a_slip_is_written_in_the_previews_place_and_shown_in_the_list(page, qtbot):
    QTest.keyClick(page.list, Qt.Key.Key_N, CONTROL)
    form = page.by_hand.form
    assert form.isVisible()
    assert not page.preview.isVisible()
    form.heading.setText("云水河水位超警")
    with qtbot.waitSignal(page.by_hand.arrived) as arrived:
        form.save()
    assert page.list.selected_ids() == arrived.args
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert page.preview.isVisible()
    qtbot.waitUntil(lambda: page.preview.heading.text() == "云水河水位超警")


def test_pasted_text_is_registered_and_its_facts_opened(page, qtbot, clipboard):
    copied(
        clipboard, "县教育局开展校园安全检查\n7月14日，县教育局检查学校86所。\n县教育局\n7月14日"
    )
    with qtbot.waitSignal(page.by_hand.pasted):
        QTest.keyClick(page.list, Qt.Key.Key_V, CONTROL)
    assert page.preview.is_correcting
    assert page.preview.form.heading.text() == "县教育局开展校园安全检查"


def test_what_was_written_down_can_be_taken_back(page, qtbot, office, session):
    page.by_hand.begin()
    page.by_hand.form.heading.setText("误登的电话")
    with qtbot.waitSignal(page.by_hand.arrived):
        page.by_hand.form.save()
    session.messages.toast._undo.click()

    def status():
        with office.store.read() as work:
            [row] = work.drafts.rows(work.drafts.ids(DraftQuery()))
        return row.status

    qtbot.waitUntil(lambda: status() is Status.FILED)
