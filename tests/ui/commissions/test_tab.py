"""The tab says how each commission stands, and does what is asked for the units chosen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtWidgets import QApplication

from desk.commissions import issuing, results
from desk.commissions.commission import Outcome
from desk.commissions.results import Verdict

# windows of their own are raised, which the offscreen screen can't do
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def shown(send, tab, idle):
    """A commission in the list, both its units selected."""
    sent = send()
    tab.refresh()
    idle()
    tab.told.view.selectAll()
    return sent


def chips(tab):
    return [one.text() for one in tab.chips.buttons()]


def test_a_list_without_commissions_says_what_to_do(tab):
    assert "Ctrl+N" in tab.view.empty


def test_commissions_are_told_by_state(send, tab, session, idle, now):
    send()
    session.clock = lambda: now + timedelta(days=3)
    tab.refresh()
    idle()
    row = tab.model.row(0)
    assert (row.words, row.clock) == ("0/2 已报，2 家逾期", "超 1 天")
    assert chips(tab)[:3] == ["未了　1", "今天到期　0", "逾期　1"]
    assert [one.state for one in tab.told.model.rows] == ["逾期", "逾期"]


def test_units_chosen_get_more_time(shown, tab, kept, idle):
    tab.extend()
    ask = tab._reason
    ask.due.entry.setText("下周五")
    ask.go()
    idle()
    assert "理由" in ask.fields["reason"].error
    ask.reason.setText("数据要等核定")
    ask.go()
    idle()
    assert ask.isHidden()
    assert {one.remark for one in kept()[0].tasks} == {"数据要等核定"}
    tab.session.messages.toast._undo.click()
    idle()
    assert {one.due for one in kept()[0].tasks} == {None}


def test_units_chosen_are_exempt_and_asked_again(shown, tab, kept, idle):
    tab.told.view.choose(0)
    tab.exempt()
    tab._reason.reason.setText("无此业务")
    tab._reason.go()
    idle()
    assert [one.exempt for one in kept()[0].tasks] == ["无此业务", ""]
    tab.told.view.selectAll()
    tab.demand()
    idle()
    assert [one.exempt for one in kept()[0].tasks] == ["", ""]


def test_a_commission_is_called_off_with_a_reason(shown, tab, kept, idle):
    tab.withdraw()
    tab._reason.reason.setText("上级已取消")
    tab._reason.go()
    idle()
    assert kept()[0].withdrawn == "上级已取消"
    assert tab.model.rowCount() == 0


def test_each_unit_has_its_page_or_all_have_one(shown, tab, idle):
    tab.print_notices()
    idle()
    with PdfDocument(tab.paper.pdf) as document:
        assert len(document) == 2
        text = "".join(document[1].get_textpage().get_text_range().split())
    assert "云岭县水利局" in text
    tab.paper.each.setChecked(False)
    idle()
    with PdfDocument(tab.paper.pdf) as document:
        assert len(document) == 1


def test_the_text_for_units_chosen_names_them(shown, tab):
    tab.copy_for_units()
    text = QApplication.clipboard().text()
    assert text.startswith("县教育局：")
    assert "县水利局：" in text


def test_results_are_proposed_confirmed_and_closed(shown, tab, session, kept, idle, now):
    session.clock = lambda: now + timedelta(days=3)
    tab.refresh()
    idle()
    tab.judge()
    idle()
    window = tab._results
    assert "未报 2 家" in window.about.text()
    window.view.choose(0)
    window.put(Outcome.POOR)
    idle()
    window.remark.setText("只有数字，没有分析")
    window.note_remark()
    idle()
    window.book()
    idle()
    first, second = kept()[0].tasks
    assert (first.outcome, first.remark) == (Outcome.POOR, "只有数字，没有分析")
    assert second.outcome is Outcome.NONE
    assert second.booked
    assert kept()[0].closed
    session.messages.toast._undo.click()
    idle()
    assert kept()[0].closed is None
    assert [one.booked for one in kept()[0].tasks] == ["", ""]


def test_results_are_kept_without_points(shown, tab, session, kept, idle, now):
    session.clock = lambda: now + timedelta(days=3)
    tab.judge()
    idle()
    tab._results.closes.setChecked(False)
    tab._results.keep()
    idle()
    assert [(one.outcome, one.booked) for one in kept()[0].tasks] == [(Outcome.NONE, "")] * 2
    assert kept()[0].closed is None


def test_before_its_time_no_result_is_proposed(shown, tab, idle):
    tab.judge()
    idle()
    tab._results.book()
    assert "还可以报" in tab._results.error.text()


def test_a_closed_commission_is_taken_up_again(shown, office, tab, kept, idle):
    verdicts = [Verdict(one.id, Outcome.ON_TIME) for one in office.units]
    results.confirm(office.store, shown.id, verdicts, books=False, closes=True, by=office.by)
    tab.refresh()
    tab.choose_state("全部")
    idle()
    tab.close_or_reopen()
    tab._reason.reason.setText("上级要求补报")
    tab._reason.go()
    idle()
    assert kept()[0].closed is None


def test_a_link_leads_to_its_commission_under_whichever_chip(shown, office, tab, kept, idle):
    issuing.withdraw(office.store, shown.id, "取消", by=office.by)
    tab.refresh()
    idle()
    tab.page.show_target(shown.subject)
    tab.refresh()
    idle()
    assert tab.commission.id == shown.id


def test_the_rules_are_kept_and_undone(tab, store, session, idle):
    tab.open_rules()
    tab._rules.pattern.setText("没有年份")
    tab._rules.keep()
    idle()
    assert "年份在前" in tab._rules.fields["pattern"].error
    tab._rules.pattern.setText("{year}年约稿第{number}号")
    tab._rules.days.setValue(5)
    tab._rules.keep()
    idle()
    assert tab._rules.isHidden()


def test_nothing_is_done_where_no_unit_is_chosen(send, tab, idle):
    send()
    tab.refresh()
    idle()
    tab.told.view.clearSelection()
    tab.extend()
    assert "请先在右边选单位" in tab.session.messages.toast.text
    assert tab._reason is None


def test_units_that_still_owe_it_stand_first(send, office, tab, idle):
    sent = send()
    first, second = sent.tasks
    with office.store.begin() as work:
        answered = (replace(first, answered=office.by.now), second)
        work.matters.save(replace(sent, tasks=answered), office.by)
    tab.refresh()
    idle()
    assert [one.unit.short for one in tab.told.model.rows] == ["县水利局", "县教育局"]


def test_a_units_card_is_one_step_away(shown, office, tab, session, qtbot):
    tab.told.view.choose(1)
    with qtbot.waitSignal(session.called) as called:
        tab.open_unit()
    assert called.args == [office.units[1].id]
