"""Limits and days off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QToolButton

from desk.calendar import SpecialDay, by_day, known_until
from desk.drafts import Kind
from desk.office_hours import OfficeHours, Shift
from desk.starting import complete
from desk.terms import ClockUnit, Since
from desk.timing import calendar_of
from ui.registry import calendar_tab
from ui.registry.calendar_tab import CalendarTab
from ui.registry.year_view import look_of, words_of

HOLIDAY = date(2026, 10, 1)


@pytest.fixture
def tab(page, office):
    complete(office.store, by=office.by)
    page.show_target("时限与日历")
    page.refresh()
    return page.tab(CalendarTab)


@pytest.fixture
def lists(store):
    """Read one of the lists, by its name."""

    def read(name):
        with store.read() as work:
            return getattr(work.lists, name)()

    return read


def test_a_limit_is_kept_as_it_is_changed_and_taken_back(tab, lists, settled, undo):
    def limit():
        return next(one.words for one in lists("clocks") if one.kind is Kind.DYNAMIC)

    tab.limits.rows[Kind.DYNAMIC].amount.setValue(3)
    settled()
    assert limit() == "3 天"
    undo()
    assert limit() == "1 天"
    assert tab.limits.rows[Kind.DYNAMIC].amount.value() == 1


def test_a_senseless_limit_says_why_and_shows_the_stored_one(tab, settled):
    row = tab.limits.rows[Kind.INCIDENT]
    row.amount.setValue(0)
    settled()
    assert "整数" in tab.limits.error.text()
    assert (row.amount.value(), row.unit.currentText()) == (2, ClockUnit.HOURS.value)


def test_the_office_works_on_a_holiday_and_goes_back_to_the_national_one(tab, lists, settled, undo):
    tab.view.choose(HOLIDAY)
    tab.name.setText("值班")
    tab.works_button.click()
    settled()
    assert lists("special_days") == [SpecialDay(HOLIDAY, is_working=True, name="值班")]
    assert "上班（本单位设定，值班）" in tab.said.text()
    tab.undo_button.click()
    settled()
    assert lists("special_days") == []
    undo()
    assert [one.name for one in lists("special_days")] == ["值班"]


def test_a_first_decision_on_a_day_can_be_taken_back(tab, lists, settled, undo):
    tab.view.choose(date(2026, 7, 16))
    tab.rests_button.click()
    settled()
    undo()
    assert lists("special_days") == []


def test_arrows_and_pages_move_the_day(tab, qtbot):
    tab.view.choose(date(2026, 7, 15))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(tab.view, key)
    assert tab.view.day == date(2027, 7, 23)
    assert tab.year.text() == "2027年"


def test_a_click_chooses_a_day(tab, qtbot):
    qtbot.mouseClick(tab.view, Qt.MouseButton.LeftButton, pos=tab.view.cell(HOLIDAY).center())
    assert tab.view.day == HOLIDAY
    assert "国庆节" in tab.said.text()


def test_a_leap_day_turns_to_the_last_one_of_february(tab):
    tab.view.choose(date(2024, 2, 29))
    tab.view.turn(1)
    assert tab.view.day == date(2025, 2, 28)


def test_beyond_the_announced_years_the_page_says_how_days_count(tab):
    assert tab.note.isHidden()
    tab.view.choose(date(known_until().year + 1, 3, 1))
    assert "周一至周五" in tab.note.text()
    assert not tab.note.isHidden()


@pytest.mark.parametrize(
    ("day", "mark"),
    [
        (date(2026, 7, 15), ""),
        (date(2026, 7, 18), ""),
        (HOLIDAY, "休"),
        (date(2026, 10, 10), "班"),
    ],
)
def test_only_what_differs_from_its_weekday_is_marked(day, mark):
    assert look_of(day, by_day(())).mark == mark


def test_a_day_is_said_with_its_holiday():
    assert words_of(date(2026, 10, 10), by_day(())) == "2026年10月10日 星期六　上班（国庆节）"


def test_the_year_is_drawn(tab):
    tab.view.show_specials(by_day([SpecialDay(HOLIDAY, is_working=True)]))
    image = tab.view.grab().toImage()
    corner = tab.view.cell(HOLIDAY).adjusted(1, 1, -1, -1).topLeft()
    assert image.pixelColor(corner).name() == "#2459a6"


def test_a_limit_can_run_from_receipt(tab, lists, settled):
    row = tab.limits.rows[Kind.PROBLEM]
    row.since.setCurrentIndex(1)
    row.since.activated.emit(1)
    settled()
    found = next(one for one in lists("clocks") if one.kind is Kind.PROBLEM)
    assert (found.since, found.words) == (Since.RECEIPT, "收到后 1 个工作日")


def test_a_lane_gets_a_limit_and_loses_it_again(tab, settled, undo):
    lanes = tab.limits.lanes
    lanes.set_button.click()
    settled()
    (line,) = lanes.findChildren(QToolButton)
    assert "各类 收到后 2 小时" in line.accessibleName()
    line.click()
    settled()
    assert not lanes._clocks
    undo()
    assert len(lanes._clocks) == 1


def test_office_hours_are_kept_together_and_refused_out_of_order(tab, store, settled, undo):
    form = tab.limits.hours
    form.usual.edits[3].setTime(QTime(14, 0))
    form.keep_button.click()
    settled()
    assert "前后不对" in form.error.text()
    form.usual.edits[3].setTime(QTime(17, 30))
    form.has_summer.setChecked(True)
    form.keep_button.click()
    settled()

    def held():
        with store.read() as work:
            return calendar_of(work).hours

    assert f"{held().usual.closes:%H:%M}" == "17:30"
    assert held().summer == Shift()
    undo()
    assert held() == OfficeHours()
    assert not form.has_summer.isChecked()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_a_notice_pasted_makes_its_year_known(tab, lists, settled, undo):
    year = known_until().year + 1
    tab.view.choose(date(year, 3, 1))
    tab.enter_button.click()
    plan = tab.plan
    assert not plan.keep_button.isEnabled()
    plan.text.setPlainText("一、春节：2月5日至7日放假。二、国庆节：10月1日至3日放假，共3天。")
    assert "没有读到：元旦" in plan.doubts.text()
    plan.keep_button.click()
    settled()
    assert len(lists("special_days")) == 6
    assert tab.note.isHidden()
    undo()
    assert not tab.note.isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_a_text_that_is_no_notice_says_what_is_wanted(tab):
    tab.enter_button.click()
    tab.plan.text.setPlainText("大家好")
    assert "请粘贴放假通知的正文" in tab.plan.error.text()
    assert not tab.plan.keep_button.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_a_table_of_days_can_be_read_and_written(tab, settled, tmp_path, monkeypatch):
    file = tmp_path / "放假.csv"
    file.write_text("日期,安排,名称\n2026-07-16,休息,县庆\n", encoding="utf-8")
    tab.enter_button.click()
    tab.plan.take_file(file)
    settled()
    tab.plan.keep()
    settled()
    out = tmp_path / "放假.xlsx"
    monkeypatch.setattr(calendar_tab, "save_path", lambda *_asked: out)
    tab.export_button.click()
    settled()
    tab.enter_button.click()
    tab.plan.take_file(out)
    settled()
    assert [one.name for one in tab.plan.model.rows] == ["县庆"]


def test_the_limits_of_emergencies_are_one_click_away(tab, session):
    asked = []
    session.requested.connect(lambda page, target: asked.append((page, target)))
    tab.limits.links["紧急"].click()
    assert asked == [("tasks", "紧急")]
