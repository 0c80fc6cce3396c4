"""A meeting: which slide is shown after which key, and nothing else."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desk.office_clock import office_time
from desk.reports.charts.chart import Paper
from desk.reports.decks.plan import CLOSING, SUM, TITLE

Key = Qt.Key
# the offscreen platform has no window manager to tell sizes and stacking to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def press(qtbot, meeting):
    def keys(*pressed):
        for key in pressed:
            qtbot.keyClick(meeting, key)

    return keys


def part(meeting):
    return meeting.shown.slide.part


@pytest.fixture
def at_chart(meeting):
    """The meeting at its first chart, and the chart's number from 0."""
    at = next(at for at, one in enumerate(meeting.slides) if one.slide.part == "chart:bullet")
    meeting.turn_to(at)
    return at


@pytest.fixture
def with_lines(meeting, at_chart, press, qtbot):
    """The lines behind the chart's first figure, open."""
    press(Key.Key_Tab, Key.Key_Return)
    qtbot.waitUntil(lambda: not meeting.session.worker.busy)
    return meeting


def test_it_begins_with_the_title(meeting):
    assert part(meeting) == TITLE
    assert meeting.number.text() == f"1/{len(meeting.slides)}"


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_Space])
def test_keys_of_a_remote_go_on(meeting, press, key):
    press(key)
    assert part(meeting) == SUM


@pytest.mark.parametrize("key", [Key.Key_PageUp, Key.Key_Left, Key.Key_Up, Key.Key_Backspace])
def test_keys_of_a_remote_go_back(meeting, press, key):
    press(Key.Key_PageDown, key)
    assert part(meeting) == TITLE


def test_nothing_lies_before_the_first_and_behind_the_last(meeting, press):
    press(Key.Key_PageUp)
    assert part(meeting) == TITLE
    press(Key.Key_End, Key.Key_PageDown)
    assert part(meeting) == CLOSING
    press(Key.Key_Home)
    assert part(meeting) == TITLE


def test_a_number_and_enter_jump(meeting, press):
    press(Key.Key_2)
    assert "到第 2 页" in meeting.typed.text()
    press(Key.Key_Return)
    assert meeting.at == 1
    press(Key.Key_9, Key.Key_9, Key.Key_Enter)
    assert part(meeting) == CLOSING


def test_enter_alone_goes_on(meeting, press):
    press(Key.Key_Return)
    assert meeting.at == 1


@pytest.mark.parametrize(
    ("key", "colour"),
    [
        (Key.Key_B, Qt.GlobalColor.black),
        (Key.Key_Period, Qt.GlobalColor.black),
        (Key.Key_W, Qt.GlobalColor.white),
        (Key.Key_Comma, Qt.GlobalColor.white),
    ],
)
def test_the_screen_goes_blank_and_comes_back_where_it_was(meeting, press, key, colour):
    press(Key.Key_PageDown, key)
    image = meeting.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in (5, 500) for y in (5, 400)}
    assert seen == {QColor(colour).name()}
    press(Key.Key_PageDown)
    assert (meeting.blank, part(meeting)) == ("", SUM)


def test_the_slides_are_drawn_for_the_screens_shape_dot_for_dot(meeting, qtbot):
    assert meeting.shown.slide.page.sheet.width == Paper.CLASSIC.width
    assert meeting.shown.width == 1024
    meeting.resize(1366, 768)
    qtbot.waitUntil(lambda: meeting.store.complete and meeting.shown.width in {1365, 1366})
    assert meeting.shown.slide.page.sheet.width == Paper.WIDE.width
    assert meeting.canvas.image.width() == meeting.canvas.wanted_px


def test_a_figure_is_told_by_tab_and_leads_to_its_lines(with_lines, surveyed):
    unit = with_lines.slides[0].slide.title
    assert unit.endswith("得分明细")
    assert with_lines.place == 0


def test_escape_goes_back_from_the_lines_to_the_slide(with_lines, press, at_chart):
    press(Key.Key_Escape)
    assert (with_lines.at, part(with_lines)) == (at_chart, "chart:bullet")
    assert with_lines.isVisible()


def test_lines_are_turned_like_slides_and_end_with_the_last(with_lines, press, at_chart):
    count = len(with_lines.slides)
    press(Key.Key_End, Key.Key_PageDown)
    assert with_lines.place == count - 1
    assert with_lines.at == at_chart


def test_a_click_on_a_figure_opens_its_lines(meeting, at_chart, qtbot):
    place = meeting.canvas.spot_rect(0).center().toPoint()
    qtbot.mouseClick(meeting.canvas, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not meeting.session.worker.busy)
    assert meeting.slides[0].slide.title.endswith("得分明细")


def test_the_notes_show_what_to_say_the_next_slide_and_the_time(meeting, press, now):
    press(Key.Key_PageDown, Key.Key_N)
    view = meeting.presenter
    assert meeting.notes_on
    assert view.note.toPlainText() == meeting.shown.slide.told
    assert view.title.text().startswith(f"2/{len(meeting.slides)}")
    assert f"{office_time(now):%H:%M}" in view.time.text()
    assert not view.next.pixmap().isNull()
    press(Key.Key_N)
    assert not meeting.notes_on


def test_on_a_second_screen_the_notes_lie_beside_the_slides(meeting, qtbot):
    screen = QGuiApplication.primaryScreen()
    meeting.present(screen, screen)
    assert meeting.notes_on
    assert meeting.presenter_window.isFullScreen()
    qtbot.keyClick(meeting.presenter_window, Key.Key_PageDown)
    assert part(meeting) == SUM
    assert meeting.presenter.note.toPlainText() == meeting.shown.slide.told
    qtbot.keyClick(meeting.presenter_window, Key.Key_Escape)
    assert not meeting.isVisible()
    assert not meeting.presenter_window.isVisible()


def test_it_covers_the_screen_alone_and_no_note_lies_on_it(meeting, session):
    meeting.present(QGuiApplication.primaryScreen())
    assert meeting.isFullScreen()
    session.messages.note("已收稿")
    assert meeting.parent() is None
    assert [one.text() for one in meeting.findChildren(QWidget, "toast")] == []


def test_keys_of_the_main_window_do_nothing_in_a_meeting(meeting, window, qtbot):
    heard = []
    key = QShortcut("F12", window, context=Qt.ShortcutContext.ApplicationShortcut)
    key.activated.connect(lambda: heard.append("F12"))
    kind = QEvent.Type.ShortcutOverride
    event = QKeyEvent(kind, Key.Key_F12, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QGuiApplication.sendEvent(meeting, event)
    assert event.isAccepted()
    assert heard == []


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F11])
def test_escape_ends_the_meeting(meeting, press, qtbot, key):
    with qtbot.waitSignal(meeting.ended):
        press(key)
    assert not meeting.isVisible()


def test_the_pointer_hides_while_nothing_moves(meeting):
    meeting._hide_pointer()
    assert meeting.canvas.cursor().shape() is Qt.CursorShape.BlankCursor
