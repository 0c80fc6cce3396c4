"""Numbers on the page: none is left out unnoticed, and every step comes back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk.issues import Series
from ui.issue.numbering import Numbering
from ui.issue.starting import Starting

# the offscreen platform has no window manager to stack windows
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise", "This plugin")


@pytest.fixture
def three(page, office, at_rest):
    """Three open issues; the last one is on show."""
    for _ in range(3):
        page.new_issue(office.publication.id)
        at_rest()
    return page


@pytest.fixture
def numbers(store):
    def read():
        with store.read() as work:
            return [(one.number, one.total) for one in work.issues.numbered()]

    return read


@pytest.fixture
def voids(store, office):
    def read():
        with store.read() as work:
            return [(one.row.name, one.number) for one in work.voids.of(office.publication.id)]

    return read


def renumber(page, number, total):
    page.bar.number.setValue(number)
    page.bar.total.setValue(total)
    page.bar.number.editingFinished.emit()


def test_a_gap_is_recorded_only_with_a_reason(three, at_rest, numbers, voids, qtbot):
    strip = three.feature(Numbering).strip
    renumber(three, 5, 3)
    at_rest()
    assert "第3—4期就空出来了" in strip.text
    qtbot.keyClick(strip.reason, Qt.Key.Key_Return)
    assert strip.text
    strip.reason.setCurrentText("编号时跳号")
    qtbot.keyClick(strip.reason, Qt.Key.Key_Return)
    at_rest()
    assert numbers() == [(1, 1), (2, 2), (5, 3)]
    assert voids() == [("正刊", 3), ("正刊", 4)]
    assert strip.text == ""


def test_leaving_the_question_leaves_the_number_as_it_was(three, at_rest, numbers, qtbot):
    strip = three.feature(Numbering).strip
    renumber(three, 9, 9)
    at_rest()
    qtbot.keyClick(strip.reason, Qt.Key.Key_Escape)
    assert (strip.text, three.bar.number.value()) == ("", 3)
    assert numbers()[-1] == (3, 3)


def test_the_toast_takes_a_renumbering_and_its_void_numbers_back(
    three, at_rest, numbers, voids, session
):
    strip = three.feature(Numbering).strip
    renumber(three, 5, 3)
    at_rest()
    strip.reason.setCurrentText("跳号")
    strip.buttons[0].click()
    at_rest()
    session.messages.toast._undo.click()
    at_rest()
    assert (numbers(), voids()) == ([(1, 1), (2, 2), (3, 3)], [])


def discard_first(page, words, reason=""):
    page.show_target(next(one.id for one in page.seen.issues if one.number == 1))
    page.feature(Numbering).discard()
    strip = page.feature(Numbering).strip
    strip.reason.setCurrentText(reason)
    next(one for one in strip.buttons if one.text() == words).click()


def test_the_later_issues_move_up_and_the_toast_brings_all_back(three, at_rest, numbers, session):
    discard_first(three, "删除，后面各期前移")
    at_rest()
    assert numbers() == [(1, 1), (2, 2)]
    session.messages.toast._undo.click()
    at_rest()
    assert numbers() == [(1, 1), (2, 2), (3, 3)]


def test_or_its_number_stays_void(three, at_rest, numbers, voids):
    discard_first(three, "删除，记为空号", "印刷前取消")
    at_rest()
    assert numbers() == [(2, 2), (3, 3)]
    assert voids() == [("总期号", 1), ("正刊", 1)]


def test_a_discarded_issue_comes_back_with_its_entries(page, compiled, at_rest, answer, titles):
    compiled("甲", "乙")
    answer("删除本期")
    page.feature(Numbering).discard()
    at_rest()
    assert page.issue is None
    page.session.messages.toast._undo.click()
    at_rest()
    assert titles() == ["甲", "乙"]


def test_the_menu_begins_supplements_and_specials(page, at_rest):
    page.feature(Starting).more[Series.SUPPLEMENT].actions()[0].trigger()
    at_rest()
    assert (page.issue.number, page.issue.total, page.issue.matter.label) == (1, 0, "增刊")


@pytest.fixture
def numbers_window(three, at_rest):
    """The window of numbers, with number 3 void."""
    renumber(three, 4, 3)
    at_rest()
    strip = three.feature(Numbering).strip
    strip.reason.setCurrentText("跳号")
    strip.buttons[0].click()
    at_rest()
    three.feature(Numbering).open_window()
    return three.feature(Numbering).window


def test_the_window_tells_how_far_the_numbers_run(numbers_window):
    assert numbers_window.told.text().splitlines() == [
        "2026年正刊：第1—4期，其中空号 1 个，没有空着的号；下一期第5期",
        "总期号：总第1—3期，没有空着的号；下一期总第4期",
    ]
    assert numbers_window.model.texts_of(numbers_window.model.row(0))[:3] == (
        "空号",
        "2026年第3期",
        "跳号",
    )


def test_a_void_number_in_the_row_is_only_filled_by_an_issue(
    numbers_window, three, at_rest, numbers
):
    numbers_window.list.choose(0)
    numbers_window.take_back()
    at_rest()
    assert "请用“补这一期”" in numbers_window.error.text()
    numbers_window.fill()
    at_rest()
    assert sorted(numbers()) == [(1, 1), (2, 2), (3, 4), (4, 3)]
    assert three.issue.number == 3
    assert not numbers_window.isVisible()


def test_numbers_can_be_recorded_ahead_and_taken_back(numbers_window, at_rest, voids, session):
    numbers_window.record()
    at_rest()
    assert "要写明理由" in numbers_window.error.text()
    numbers_window.reason.setCurrentText("编号时跳号")
    numbers_window.last.setValue(6)
    numbers_window.record()
    at_rest()
    assert voids() == [("正刊", 3), ("正刊", 5), ("正刊", 6)]
    session.messages.toast._undo.click()
    at_rest()
    assert voids() == [("正刊", 3)]


def test_an_issue_dated_in_another_year_goes_into_its_row(three, at_rest, stored):
    three.bar.renumbered.emit(3, 3, date(2027, 1, 4))
    at_rest()
    assert (stored().number, stored().total, stored().day.year) == (1, 3, 2027)


def test_a_supplement_shows_no_total_number_and_is_left_without_a_change(page, office, at_rest):
    page.new_issue(office.publication.id, Series.SUPPLEMENT)
    at_rest()
    told = page.session.messages.toast.text
    assert not page.bar.total.isVisible()
    page.bar.number.editingFinished.emit()
    at_rest()
    assert page.session.messages.toast.text == told
