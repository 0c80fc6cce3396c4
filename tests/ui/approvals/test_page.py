"""The 审签 page: read, decide, hand over, all by keyboard."""

import pytest

from desk.approval_queue import Queue
from desk.approvals import Verdict
from desk.drafts import Status
from ui.approvals.columns import key_of
from ui.approvals.marks import Read

# the question is a window of its own, which the offscreen platform cannot size
offscreen = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = "7月14日，县教育局组织12个检查组，对全县86所学校开展检查。\n" * 60


def test_what_waits_for_me_is_listed_and_the_first_one_is_read(waiting, page, titles):
    waiting("甲稿", "乙稿")
    assert titles() == ["甲稿", "乙稿"]
    assert page.reading.heading.text() == "甲稿"
    assert "12个检查组" in page.reading.body.toPlainText()


def test_enter_passes_the_draft_and_shows_the_next(waiting, page, press, titles, way):
    first, _second = waiting("甲稿", "乙稿")
    press("Return")
    assert titles() == ["乙稿"]
    assert page.reading.heading.text() == "乙稿"
    assert way(first).steps[0].verdict is Verdict.PASSED
    assert "甲稿" in page.session.messages.toast.text


def test_a_decision_can_be_taken_back(waiting, press, titles, undo):
    waiting("甲稿")
    press("Return")
    assert titles() == []
    undo()
    assert titles() == ["甲稿"]


def test_space_ticks_a_draft_off_and_ctrl_enter_passes_all_ticked(
    waiting, page, press, titles, way
):
    first, second, third = waiting("甲稿", "乙稿", "丙稿")
    press("Space", "Space")
    assert [row.id for row in page.ticked] == [first, second]
    press("Ctrl+Return")
    assert titles() == ["丙稿"]
    assert way(second).current.stage.name == "主任审签"
    assert way(third).current.stage.name == "科长审核"


def test_space_shows_the_rest_of_a_long_text_before_it_ticks(waiting, page, press):
    waiting("长稿", text=LONG)
    row = page.row
    assert page.marks.of(key_of(row)) is Read.BEGUN
    press("Space")
    assert page.reading.body.verticalScrollBar().value() > 0
    assert page.ticked == []


@offscreen
def test_drafts_nobody_opened_are_named_before_they_pass(waiting, page, press, answer, way):
    first, second, third = waiting("甲稿", "乙稿", "丙稿")
    said = answer("取消")
    page.list.selectAll()
    press("Return")
    assert "乙稿" in "".join(said)
    assert "甲稿" not in "".join(said)
    assert {way(one).current.stage.name for one in (first, second, third)} == {"科长审核"}


@offscreen
def test_what_need_not_be_read_passes_when_the_signer_says_so(waiting, page, press, answer, titles):
    waiting("甲稿", "乙稿")
    answer("不看了，都同意")
    page.list.selectAll()
    press("Return")
    assert titles() == []


def test_a_draft_goes_back_with_a_phrase_by_its_number(waiting, press, status, way):
    (draft_id,) = waiting("甲稿")
    press("R", "1", "Return")
    assert status(draft_id) is Status.EDITING
    assert way(draft_id).returned.opinion == "事实不清，请向单位核实。"


def test_a_return_without_an_opinion_is_refused_beside_the_field(waiting, page, press):
    waiting("甲稿")
    press("R", "Return")
    assert "写明意见" in page.acts.opinion.error.text()
    assert page.acts.opinion.isVisible()
    press("Esc")
    assert not page.acts.opinion.isVisible()


def test_an_opinion_is_kept_and_a_further_stage_taken_along(waiting, page, press, way):
    (draft_id,) = waiting("甲稿")
    press("O")
    page.acts.opinion._boxes[0].setChecked(True)
    page.acts.opinion.line.setText("请县长阅")
    press("Return")
    found = way(draft_id)
    assert found.steps[0].opinion == "请县长阅"
    assert [step.stage.name for step in found.steps] == ["科长审核", "主任审签", "县长审阅"]


