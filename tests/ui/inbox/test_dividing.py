"""The list by day and by unit: headings, folding, and the keys among them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desk.views import Grouping


@pytest.fixture
def days(office, page, now):
    """Two drafts of today and two of yesterday, divided by day; their ids, the newest first."""
    hours = (0, 1, 24, 25)  # every zone east of Greenwich agrees on their days
    made = [office.draft(f"{one}时前", received=now - timedelta(hours=one)).id for one in hours]
    page.refresh()
    page.list.divide(Grouping.DAY)
    return made


@pytest.fixture
def shown(page):
    """What stands in the rows: headings in brackets, titles plain."""

    def read():
        rows = range(page.list.drafts.rowCount())
        parts = [page.list.drafts.heading(row) for row in rows]
        return [
            f"[{part.heading} {part.count}]" if part else page.list.drafts.row(row).title
            for row, part in zip(rows, parts, strict=True)
        ]

    return read


TODAY, YESTERDAY = "[7月15日　星期三　今天 2]", "[7月14日　星期二　昨天 2]"


def test_days_have_headings_with_counts(days, shown):
    assert shown() == [TODAY, "0时前", "1时前", YESTERDAY, "24时前", "25时前"]


def test_units_have_headings_too(office, page, shown):
    office.draft("甲")
    office.draft("乙", unit_ids=())
    page.list.divide(Grouping.UNIT)
    assert shown() == ["[县教育局 1]", "甲", "[单位没有认出 1]", "乙"]


def test_the_divided_list_keeps_the_rules_of_qt(page, days):
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(page.list.drafts, mode)
    part = page.list.drafts.divisions.parts[0]
    page.list.toggle(part)
    page.list.toggle(part)
    page.list.drafts.fold_all(on=True)
    page.list.divide(Grouping.NONE)
    assert tester.model() is page.list.drafts


def test_arrows_pass_over_open_headings(page, days):
    page.list.choose(2)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current_id == days[2]
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.list.current_id == days[1]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Up])
def test_the_first_heading_is_no_stop(page, days, key):
    page.list.choose(1)
    QTest.keyClick(page.list, key)
    assert page.list.selected_ids() == days[:1]


def test_left_folds_and_right_opens(page, days, shown):
    page.list.choose(4)
    QTest.keyClick(page.list, Qt.Key.Key_Left)
    assert shown() == [TODAY, "0时前", "1时前", YESTERDAY]
    assert page.list.selected_ids() == []
    QTest.keyClick(page.list, Qt.Key.Key_Right)
    assert page.list.selected_ids() == [days[2]]


def test_arrows_stop_at_folded_headings(page, days):
    page.list.choose(4)
    QTest.keyClick(page.list, Qt.Key.Key_Left)
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    assert page.list.current_id == days[1]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current_id is None
    assert page.list.selected_ids() == []


def test_a_click_on_a_heading_folds(page, days, shown):
    top = page.list.rowViewportPosition(0)
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, top + 10))
    assert shown() == [TODAY, YESTERDAY, "24时前", "25时前"]


def test_headings_are_never_among_the_chosen(page, days):
    page.list.selectAll()
    assert page.list.selected_ids() == days
    page.list.copy()


def test_folding_keeps_the_rest_of_the_selection(page, days):
    page.list.choose_ids(days)
    page.list.toggle(page.list.drafts.divisions.parts[1])
    assert page.list.selected_ids() == days[:2]


def test_what_is_folded_stays_so_when_drafts_come(page, days, office, shown):
    page.list.toggle(page.list.drafts.divisions.parts[1])
    office.draft("新来的")
    page.refresh()
    assert shown() == ["[7月15日　星期三　今天 3]", "新来的", "0时前", "1时前", YESTERDAY]


def test_a_draft_asked_for_is_unfolded(page, days):
    page.list.toggle(page.list.drafts.divisions.parts[1])
    page.show_target(days[3])
    assert page.list.selected_ids() == [days[3]]


def test_next_and_previous_pass_over_headings(page, days):
    page.list.choose(2)
    page.list.step(1)
    assert page.list.current_id == days[2]
    page.list.step(-1)
    assert page.list.current_id == days[1]


def test_a_search_in_a_divided_list_comes_when_it_is_found(page, days, shown, qtbot):
    page.filters.words.setText("25时")
    qtbot.waitUntil(lambda: shown() == ["[7月14日　星期二　昨天 1]", "25时前"])


def test_ranges_over_a_heading_hold_drafts_only(page, days):
    page.list.choose(1)
    flags = QItemSelectionModel.SelectionFlag
    model = page.list.drafts
    page.list.selectionModel().select(model.index(4, 0), flags.Select | flags.Rows)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert days[0] in page.list.selected_ids()
    assert all(page.list.selected_ids())
