"""A draft's way from the door to 可用, and what is locked on it."""

import pytest
from PySide6.QtCore import Qt

from desk.drafts import Kind, Status
from desk.editing import By, approve, move
from desk.reasons import LETTERS
from desk.starting import complete
from ui.editor import steps


def sign(page, name="陈志远"):
    page.ask(steps.APPROVE)
    page.middle.strip.signer.setText(name)
    page.middle.strip.accept()


def test_approving_moves_a_draft_to_ready_with_the_signer(opened, stored, settled, store):
    sign(opened)
    settled()
    assert stored(opened.draft.id).status is Status.READY
    with store.read() as work:
        details = [one.detail for one in work.audit.records(f"draft:{opened.draft.id}")]
    assert any("陈志远" in detail for detail in details)


def test_approval_without_a_signer_waits_for_one(opened, stored):
    sign(opened, "")
    assert opened.middle.strip.isVisible()
    assert stored(opened.draft.id).status is Status.NEW


def test_approval_says_what_is_still_open_and_holds_nobody_back(opened):
    opened.ask(steps.APPROVE)
    assert "处错误没有处理" in opened.middle.strip.warning.text()
    assert "14 项核对没有勾选" in opened.middle.strip.warning.text()
    assert opened.middle.strip.accept_button.isEnabled()


def test_esc_in_the_text_leaves_an_asked_step_untaken(opened, stored, qtbot):
    opened.ask(steps.SUBMIT)
    assert opened.middle.strip.isVisible()
    qtbot.keyClick(opened.middle.text, Qt.Key.Key_Escape)
    assert not opened.middle.strip.isVisible()
    assert stored(opened.draft.id).status is Status.NEW


def test_undoing_an_approval_gives_the_text_back_to_the_editor(
    opened, stored, settled, session, qtbot
):
    sign(opened)
    settled()
    assert opened.middle.text.isReadOnly()
    session.messages.toast._undo.click()
    settled()
    assert stored(opened.draft.id).status is Status.EDITING
    assert not opened.middle.text.isReadOnly()


def test_what_was_typed_last_is_in_the_approved_text(opened, stored, settled, qtbot):
    qtbot.keyClicks(opened.middle.text, "abc")
    sign(opened)
    settled()
    assert stored(opened.draft.id).body.text.startswith("abc")


def test_sending_back_needs_an_opinion(opened, stored, settled, store, now):
    opened.changes.take(steps.SUBMIT, steps.Answer())
    settled()
    opened.ask(steps.SEND_BACK)
    opened.middle.strip.accept()
    assert stored(opened.draft.id).status is Status.SUBMITTED
    opened.middle.strip.text.setCurrentText("请核实数据后再送")
    opened.middle.strip.accept()
    settled()
    assert stored(opened.draft.id).status is Status.EDITING


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


def test_a_released_draft_is_read_only_and_says_why(page, draft, store, now, qtbot):
    by = By("王敏", now)
    approve(store, draft.id, by=by, signer="陈志远")
    move(store, [draft.id], Status.RELEASED, by=by)
    page.show_target(draft.id)
    qtbot.keyClicks(page.middle.text, "abc")
    assert page.middle.text.toPlainText().startswith("今年以来")
    assert "已经随刊印发" in page.middle.why.text()
    assert not page.steps.primary.isVisible()


def test_the_primary_action_is_the_next_step(opened, settled):
    assert opened.steps.primary.text() == "送审"
    opened.changes.take(steps.SUBMIT, steps.Answer())
    settled()
    assert opened.steps.primary.text() == "审签通过"
    assert opened.steps.second.text() == "退回修改"


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
    opened.side.details.report_date.setText("昨天")
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
    opened.changes.take(steps.APPROVE, steps.Answer("陈志远"))
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