def test_what_somebody_else_has_passes_with_that_ones_name(waiting, page, press, way, status):
    (draft_id,) = waiting("甲稿")
    press("Return")
    page._go_to(Queue.ALL)
    press("Return")
    assert page.acts.opinion.signer.currentText() == "郑国平"
    press("Return")
    assert way(draft_id).steps[1].signer == "郑国平"
    assert status(draft_id) is Status.READY


def test_drafts_in_several_hands_are_not_decided_together(waiting, page, press):
    waiting("甲稿", "乙稿")
    press("Return")
    page._go_to(Queue.ALL)
    page.list.selectAll()
    press("R")
    assert "按人选开" in page.session.messages.banner.text


def test_a_draft_is_handed_over(waiting, page, press, way):
    (draft_id,) = waiting("甲稿")
    press("H")
    page.acts.handing.to.setCurrentText("周文清")
    press("Return")
    assert way(draft_id).current.asked == "周文清"


def test_what_was_sent_too_early_is_taken_back(waiting, press, status, undo):
    (draft_id,) = waiting("甲稿")
    press("Alt+4", "U")
    assert status(draft_id) is Status.EDITING
    undo()
    assert status(draft_id) is Status.SUBMITTED


def test_the_queues_are_chosen_by_key_and_count_what_they_hold(waiting, page, press, titles):
    waiting("甲稿", "乙稿")
    press("R", "1", "Return")
    assert page.tree._queues[Queue.RETURNED].text(1) == "1"
    press("Alt+5")
    assert page.tree.queue is Queue.RETURNED
    assert titles() == ["甲稿"]


def test_the_list_narrows_to_one_person(waiting, page, press, titles):
    waiting("甲稿", "乙稿")
    press("Return")
    page._go_to(Queue.ALL)
    people = page.tree._queues[Queue.ALL]
    names = [people.child(at).text(0) for at in range(people.childCount())]
    page.tree.setCurrentItem(people.child(names.index("郑国平")))
    assert titles() == ["甲稿"]


def test_what_is_known_of_a_draft_appears_beside_it(waiting, page, qtbot):
    waiting("甲稿！")
    qtbot.waitUntil(lambda: "检查：" in page.reading.state.text())
    assert "没有向单位核实" in page.reading.state.text()
    assert page.reading.changes.text() == "正文与原稿一字不差"


def test_the_place_in_a_text_is_kept_when_the_queues_are_read_anew(sent, page, read_on):
    sent("长稿", text=LONG)
    read_on()
    bar = page.reading.body.verticalScrollBar()
    bar.setValue(200)
    read_on()
    assert bar.value() == 200


@pytest.mark.parametrize("queue", list(Queue))
def test_an_empty_queue_says_so(page, queue):
    page._go_to(queue)
    assert page.list.empty.endswith("。")
    assert page.title.text() == f"审签　{queue}"


def test_escape_goes_back(page, qtbot, session, press):
    page.list.setFocus()
    with qtbot.waitSignal(session.requested) as asked:
        press("Esc")
    assert asked.args[0] == ""


def test_e_opens_the_draft_in_the_editor(waiting, qtbot, session, press):
    (draft_id,) = waiting("甲稿")
    with qtbot.waitSignal(session.requested) as asked:
        press("E")
    assert asked.args == ["editor", draft_id]


def test_another_page_can_ask_for_one_draft(sent, page, qtbot, session, titles):
    ids = sent("甲稿", "乙稿")
    page.show_target(ids[1])
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert page.reading.heading.text() == "乙稿"
    assert page.tree.queue is Queue.ALL


def test_enter_among_the_queues_goes_to_the_list_and_passes_nothing(waiting, page, press, titles):
    waiting("甲稿")
    page.tree.setFocus()
    press("Return")
    assert titles() == ["甲稿"]
    assert page.list.hasFocus()
