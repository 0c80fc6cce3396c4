"""Narrowing the list down and opening it up again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.drafts import Kind, Status
from desk.office_clock import day_of


@pytest.fixture
def drafts(office, page, now):
    """Five drafts of two units in several statuses, one of them old."""
    office.draft("县教育局开展校园安全检查", kind=Kind.DYNAMIC)
    office.draft("县水利局抓好防汛", unit_ids=(office.units[1].id,), status=Status.EDITING)
    office.draft("县教育局推进课后服务", status=Status.READY, received=now - timedelta(days=40))
    office.draft("县教育局办学经验", status=Status.RELEASED, kind=Kind.EXPERIENCE)
    office.draft("县水利局重复来稿", unit_ids=(office.units[1].id,), status=Status.RETURNED)
    page.refresh()


def test_words_find_titles(page, drafts, titles, qtbot):
    page.filters.words.setText("防汛")
    qtbot.waitUntil(lambda: titles() == ["县水利局抓好防汛"])


def test_to_do_is_what_is_new_or_in_hand(page, drafts, titles):
    page.filters.chips._buttons["待办"].click()
    assert sorted(titles()) == ["县教育局开展校园安全检查", "县水利局抓好防汛"]


def test_another_page_can_ask_for_a_status(page, drafts, titles):
    page.filters.words.setText("防汛")
    page.show_target(Status.READY)
    assert titles() == ["县教育局推进课后服务"]


def test_statuses_say_how_many_drafts_they_hold(page, drafts):
    shown = [button.text() for button in page.filters.chips._buttons.values()]
    assert shown == ["全部 5", "待办 2", "送审 0", "可用 1", "已印发 1", "其他 1"]


def test_a_unit_typed_by_its_full_name_filters(page, drafts, titles):
    page.filters.unit.setEditText("云岭县水利局")
    page.filters._settle_unit()
    assert sorted(titles()) == ["县水利局抓好防汛", "县水利局重复来稿"]


def test_a_unit_nobody_knows_does_not_filter(page, drafts, titles):
    page.filters.unit.setEditText("火星局")
    page.filters._settle_unit()
    assert len(titles()) == 5
    assert page.filters.unit.currentText() == "全部单位"


def test_a_kind_filters(page, drafts, titles):
    page.filters.kind.setCurrentText("经验型")
    assert titles() == ["县教育局办学经验"]


def test_this_month_leaves_older_drafts_out(page, drafts, titles):
    page.filters.received.setCurrentText("本月收到")
    assert "县教育局推进课后服务" not in titles()
    assert len(titles()) == 4


def test_own_days_are_asked_for_and_hold_both_ends(page, drafts, titles, now):
    page.filters.received.setCurrentText("自定日期")
    day = day_of(now - timedelta(days=40))
    page.filters.last.setDate(day)
    page.filters.first.setDate(day)
    assert page.filters.first.isVisible()
    assert titles() == ["县教育局推进课后服务"]


def test_clearing_shows_everything_again(page, drafts, titles):
    page.filters.kind.setCurrentText("经验型")
    page.filters.chips._buttons["送审"].click()
    page.list._reset.click()
    assert len(titles()) == 5
    assert not page.filters.is_active


def test_where_nothing_matches_clearing_is_offered(page, drafts, titles):
    page.filters.chips._buttons["送审"].click()
    assert page.list.empty == "没有符合条件的稿件"
    assert page.list._reset.isVisible()


def test_an_empty_inbox_says_how_to_begin(page):
    assert "拖到这里" in page.list.empty
    assert not page.list._reset.isVisible()


def test_down_goes_from_the_search_to_the_list(page, drafts):
    page.filters.words.setFocus()
    QTest.keyClick(page.filters.words, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert page.list.current_id


def test_tab_follows_reading_order(page, drafts, qtbot):
    page.filters.words.setFocus()
    walked = []
    for _ in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        walked.append(page.focusWidget())
    assert walked == [page.filters.unit, page.filters.kind, page.filters.received]
