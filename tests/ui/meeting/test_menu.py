"""From the 考核 page into a meeting, and its slides as files."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desk.reports.decks.plan import CLOSING, SUM, TITLE, DeckPlan
from ui.meeting.kept_plan import KeptPlan
from ui.scores.page import ScoresPage

# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(opened, session, office, qtbot):
    made = opened(ScoresPage)
    qtbot.waitUntil(lambda: not session.worker.busy)
    kept(made).write(DeckPlan((TITLE, CLOSING)))
    yield made
    if made.meeting.window:
        made.meeting.window.close()


def kept(page):
    return KeptPlan(page.session.paths.data, None)


@pytest.fixture
def saved(monkeypatch, tmp_path):
    path = tmp_path / "会议.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def act(page, words):
    lines = page.meeting_button.menu().actions()
    next(one for one in lines if one.text().startswith(words)).trigger()


def begun(page, qtbot):
    qtbot.waitUntil(lambda: page.meeting.window is not None and page.meeting.window.store.complete)
    return page.meeting.window


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_a_key_begins_the_meeting_with_the_chosen_slides(page, qtbot, key, held):
    page.activateWindow()
    page.search.setFocus()
    qtbot.waitUntil(page.search.hasFocus)
    qtbot.keyClick(page.search, key, held)
    window = begun(page, qtbot)
    assert window.isFullScreen()
    assert [one.slide.part for one in window.slides] == [TITLE, CLOSING]


def test_what_is_ticked_and_moved_is_kept(page, qtbot, session):
    act(page, "选哪几页")
    qtbot.waitUntil(lambda: page.meeting.choice is not None and page.meeting.choice.isVisible())
    choice = page.meeting.choice
    assert choice.plan.parts == (TITLE, CLOSING)
    choice.list.setCurrentRow(1)
    choice.up.click()
    row = next(at for at in range(2, 9) if choice.list.item(at).text() == "本期小结")
    choice.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert kept(page).read().parts == (CLOSING, TITLE, SUM)
    qtbot.waitUntil(lambda: choice.list.currentRow() == 2)  # at its usual place
    choice.begin.click()
    assert begun(page, qtbot).slides[0].slide.part == CLOSING


def test_the_usual_slides_come_back(page, qtbot):
    act(page, "选哪几页")
    qtbot.waitUntil(lambda: page.meeting.choice is not None and page.meeting.choice.isVisible())
    page.meeting.choice.usual.click()
    assert "chart:bullet" in page.meeting.choice.plan.parts


def test_without_a_slide_there_is_nothing_to_begin(page, qtbot):
    act(page, "选哪几页")
    qtbot.waitUntil(lambda: page.meeting.choice is not None and page.meeting.choice.isVisible())
    choice = page.meeting.choice
    choice.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: choice.list.item(0).text() == "资料来源和结账情况")
    choice.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not choice.begin.isEnabled()
    assert kept(page).read().parts == (CLOSING,)


@pytest.mark.parametrize(("words", "width"), [("存为 PDF（16:9）", 960), ("存为 PDF（4:3）", 720)])
def test_the_slides_are_kept_as_a_pdf_of_either_shape(page, saved, qtbot, session, words, width):
    act(page, words)
    qtbot.waitUntil(lambda: session.messages.toast.text == "已存为 会议.pdf")
    with pypdfium2.PdfDocument(saved) as document:
        assert [round(one.get_size()[0]) for one in document] == [width, width]


def test_the_notes_are_kept_as_a_pdf_to_print(page, saved, qtbot, session):
    act(page, "存讲稿")
    qtbot.waitUntil(lambda: session.messages.toast.text == "已存为 会议.pdf")
    with pypdfium2.PdfDocument(saved) as document:
        assert [round(one.get_size()[0]) for one in document] == [595, 595]
