"""The 批示 tab: registering in under a minute, then one key a step, each with its undo."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.drafts import Kind
from desk.instructions.instruction import Instruction, State
from desk.instructions.rules import InstructionRules
from ui.instructions import steps

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # no window manager offscreen


@pytest.fixture
def settled(qtbot, session):
    """Waits for the worker."""
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


def kept(store):
    with store.read() as work:
        return work.matters.all(Instruction)


def test_without_instructions_it_says_what_to_do(tab):
    assert "Ctrl+N" in tab.empty
    assert tab.model.rowCount() == 0


def test_the_words_stand_large_beside_the_list(instructed, page, tab, settled):
    held = instructed()
    page.refresh()
    page.show_target(held.subject)
    settled()
    shown = tab.side.text.toPlainText()
    assert held.text in shown
    assert "县教育局" in shown
    assert "余 5 天" in shown


def test_chips_narrow_by_state(instructed, page, tab, settled):
    instructed()
    instructed(handed=False)
    page.refresh()
    settled()
    tab.choose_state(State.PENDING.value)
    assert [row.state for row in tab.model.rows] == [State.PENDING]


def test_an_item_is_registered_and_handed_over_at_once(office, store, page, tab, settled):
    draft = office.draft()
    page.show_target(f"instruction:new:{draft.id}")
    settled()
    form = tab.deeds.register_window
    assert (form.item.text(), form.units.text()) == (draft.title, "县教育局")
    form.leader.setCurrentText("郑国平")
    form.level.setCurrentText("本级")
    form.text.setPlainText("请立即查清，“举一反三”。")
    form._propose()
    settled()
    assert form.due.text() == "2026-07-16 18:00"
    form.save()
    settled()
    held = kept(store)[0]
    assert held.text == "请立即查清，“举一反三”。"
    assert held.state(office.by.now) is State.RUNNING


def test_a_known_leader_fills_in_rank_and_level(instructed, page, tab, settled):
    instructed()
    tab.begin()
    settled()
    form = tab.deeds.register_window
    form.leader.setCurrentText("郑国平")
    assert (form.rank.currentText(), form.level.currentText()) == ("主要领导", "本级")


def test_what_is_missing_is_said_at_its_field_and_the_window_stays(tab, settled):
    tab.begin()
    settled()
    form = tab.deeds.register_window
    form.save()
    settled()
    assert "没有写批示原文" in form.area.fields["text"].error
    assert form.isVisible()


def test_what_is_waited_for_asks_for_no_words(office, store, tab, settled):
    tab.begin()
    settled()
    form = tab.deeds.register_window
    form.item.setText("防汛情况")
    form.leader.setCurrentText("郑国平")
    form.awaited.setChecked(True)
    assert form.area.fields["text"].isHidden()
    form.save()
    settled()
    assert kept(store)[0].state(office.by.now) is State.AWAITED


def test_undo_takes_the_registration_back(store, session, tab, settled):
    tab.begin()
    settled()
    form = tab.deeds.register_window
    form.item.setText("防汛情况")
    form.leader.setCurrentText("郑国平")
    form.level.setCurrentText("本级")
    form.text.setPlainText("同意")
    form.save()
    settled()
    session.messages.toast._on_undo()
    settled()
    assert kept(store) == []


def test_feedback_is_taken_by_its_window(instructed, page, tab, store, settled):
    held = instructed()
    page.refresh()
    page.show_target(held.subject)
    settled()
    tab.deeds._of(steps.FeedbackWindow)()
    window = tab.deeds.window(steps.FeedbackWindow)
    window.text.setPlainText("已整改35处。")
    window.save()
    settled()
    assert kept(store)[0].assignments[0].feedback[0].text == "已整改35处。"


def test_more_time_is_refused_without_a_reason(instructed, page, tab, settled):
    held = instructed()
    page.refresh()
    page.show_target(held.subject)
    settled()
    tab.deeds._of(steps.ExtendWindow)()
    window = tab.deeds.window(steps.ExtendWindow)
    window.save()
    settled()
    assert "理由" in window.area.fields["reason"].error


def test_one_key_makes_the_feedback_draft_and_opens_it(
    instructed, page, tab, store, session, settled
):
    held = instructed()
    page.refresh()
    page.show_target(held.subject)
    settled()
    asked = []
    session.requested.connect(lambda key, target: asked.append((key, target)))
    tab.deeds.draft()
    settled()
    with store.read() as work:
        draft = work.drafts.get(asked[-1][1])
    assert (asked[-1][0], draft.kind) == ("editor", Kind.FEEDBACK)
    assert f"“{held.text}”" in draft.body.text


def test_deeds_that_cannot_be_done_are_not_offered(instructed, page, tab, settled):
    instructed(handed=False)
    page.refresh()
    settled()
    offered = {deed.words: button.isEnabled() for deed, button in tab._buttons}
    assert offered["交办"]
    assert not offered["反馈"]
    assert not offered["重新打开"]


def test_statistics_and_lists_are_of_the_span_chosen(instructed, tab, settled):
    instructed()
    tab.count()
    settled()
    counting = tab._counting
    assert counting.table.rows[0][0] == "郑国平"
    counting.span.setCurrentIndex(1)
    settled()
    assert counting.table.rows == ()
    assert not counting.empty.isHidden()


def test_the_rules_are_kept_and_unreadable_ones_refused(store, tab, settled):
    tab.set_rules()
    rules = tab._rules
    rules.urgent.setPlainText("尽快")
    rules.save()
    assert "看不懂" in rules.area.fields["urgent"].error
    rules.urgent.setPlainText("2：尽快、火速")
    rules.save()
    settled()
    with store.read() as work:
        assert work.matters.policy(InstructionRules()).urgent[0].days == 2


def test_hundreds_and_very_long_words_are_shown(instructed, store, office, page, tab, settled):
    held = instructed(text="请认真办理。" * 3000)
    with store.begin() as work:
        for at in range(300):
            day = held.day - timedelta(days=at % 60)
            work.matters.save(
                replace(held, id=0, number=f"批办〔2026〕{at + 2}号", day=day), office.by
            )
    page.refresh()
    settled()
    assert tab.model.rowCount() == 301
    assert tab.row is not None
