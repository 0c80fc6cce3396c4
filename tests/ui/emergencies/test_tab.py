"""The tab: what is open, what it costs, what the month was, and the rules."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.auditing import By
from desk.emergencies.categories import EmergencyForms
from desk.emergencies.category_text import categories_of, text_of_categories
from desk.emergencies.emergency import Emergency, Outcome
from desk.emergencies.raising import raise_emergency
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.wording import first_report
from desk.errors import FieldError
from ui.emergencies.judge_window import JudgeWindow
from ui.emergencies.monthly_window import MonthlyWindow, span_of
from ui.emergencies.rules_window import RulesWindow
from ui.tasks.page import TasksPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


@pytest.fixture
def fire(office, store, now):
    """A fire of which the unit told us after 30 minutes."""
    one = Emergency(
        title="",
        day=date(2026, 7, 15),
        category="火情",
        place="东湖街道",
        event="火灾",
        reporter_id=office.units[0].id,
        happened=now - timedelta(minutes=30),
        known=now,
    )
    wording = first_report(one, EmergencyForms().category("火情"))
    return raise_emergency(store, one, wording, by=By("王敏", now)).now


@pytest.fixture
def tab(opened, fire, at_rest):
    page = opened(TasksPage)
    page.show_target("紧急")
    at_rest()
    return page.current


def test_the_list_says_what_presses_and_that_the_unit_was_late(tab):
    assert tab.model.rowCount() == 1
    row = tab.row
    assert row.clock_words.startswith("电话上报 余 20 分钟")
    assert row.judged == "▲ 迟报待定"
    assert "首报" in tab.pane.text.toPlainText()


def test_a_link_leads_to_it_under_its_chip(tab, fire, at_rest):
    tab.choose_state("已终报")
    assert tab.model.rowCount() == 0
    tab.show_target(fire.subject)
    assert tab.state == "在办"
    assert tab.row.one == fire


@pytest.fixture
def judging(session, window, fire, qtbot, at_rest):
    made = JudgeWindow(session, window)
    qtbot.addWidget(made)
    made.open(fire.id)
    at_rest()
    return made


def test_what_it_would_cost_stands_there_before_it_is_decided(judging, store, fire, at_rest):
    assert judging.outcome.currentText() == Outcome.LATE
    assert judging.minutes.text() == "10"
    assert "照样记入台账" in judging.worth.text()
    judging.decide()
    at_rest()
    with store.read() as work:
        (breach,) = work.matters.get(Emergency, fire.id).breaches
    assert breach.source.startswith("hand:")


def test_declining_needs_a_reason(judging, at_rest):
    judging.why.clear()
    judging.decide(declined=True)
    at_rest()
    assert judging.error.text() == "不计要写明理由和依据。"


def test_another_unit_is_named_for_what_was_concealed(judging, store, fire, office, at_rest):
    judging.whose.setCurrentIndex(judging.whose.count() - 1)
    judging._show_proposal()
    judging.unit.setText("县水利局")
    judging.outcome.setCurrentText(Outcome.CONCEALED)
    judging.why.setText("群众举报查实")
    judging.decide()
    at_rest()
    with store.read() as work:
        (breach,) = work.matters.get(Emergency, fire.id).breaches
    assert (breach.unit_id, breach.outcome) == (office.units[1].id, Outcome.CONCEALED)


def test_the_month_is_on_screen(session, window, fire, qtbot):
    made = MonthlyWindow(session, window)
    qtbot.addWidget(made)
    made.open()
    assert made.model.texts[0][:2] == ("火情", "1")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("本月", date(2026, 1, 1), date(2026, 1, 31)),
        ("上月", date(2025, 12, 1), date(2025, 12, 31)),
        ("今年", date(2026, 1, 1), date(2026, 1, 15)),
    ],
)
def test_months_are_meant_by_word(words, first, last):
    assert span_of(words, date(2026, 1, 15)) == (first, last)


@pytest.fixture
def rules(session, window, office, qtbot):
    made = RulesWindow(session, window)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_limits_are_the_offices_and_changing_them_is_undone(rules, store, at_rest, take_back):
    rules.cells[4][1].setText("30")
    rules.times.setText("9:00、18:00")
    rules.keep()
    at_rest()
    with store.read() as work:
        kept = work.matters.policy(EmergencyRules())
    assert (kept.limits[4].phone.amount, kept.times) == (30, ("09:00", "18:00"))
    take_back()
    with store.read() as work:
        assert work.matters.policy(EmergencyRules()) == EmergencyRules()


def test_what_is_no_number_or_time_is_refused(rules):
    rules.cells[0][0].setText("")
    with pytest.raises(FieldError, match="特别重大"):
        rules.value()
    rules.cells[0][0].setText("15")
    rules.times.setText("25点")
    with pytest.raises(FieldError, match="不是时间"):
        rules.value()


def test_a_slot_added_as_text_is_asked_and_told():
    text = text_of_categories(EmergencyForms().categories)
    held = categories_of(text)
    assert held == EmergencyForms().categories
    added = categories_of(text.replace("【火情】", "【火情】\n伤亡动物（头）*｜牛羊"))
    slot = next(one for one in added if one.name == "火情").slots[0]
    assert (slot.label, slot.unit, slot.required, slot.hint) == ("伤亡动物", "头", True, "牛羊")


def test_categories_without_a_name_are_refused():
    with pytest.raises(FieldError, match="第 1 行"):
        categories_of("死亡（人）")


def test_a_category_of_the_offices_own_replaces_those_of_the_program(store, now):
    own = replace(EmergencyForms().categories[0], name="地震")
    with store.begin() as work:
        work.matters.keep_policy(EmergencyForms((own,)), By("王敏", now))
    with store.read() as work:
        assert work.matters.policy(EmergencyForms()).categories == (own,)
