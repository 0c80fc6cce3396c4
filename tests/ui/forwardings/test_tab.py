"""The register of what went up: chips, results by keyboard, undo, our own task."""

import pytest

from desk.forwardings.forwarding import Forwarding, Result
from desk.forwardings.results import Finding, enter
from ui.secrecy.carry_window import CarryWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows of their own


def held(store, forwarding):
    with store.read() as work:
        return work.matters.get(Forwarding, forwarding.id)


def test_what_waits_for_its_result_is_shown_first(tab, sent, qtbot):
    sent()
    shown = tab(rows=1)
    assert shown.state == "等结果"
    assert shown.model.row(0).forwarding.carrier == "市政府要情快报"
    qtbot.waitUntil(lambda: "市政府要情快报" in shown.told.toPlainText())


def test_what_waits_too_long_is_called_so(tab, sent):
    sent(days=30)
    shown = tab(rows=1)
    assert shown.model.row(0).state == "等结果超期"


def test_several_are_entered_as_not_used_at_once_and_undone(tab, sent, session, qtbot):
    made = [sent("甲事"), sent("乙事")]
    shown = tab(rows=2)
    shown.view.selectAll()
    shown.refuse()
    qtbot.waitUntil(lambda: held(session.store, made[0]).result is Result.NOT_ADOPTED)
    qtbot.waitUntil(lambda: shown.chips.button(3).text() == "未采用　2")


def test_results_are_entered_one_after_the_other(tab, sent, session, qtbot):
    first, second = sent("甲事"), sent("乙事")
    shown = tab(rows=2)
    shown.view.selectAll()
    shown.enter_results()
    window = shown.windows.results()
    window.number.setText("36")
    window.save()
    qtbot.waitUntil(lambda: window.held is not None and len(window._queue) == 1)
    assert window.number.text() == "36"
    window.results.button(2).setChecked(True)
    window.save()
    qtbot.waitUntil(lambda: not window.isVisible())
    found = {held(session.store, one).result for one in (first, second)}
    assert found == {Result.ADOPTED, Result.NOT_ADOPTED}


def test_the_scheme_says_what_it_would_give(tab, sent, qtbot):
    sent()
    shown = tab(rows=1)
    shown.enter_results()
    window = shown.windows.results()
    qtbot.waitUntil(lambda: window.proposal.text() == "按计分办法：县教育局 不计分")


def test_a_wrong_day_is_told_beside(tab, sent, qtbot):
    sent()
    shown = tab(rows=1)
    shown.enter_results()
    window = shown.windows.results()
    window.day.setText("2026-01-01")
    window.save()
    qtbot.waitUntil(lambda: "早于上报日期" in window.error.text())


def test_a_link_shows_the_forwarding_under_its_chip(tab, sent, session, qtbot):
    one = sent()
    by = session.by()
    enter(session.store, [Finding(one.id, Result.ADOPTED, by.today)], by=by)
    shown = tab(rows=1)
    shown.page.show_target(one.subject)
    qtbot.waitUntil(lambda: shown.state == "采用" and shown.row is not None)


def test_our_own_task_is_told_above(tab, sent, qtbot):
    sent()
    shown = tab(rows=1)
    qtbot.waitUntil(lambda: "还没有写本办任务" in shown.board.text())


def test_what_went_up_is_carried_out_from_here(tab, sent):
    sent("甲事")
    shown = tab(rows=1)
    shown.view.selectAll()
    shown.carry_out()
    window = shown.findChild(CarryWindow)
    assert [window.items.item(at).text() for at in range(window.items.count())] == ["甲事"]
