"""Choosing a period: by kind, by typing, by steps, by two days."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from ui.period_picker import PeriodPicker

TODAY = date(2026, 7, 15)


@pytest.fixture
def picker(window, qtbot):
    made = PeriodPicker(TODAY)
    made.setParent(window)
    made.bind_keys(window)
    made.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


@pytest.fixture
def chosen(picker):
    found = []
    picker.changed.connect(lambda: found.append(picker.days()))
    return found


def press(picker, text):
    next(one for one in picker._kinds.buttons() if one.text() == text).click()


def test_it_begins_with_the_year_so_far(picker):
    assert picker.days() == (date(2026, 1, 1), TODAY)
    assert picker.period.currentText() == picker.name == "2026年至今"
    assert picker.first.isHidden()
    assert not picker.after.isEnabled()


def test_a_kind_shows_the_period_the_last_day_lies_in(picker, chosen):
    press(picker, "季")
    assert picker.name == "2026年第三季度"
    press(picker, "月")
    assert picker.name == "2026年7月"
    press(picker, "年")
    assert picker.name == "2026年至今"
    assert len(chosen) == 3


def test_keys_go_to_the_period_before_and_no_further_than_today(picker, chosen):
    press(picker, "季")
    QTest.keyClick(picker.window(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert picker.name == "2026年第二季度"
    for _ in range(3):
        QTest.keyClick(picker.window(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert picker.name == "2026年第三季度"
    assert len(chosen) == 3


def test_a_period_is_typed_once_and_read_once(picker, chosen):
    picker.begin()
    picker._line.setText("2024Q3")
    QTest.keyClick(picker._line, Qt.Key.Key_Return)
    assert picker.period.currentText() == "2024年第三季度"
    assert chosen == [(date(2024, 7, 1), date(2024, 9, 30))]
    picker._line.setText("2024年第二季度")  # one that the list offers too
    QTest.keyClick(picker._line, Qt.Key.Key_Return)
    assert chosen[1:] == [(date(2024, 4, 1), date(2024, 6, 30))]


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising a tooltip
def test_what_is_no_period_is_marked_and_nothing_changes(picker, chosen):
    assert not picker.type_in("十三月")
    assert picker.period.property("invalid")
    assert chosen == []


def test_what_was_typed_and_left_gives_way_to_the_name(picker, window):
    picker.begin()
    picker._line.setText("2024")
    picker.before.setFocus()
    assert picker.period.currentText() == "2026年至今"


def test_two_days_of_ones_own_are_shown_while_they_have_no_name(picker, chosen):
    press(picker, "任意")
    assert picker.first.isVisible()
    assert chosen == []
    picker.first.setDate(QDate(2026, 3, 2))
    assert picker.days() == (date(2026, 3, 2), TODAY)
    assert (picker.period.currentText(), picker.name) == ("", "")
    press(picker, "月")
    assert picker.first.isHidden()


def test_any_year_of_the_books_can_be_chosen(picker, chosen):
    picker.offer_since(2016)
    assert picker.period.findText("2016年全年") >= 0
    picker.show_days(date(2009, 1, 1), date(2009, 12, 31))
    assert picker.period.currentText() == "2009年全年"
    assert chosen == []


@pytest.mark.parametrize("text", ["2026Q3", "2026-11", "2025H2", "至今"])
def test_the_name_of_a_period_is_never_cut(picker, text):
    picker.type_in(text)
    room = picker._line.contentsRect().width()
    assert picker._line.fontMetrics().horizontalAdvance(picker.name) < room


def test_a_compact_one_offers_the_kinds_in_a_box(window):
    picker = PeriodPicker(TODAY, compact=True)
    picker.setParent(window)
    picker.show()
    picker.kind.textActivated.emit("月")
    assert (picker.name, picker.kind.currentText()) == ("2026年7月", "月")
    picker.kind.textActivated.emit("任意")
    assert picker.period.isHidden()
    assert picker.first.isVisible()
