"""What is due, where each line leads, and that it is found anew when it must be."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from desk import compiling
from desk.agenda.snooze import snoozes
from desk.approval_queue import Queue
from desk.approvals import Lane, Stage
from desk.approving import submit
from desk.auditing import By
from desk.calendar import SpecialDay
from desk.drafts import DraftQuery, Status
from desk.topic_pool.foreseeable import Foreseeable
from ui.session import Topic

DRAFTS, ISSUES = "来稿与审签", "刊期"


def texts(page, card):
    return page.board.cards[card].list.texts


def follow(page, card, row=0):
    listed = page.board.cards[card].list
    listed.itemActivated.emit(listed.topLevelItem(row), 0)


@pytest.fixture
def pace(session, at_rest):
    """Let the clock go on: how long, and whether the page notices by itself."""

    def go(page, **length):
        moment = session.clock() + timedelta(**length)
        session.clock = lambda: moment
        page._timer.timeout.emit()
        at_rest()

    return go


@pytest.fixture
def nothing_foreseen(store, now):
    """No feast or season is about to be written of."""
    with store.begin() as work:
        plan = work.matters.policy(Foreseeable())
        off = tuple(one.key for one in plan.occasions)
        work.matters.keep_policy(replace(plan, off=off), By("王敏", now))


@pytest.mark.usefixtures("nothing_foreseen")
def test_an_empty_office_is_told_that_all_is_done(shown):
    page = shown()
    assert page.told.text() == "工作日　今天到期的都办完了"
    assert {text for card in page.board.cards for text in texts(page, card)} == {"没有到期的"}
    assert not page.board.urgent.isVisible()
    assert page.foot.backup.text().startswith("还没有备份")


def test_the_day_is_named_with_what_it_is(shown, store):
    with store.begin() as work:
        work.lists.save_special_day(SpecialDay(date(2026, 7, 15), is_working=False, name="县庆"))
    page = shown()
    assert page.title.text() == "今日　7月15日　星期三"
    assert page.told.text().startswith("县庆（休息）")


def test_drafts_are_counted_by_status_and_lead_to_theirs(shown, office, session, qtbot):
    for number, status in enumerate((Status.NEW, Status.NEW, Status.EDITING, Status.READY)):
        office.draft(f"信息{number}", status=status)
    figures = shown().foot.figures
    assert [one.text() for one in figures.values()] == ["新到 2", "在编 1", "送审 0", "可用 1"]
    with qtbot.waitSignal(session.requested) as asked:
        figures[Status.READY].click()
    assert asked.args == ["inbox", Status.READY]


def test_a_waiting_draft_says_for_how_long_and_leads_to_it(shown, office, now, session, qtbot):
    draft = office.draft("昨天的", received=now - timedelta(hours=20))
    page = shown()
    assert texts(page, DRAFTS) == ["昨天的　县教育局　▲ 超 16 小时"]
    listed = page.board.cards[DRAFTS].list
    listed.setFocus()
    with qtbot.waitSignal(session.requested) as asked:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert asked.args == ["inbox", draft.id]


def test_fifty_late_drafts_are_one_line_that_leads_to_their_list(
    shown, office, now, session, qtbot
):
    for number in range(50):
        office.draft(f"稿{number}", due=now - timedelta(days=2), status=Status.EDITING)
    page = shown()
    assert texts(page, DRAFTS)[0].startswith("50 篇稿件时限已到　县教育局 50　▲ 最久超 2 天")
    assert page.board.cards[DRAFTS].count.text() == "▲ 超时 50　共 50 件 ›"
    with qtbot.waitSignal(session.requested) as asked:
        follow(page, DRAFTS)
    assert asked.args[0] == "inbox"
    assert isinstance(asked.args[1], DraftQuery)


def test_what_waits_too_long_at_approval_leads_to_the_call_list(
    shown, office, session, store, now, qtbot
):
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", 4),)))
    early = By("王敏", now - timedelta(days=2))
    submit(store, [office.draft(f"稿{n}").id for n in range(5)], lane.id, by=early)
    page = shown()
    assert texts(page, DRAFTS)[0].startswith("5 篇待审超时，该催批　郑国平 5　▲")
    with qtbot.waitSignal(session.requested) as asked:
        follow(page, DRAFTS)
    assert asked.args == ["approvals", Queue.CALLS]


def test_an_open_issue_leads_to_its_page(shown, office, store, session, qtbot):
    issue = compiling.new_issue(store, office.publication.id, date(2026, 7, 15), by=office.by)
    page = shown()
    assert texts(page, ISSUES) == ["《政务信息》第1期待印发（已编 0 条）　△ 余 8 小时"]
    with qtbot.waitSignal(session.requested) as asked:
        follow(page, ISSUES)
    assert asked.args == ["issue", issue.id]


def test_units_without_a_point_are_one_line_with_their_names(shown, office):
    (line,) = texts(shown(), "考核、稿酬与本机")
    assert line == "2 家单位今年挂零　县教育局、县水利局"


def test_more_than_fits_is_counted_and_leads_to_all(shown, office, store, session, qtbot, window):
    for day in range(1, 15):
        compiling.new_issue(store, office.publication.id, date(2026, 7, day), by=office.by)
    window.resize(1024, 500)
    page = shown()
    last = texts(page, ISSUES)[-1]
    assert last.startswith("还有 ")
    assert int(last.split()[1]) + len(texts(page, ISSUES)) - 1 == 14
    with qtbot.waitSignal(session.requested) as asked:
        follow(page, ISSUES, row=len(texts(page, ISSUES)) - 1)
    assert asked.args == ["issue", None]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640), (1920, 1080)])
def test_nothing_scrolls(shown, office, now, window, size):
    for number in range(40):
        office.draft(f"很长的标题{number}" * 9, received=now - timedelta(hours=5 + number))
    window.resize(*size)
    page = shown()
    for card in page.board.cards.values():
        assert not card.list.verticalScrollBar().isVisible()
        assert card.list.verticalScrollBar().maximum() == 0
    assert page.board.height() <= page.height()


@pytest.mark.usefixtures("nothing_foreseen")
def test_the_arrows_go_through_the_lines_of_all_cards(shown, office, now, qtbot, window):
    office.store.backup()
    compiling.new_issue(office.store, office.publication.id, date(2026, 7, 15), by=office.by)
    for title in ("甲", "乙"):
        office.draft(title, received=now - timedelta(hours=5))
    page = shown()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocus()
    seen = [page.board.line.text]
    for _ in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        seen.append(page.board.line.text)
    assert [one[:6] for one in seen] == ["《政务信息》", "甲", "乙", "2 家单位今", "2 家单位今"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert page.board.line.text == "乙"


def test_a_change_is_seen_at_once_and_the_line_chosen_stays(shown, office, now, session, at_rest):
    for hours in (5, 6):
        office.draft(f"{hours}小时", received=now - timedelta(hours=hours))
    page = shown()
    listed = page.board.cards[DRAFTS].list
    listed.setFocus()
    listed.choose(1)
    office.draft("9小时", received=now - timedelta(hours=9))
    session.changed.emit(frozenset({Topic.DRAFTS}))
    at_rest()
    assert len(texts(page, DRAFTS)) == 3
    assert listed.topLevelItem(2).text(0) == "5小时"


def test_what_becomes_due_comes_by_itself(shown, office, now, pace):
    office.draft("甲", received=now - timedelta(hours=3))
    page = shown()
    pace(page, seconds=50)
    assert texts(page, DRAFTS) == ["没有到期的"]
    pace(page, minutes=59, seconds=10)
    assert texts(page, DRAFTS)[0].startswith("甲")


def test_after_a_week_asleep_all_that_is_due_is_there(shown, office, now, store, pace):
    office.draft("甲", received=now - timedelta(hours=1), due=now + timedelta(days=3))
    compiling.new_issue(store, office.publication.id, date(2026, 7, 17), by=office.by)
    page = shown()
    assert texts(page, DRAFTS) == texts(page, ISSUES) == ["没有到期的"]
    pace(page, days=7)
    assert page.title.text() == "今日　7月22日　星期三"
    assert texts(page, DRAFTS) == ["甲　县教育局　新到　▲ 超 4 天"]
    assert texts(page, ISSUES)[0].endswith("▲ 超 4 天")


def test_a_clock_set_back_is_noticed_and_told_above(shown, office, now, store, pace):
    office.draft("甲", received=now - timedelta(hours=5))
    compiling.new_issue(store, office.publication.id, date(2026, 7, 15), by=office.by)
    page = shown()
    pace(page, days=-30)
    assert page.board.urgent.isVisible()
    assert "比上一次改动（2026-07-15 09:30）还早" in page.board.urgent.list.texts[0]


def test_the_newest_backup_is_named(shown, store):
    store.backup()
    assert shown().foot.backup.text() == "最近一次备份在刚刚"


@pytest.fixture
def late(office, now):
    return office.draft("甲", received=now - timedelta(hours=5))


@pytest.fixture
def asked(shown, late, qtbot):
    """The page with the question of when to be reminded of a draft."""
    page = shown()
    page.board.cards[DRAFTS].list.setFocus()
    page._put_off()
    return page


def press(page, words):
    next(one for one in page.snooze.buttons if one.text() == words).click()


def test_a_line_is_put_off_with_a_reason_and_comes_back(asked, at_rest, pace, store, late):
    asked.snooze.reason.setCurrentText("等单位回话")
    press(asked, "1 小时后")
    at_rest()
    assert texts(asked, DRAFTS) == ["没有到期的"]
    assert asked.foot.apart.text() == "已稍后 1 件"
    assert not asked.snooze.isVisible()
    pace(asked, hours=1)
    assert texts(asked, DRAFTS)[0].startswith("甲")
    assert not asked.foot.apart.isVisible()


def test_putting_off_is_undone_by_the_toast(asked, at_rest, session):
    asked.snooze.reason.setCurrentText("等单位回话")
    press(asked, "明天早上")
    at_rest()
    session.messages.toast._undo.click()
    at_rest()
    assert texts(asked, DRAFTS)[0].startswith("甲")


def test_a_reason_is_needed_and_asked_for_beside_the_field(asked, at_rest, store):
    press(asked, "1 小时后")
    at_rest()
    assert "写明理由" in asked.snooze.error.text()
    assert asked.snooze.isVisible()
    with store.read() as work:
        assert snoozes(work).held == ()


def test_a_day_can_be_chosen(asked, at_rest, store):
    asked.snooze.reason.setCurrentText("等会议定")
    asked.snooze.day.show_day(date(2026, 7, 20))
    press(asked, "到这天")
    at_rest()
    with store.read() as work:
        (held,) = snoozes(work).held
    assert held.until == datetime.fromisoformat("2026-07-20T08:00+08:00")


def test_escape_puts_nothing_off(asked, qtbot, store):
    qtbot.keyClick(asked.snooze, Qt.Key.Key_Escape)
    assert not asked.snooze.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, no window manager
def test_what_was_put_off_is_listed_and_brought_back(asked, at_rest):
    asked.snooze.reason.setCurrentText("等单位回话")
    press(asked, "下个工作日")
    at_rest()
    asked.foot.apart.click()
    window = asked.foot._window
    ((duty, why),) = window.model.rows
    assert (duty.text, why.reason) == ("甲", "等单位回话")
    window.bring_back()
    at_rest()
    assert texts(asked, DRAFTS)[0].startswith("甲")
    assert window.model.rowCount() == 0


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, no window manager
def test_the_days_sheet_is_looked_at_before_it_is_printed(shown, late, at_rest):
    page = shown()
    page.print_button.click()
    at_rest()
    assert page._printer.window.windowTitle() == "今日办理清单 2026-07-15"
    assert page._printer.window.pdf.startswith(b"%PDF")
