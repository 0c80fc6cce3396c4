"""A draft's way from the door to 可用, and what is locked on it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.approvals import Condition, Lane, Stage
from desk.auditing import By
from desk.drafts import Kind, Status
from desk.merging import merge_into_composite
from desk.people import Person
from desk.reasons import LETTERS
from desk.starting import complete
from ui.editor import steps
from ui.editor.approving import Approving


@pytest.fixture
def lanes(store):
    """A short lane that asks for nothing, and one with two desks."""
    with store.begin() as work:
        work.people.save(Person("何文斌", "办公室主任", deputy="李副主任", is_away=True))
        short = Lane("简办", (Stage("信息科审核"),), at_once=True)
        up = Lane(
            "上报",
            (
                Stage("信息科审核"),
                Stage("办公室主任审签", "何文斌"),
                Stage("分管领导审签", "罗县长", only_if_asked=True),
            ),
            position=1,
        )
        return work.approvals.save_lane(short), work.approvals.save_lane(up)


@pytest.fixture
def approval(opened):
    return next(one for one in opened.features if isinstance(one, Approving))


@pytest.fixture
def sent(opened, lanes, approval, settled, qtbot):
    """The open draft on its way along the second lane."""
    opened.steps.take_next()
    qtbot.keyClick(approval.lanes, Qt.Key.Key_Return)
    settled()
    return opened


def test_two_keys_send_a_draft_along_the_proposed_lane(sent, stored, store):
    assert stored(sent.draft.id).status is Status.SUBMITTED
    with store.read() as work:
        assert work.approvals.last([sent.draft.id])[sent.draft.id].lane == "上报"


def test_the_strip_names_the_desks_and_who_stands_in(opened, lanes, approval):
    opened.steps.take_next()
    assert "办公室主任审签 何文斌（外出，李副主任代）" in approval.lanes.route.text()


def test_a_digit_chooses_a_lane_and_b_takes_the_leader_along(
    opened, lanes, approval, settled, qtbot, store
):
    opened.steps.take_next()
    qtbot.keyClick(approval.lanes, Qt.Key.Key_1)
    assert approval.lanes.lane.name == "简办"
    qtbot.keyClick(approval.lanes, Qt.Key.Key_Right)
    qtbot.keyClick(approval.lanes, Qt.Key.Key_B)
    qtbot.keyClick(approval.lanes, Qt.Key.Key_Return)
    settled()
    with store.read() as work:
        way = work.approvals.last([opened.draft.id])[opened.draft.id]
    assert [step.stage.name for step in way.steps][-1] == "分管领导审签"


def test_what_is_missing_is_said_and_enter_leads_to_it(
    opened, lanes, approval, stored, store, qtbot
):
    with store.begin() as work:
        work.approvals.save_lane(replace(lanes[1], conditions=frozenset(Condition)))
    opened.steps.take_next()
    assert "核对清单还有 14 项没有勾" in approval.lanes.state.text()
    qtbot.keyClick(approval.lanes, Qt.Key.Key_Return)
    assert opened.side.currentWidget() is opened.side.checklist
    assert stored(opened.draft.id).status is Status.NEW


def test_one_key_approves_a_simple_draft(opened, lanes, stored, settled, store):
    opened.steps.take_approval()
    settled()
    assert stored(opened.draft.id).status is Status.READY
    with store.read() as work:
        step = work.approvals.last([opened.draft.id])[opened.draft.id].steps[0]
    assert step.signer == "王敏"


def test_a_draft_with_open_errors_is_not_approved_at_once_but_told_what_is_missing(
    opened, lanes, approval, stored, settled, store
):
    with store.begin() as work:
        work.approvals.save_lane(replace(lanes[0], conditions=frozenset({Condition.ERRORS})))
    opened.steps.take_approval()
    settled()
    assert stored(opened.draft.id).status is Status.NEW
    assert "差错没有处理" in approval.lanes.state.text()


def test_without_lanes_the_window_says_where_to_make_one(opened, session):
    opened.steps.take_next()
    assert "审签流程" in session.messages.banner.text


def test_the_line_above_the_text_says_who_has_the_draft(sent, settled):
    assert sent.middle.why.text().startswith("送审：信息科审核已等 0 分钟。")
    sent.steps.take_approval()
    settled()
    assert "办公室主任 何文斌（外出，李副主任代）有" in sent.middle.why.text()


def test_who_acts_signs_a_free_stage_with_one_key_and_another_stage_with_two(
    sent, stored, settled, store
):
    sent.steps.take_approval()
    settled()
    sent.steps.take_approval()
    assert sent.middle.strip.signer.name == "李副主任"
    sent.middle.strip.accept()
    settled()
    assert stored(sent.draft.id).status is Status.READY
    with store.read() as work:
        first, second = work.approvals.last([sent.draft.id])[sent.draft.id].steps
    assert (first.signer, second.signer, second.instead_of) == ("王敏", "李副主任", "何文斌")


def test_chasing_leads_to_the_draft_on_the_page_of_approval(sent, session, qtbot):
    with qtbot.waitSignal(session.requested) as asked:
        sent.steps.approving.emit(steps.CHASE)
    assert asked.args == ["approvals", sent.draft.id]


def test_a_part_leads_to_its_composite(page, add, store, session, qtbot):
    parts = [add(title).id for title in ("云岭县修渠", "云岭县筑坝")]
    made = merge_into_composite(store, parts, by=session.by())
    page.show_target(parts[0])
    with qtbot.waitSignal(session.requested) as asked:
        page.steps.take_next()
    assert asked.args == ["editor", made.id]


def test_the_line_above_an_approved_text_names_who_approved_it(opened, lanes, settled):
    opened.steps.take_approval()
    settled()
    assert opened.middle.why.text().startswith("可用：信息科审核 王敏。")


def test_the_same_key_twice_sends(opened, lanes, stored, settled):
    opened.steps.take_next()
    opened.steps.take_next()
    settled()
    assert stored(opened.draft.id).status is Status.SUBMITTED


def test_approval_without_a_signer_waits_for_one(sent, stored):
    sent.steps.approving.emit(steps.SEND_BACK)
    sent.middle.strip.signer.clear()
    sent.middle.strip.accept()
    assert sent.middle.strip.isVisible()
    assert stored(sent.draft.id).status is Status.SUBMITTED


def test_esc_in_the_strip_leaves_a_draft_unsent(opened, lanes, approval, stored, qtbot):
    opened.steps.take_next()
    qtbot.keyClick(approval.lanes, Qt.Key.Key_Escape)
    assert not approval.lanes.isVisible()
    assert stored(opened.draft.id).status is Status.NEW


def test_undoing_an_approval_gives_the_text_back_to_the_editor(
    opened, lanes, stored, settled, session
):
    opened.steps.take_approval()
    settled()
    assert opened.middle.text.isReadOnly()
    session.messages.toast._undo.click()
    settled()
    assert stored(opened.draft.id).status is Status.EDITING
    assert not opened.middle.text.isReadOnly()


def test_what_was_typed_last_is_in_the_approved_text(opened, lanes, stored, settled, qtbot):
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.steps.take_approval()
    settled()
    assert stored(opened.draft.id).body.text.startswith("abc")


def test_sending_back_needs_an_opinion_which_the_editor_sees(sent, approval, stored, settled):
    sent.steps.approving.emit(steps.SEND_BACK)
    sent.middle.strip.accept()
    assert stored(sent.draft.id).status is Status.SUBMITTED
    sent.middle.strip.text.setCurrentText("请核实数据后再送")
    sent.middle.strip.accept()
    settled()
    assert stored(sent.draft.id).status is Status.EDITING
    assert approval.opinion.isVisible()
    assert approval.opinion.text().endswith("退回修改（信息科审核）：请核实数据后再送")
    sent.steps.take_approval()
    settled()
    assert not approval.opinion.isVisible()


def test_the_sender_takes_a_draft_back(sent, stored, settled):
    sent.steps.approving.emit(steps.RECALL)
    settled()
    assert stored(sent.draft.id).status is Status.EDITING


@pytest.mark.parametrize("step", [steps.RETURN, steps.REJECT, steps.FILE])
def test_a_draft_put_away_keeps_its_reason(opened, stored, settled, store, step, now):
    complete(store, by=By("王敏", now))
    opened.ask(step)
    letter = LETTERS[step.target]
    opened.middle.reasons.choose(f"{letter}01")
    opened.middle.reasons.remark.setText("去年的事")
    opened.middle.reasons.accept_button.click()
    settled()
    found = stored(opened.draft.id)
    assert (found.status, found.reason, found.remark) == (step.target, f"{letter}01", "去年的事")


def test_taking_up_again_can_be_taken_back_with_the_reason(opened, stored, settled, store, now):
    complete(store, by=By("王敏", now))
    opened.changes.take(steps.RETURN, steps.Answer(code="T01"))
    settled()
    opened.changes.take(steps.REOPEN, steps.Answer())
    settled()
    assert stored(opened.draft.id).reason == ""
    opened.session.messages.toast._undo.click()
    settled()
    assert (stored(opened.draft.id).status, stored(opened.draft.id).reason) == (
        Status.RETURNED,
        "T01",
    )


def test_escape_puts_the_reasons_away(opened, stored, qtbot):
    opened.ask(steps.RETURN)
    qtbot.keyClick(opened.middle.reasons.remark, Qt.Key.Key_Escape)
    assert opened.middle.reasons.isHidden()
    assert stored(opened.draft.id).status is Status.NEW


def test_a_released_draft_is_read_only_and_says_why(page, add, qtbot):
    draft = add(status=Status.RELEASED)
    page.show_target(draft.id)
    qtbot.keyClicks(page.middle.text, "abc")
    assert page.middle.text.toPlainText().startswith("今年以来")
    assert "已经随刊印发" in page.middle.why.text()
    assert not page.steps.primary.isVisible()


def test_the_primary_action_is_the_next_step(page, add):
    page.show_target(add("在编").id)
    assert page.steps.primary.text() == "送审"
    page.show_target(add("送审", status=Status.SUBMITTED).id)
    assert page.steps.primary.text() == "同意"
    assert page.steps.second.text() == "退回修改"


def test_ticking_an_item_is_kept_with_the_draft(opened, stored, settled, qtbot):
    box = opened.side.checklist.boxes["facts"]
    opened.side.setCurrentIndex(1)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    settled()
    assert stored(opened.draft.id).ticks == {"facts"}


def test_choosing_a_kind_brings_its_checklist(opened, settled, stored):
    form = opened.side.details
    form.kind.setCurrentIndex(form.kind.findText(Kind.PROBLEM))
    form.save()
    settled()
    assert stored(opened.draft.id).kind is Kind.PROBLEM
    assert "problem-causes" in opened.side.checklist.boxes


def test_a_wrong_day_is_shown_at_its_field_and_not_saved(opened, stored):
    opened.side.details.report_date.setText("2026-13-40")
    opened.side.details.save()
    assert "不是日期" in opened.side.details.fields["report_date"].error
    assert stored(opened.draft.id).report_date is None


def test_what_was_filled_in_is_saved_on_leaving(opened, stored):
    opened.side.details.author.setText("李建国")
    opened.leave()
    assert stored(opened.draft.id).author == "李建国"


def test_a_wrong_day_is_told_on_leaving_and_the_text_is_saved(opened, stored, session, qtbot):
    opened.side.details.report_date.setText("过些天")
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.leave()
    assert "信息没有保存" in session.messages.banner.text
    assert stored(opened.draft.id).body.text.startswith("abc")


def test_after_a_draft_has_left_the_queue_its_neighbour_comes_next(opened, add, settled):
    for number in range(3):
        add(f"第{number}篇", "正文。")
    opened.refresh()
    queue = list(opened._queue)
    opened.show_target(queue[1])
    opened.changes.take(steps.FILE, steps.Answer())
    settled()
    opened.go_by(1)
    assert opened.draft.id == queue[2]


def test_neighbours_go_through_the_waiting_drafts_and_round(opened, add):
    others = {add(f"第{number}篇", "正文。").id for number in range(2)}
    opened.refresh()
    seen = {opened.draft.id}
    for _ in range(2):
        opened.go_by(1)
        seen.add(opened.draft.id)
    assert seen == others | set(opened._queue)


def test_an_empty_page_says_what_to_do(page, add):
    assert "请在“来稿”里导入" in page.empty.text.text()
    add()
    page.refresh()
    assert "有 1 篇等着处理" in page.empty.text.text()
    page.empty.open_button.click()
    assert page.draft is not None


def test_the_waiting_time_above_the_text_grows(sent, approval, session, now):
    before = sent.middle.why.text()
    session.clock = lambda: now + timedelta(days=1)  # a working day, in any zone
    approval.minute.timeout.emit()
    assert before != sent.middle.why.text()
