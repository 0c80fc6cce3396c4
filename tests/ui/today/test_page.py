"""What needs a hand now, and where each line leads."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from desk import compiling
from desk.approval_queue import Queue
from desk.approvals import Lane, Stage
from desk.approving import submit
from desk.auditing import By
from desk.drafts import Status
from ui.today.page import TodayPage


@pytest.fixture
def shown(window, session, qtbot):
    """Open the page on the store as it is."""

    def show():
        page = TodayPage(session)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        page.enter()
        qtbot.waitUntil(lambda: not session.worker.busy)
        return page

    return show


def follow(card):
    card.list.itemActivated.emit(card.list.topLevelItem(0), 0)


def test_an_empty_office_is_told_what_to_do(shown):
    page = shown()
    assert page.waiting.lines == ["没有久等的来稿。"]
    assert page.submitted.lines == ["没有在审的稿件。"]
    assert "新一期" in page.issues.lines[0]
    assert page.zero.lines == ["没有挂零单位。"]
    assert "还没有" in page.backup.text()


def test_the_day_is_named(shown):
    assert shown().title.text() == "今日　7月15日　星期三"


def test_drafts_are_counted_by_status(shown, office):
    for number, status in enumerate((Status.NEW, Status.NEW, Status.EDITING, Status.READY)):
        office.draft(f"信息{number}", status=status)
    texts = [button.text() for button in shown().figures.values()]
    assert texts == ["新到　2", "在编　1", "送审　0", "可用　1"]


@pytest.mark.parametrize("status", [Status.NEW, Status.READY])
def test_a_count_leads_to_its_drafts(shown, session, qtbot, status):
    page = shown()
    with qtbot.waitSignal(session.requested) as asked:
        page.figures[status].click()
    assert asked.args == ["inbox", status]


def test_only_long_waiting_drafts_are_named_the_longest_first(shown, office, now):
    office.draft("新来的", received=now - timedelta(hours=1))
    office.draft("昨天的", received=now - timedelta(hours=20))
    office.draft("上周的", received=now - timedelta(days=6))
    page = shown()
    assert page.waiting.lines == ["上周的　6 天　县教育局", "昨天的　20 小时　县教育局"]
    assert page.waiting.count.text() == "2 条"


def test_a_waiting_draft_leads_to_the_inbox(shown, office, now, session, qtbot):
    draft = office.draft(received=now - timedelta(hours=5))
    page = shown()
    page.waiting.list.setCurrentItem(page.waiting.list.topLevelItem(0))
    with qtbot.waitSignal(session.requested) as asked:
        qtbot.keyClick(page.waiting.list, Qt.Key.Key_Return)
    assert asked.args == ["inbox", draft.id]


def test_a_submitted_draft_leads_to_its_place_at_approval(shown, office, session, qtbot):
    draft = office.draft(status=Status.SUBMITTED)
    page = shown()
    with qtbot.waitSignal(session.requested) as asked:
        follow(page.submitted)
    assert asked.args == ["approvals", draft.id]


def test_what_waits_too_long_is_told_with_whom_and_leads_to_the_call_list(
    shown, office, session, store, now, qtbot
):
    with store.begin() as work:
        lane = work.approvals.save_lane(Lane("下发", (Stage("主任审签", "郑国平", 4),)))
    early = By("王敏", now - timedelta(days=2))
    submit(store, [office.draft("甲稿").id, office.draft("乙稿").id], lane.id, by=early)
    page = shown()
    assert page.submitted.lines[0] == "▲ 待审超时 2 篇（郑国平 2）　去催批"
    assert page.submitted.lines[1].startswith("甲稿　▲ 郑国平　14 小时")
    assert page.submitted.count.text() == "2 篇"
    with qtbot.waitSignal(session.requested) as asked:
        follow(page.submitted)
    assert asked.args[0] == "approvals"
    assert asked.args[1] is Queue.CALLS


def test_an_open_issue_leads_to_its_page(shown, office, store, session, qtbot):
    day = date(2026, 7, 15)
    issue = compiling.new_issue(store, office.publication.id, day, by=office.by)
    page = shown()
    assert page.issues.lines == ["《政务信息》第1期　07-15　已编 0 条"]
    with qtbot.waitSignal(session.requested) as asked:
        follow(page.issues)
    assert asked.args == ["issue", issue.id]


def test_units_without_a_point_are_named(shown, office, session, qtbot):
    page = shown()
    assert page.zero.lines == ["云岭县教育局　报送 0 条", "云岭县水利局　报送 0 条"]
    assert page.zero.count.text() == "2 家"
    with qtbot.waitSignal(session.requested) as asked:
        follow(page.zero)
    assert asked.args[0] == "scores"


def test_the_last_backup_is_named(shown, store):
    store.backup()
    assert "已通过校验" in shown().backup.text()
