"""From the hand-over to the feedback: who owes what, with every call and extension."""

from datetime import timedelta

import pytest

from desk.commissions.commission import Call
from desk.errors import DeskError, FieldError, NotAllowedError
from desk.instructions.answering import close, reopen, report, send_back, take_feedback
from desk.instructions.changing import undo
from desk.instructions.handing import Handover, extend, hand_over, note_call, take_off
from desk.instructions.instruction import Feedback, State
from desk.instructions.listing import row_of, task_words


@pytest.fixture
def unit(desk):
    return desk.office.units[0].id


def answered(desk, one, unit, text="已整改。", **fields):
    feedback = Feedback(desk.by.now, text, **fields)
    return take_feedback(desk.store, one.id, unit, feedback, by=desk.by).latter


def test_units_owe_feedback_from_the_hand_over_on(desk, unit, due):
    one = desk.handed()
    assert one.state(desk.by.now) is State.RUNNING
    assert one.state(due + timedelta(minutes=1)) is State.OVERDUE


def test_the_unit_that_leads_is_told_apart(desk):
    first, second = (one.id for one in desk.office.units)
    one = desk.registered()
    wanted = Handover((first, second), due=desk.later(days=5).now, lead_id=second)
    held = hand_over(desk.store, one.id, wanted, by=desk.by).latter
    assert [task.leads for task in held.assignments] == [False, True]


def test_a_unit_only_to_know_owes_nothing(desk, unit):
    one = desk.registered()
    held = hand_over(desk.store, one.id, Handover((unit,)), by=desk.by).latter
    assert not held.owing
    assert task_words(held.assignments[0], desk.by.now) == "知悉"


@pytest.mark.parametrize("wanted", [Handover(()), Handover((999,))], ids=["none", "unknown"])
def test_it_is_handed_to_known_units_only(desk, wanted):
    with pytest.raises(FieldError):
        hand_over(desk.store, desk.registered().id, wanted, by=desk.by)


def test_undoing_the_hand_over_leaves_it_to_be_handed_over(desk, unit, due):
    one = desk.registered()
    step = hand_over(desk.store, one.id, Handover((unit,), due=due), by=desk.by)
    assert undo(desk.store, step, by=desk.by).state(desk.by.now) is State.PENDING


def test_more_time_needs_a_reason_and_moves_the_limit(desk, unit, due):
    one = desk.handed()
    more = due + timedelta(days=3)
    with pytest.raises(FieldError, match="理由"):
        extend(desk.store, one.id, [unit], more, " ", by=desk.by)
    held = extend(desk.store, one.id, [unit], more, "等检测结果", by=desk.by).latter
    assert held.assignments[0].due == more
    assert held.assignments[0].extensions[0].why == "等检测结果"


def test_more_time_cannot_be_less(desk, unit, due):
    with pytest.raises(FieldError, match="要晚于原来的"):
        extend(desk.store, desk.handed().id, [unit], due, "改期", by=desk.by)


def test_calls_stand_with_the_unit_or_with_the_leader(desk, unit):
    one = desk.handed()
    note_call(
        desk.store, one.id, unit, Call(desk.by.now, "王敏", "李股长", said="明天报"), by=desk.by
    )
    held = note_call(desk.store, one.id, 0, Call(desk.by.now, "王敏", "秘书"), by=desk.by).latter
    assert [call.said for call in held.assignments[0].calls] == ["明天报"]
    assert held.reminders[0].spoke_to == "秘书"


def test_feedback_for_the_time_being_leaves_the_unit_owing(desk, unit):
    held = answered(desk, desk.handed(), unit, is_final=False)
    assert held.owing
    assert not answered(desk, held, unit).owing


def test_what_is_sent_back_is_owed_again(desk, unit, due):
    held = answered(desk, desk.handed(), unit)
    again = send_back(
        desk.store, held.id, unit, "没有写时限", due + timedelta(days=2), by=desk.by
    ).latter
    assert again.owing
    assert again.assignments[0].feedback[0].text == "已整改。"


def test_a_draft_of_the_unit_can_be_its_feedback(desk, unit):
    draft = desk.office.draft("县教育局整改情况")
    held = answered(desk, desk.handed(), unit, text="", draft_id=draft.id)
    assert draft.id in held.draft_ids


def test_empty_feedback_is_refused(desk, unit):
    with pytest.raises(FieldError, match="没有写反馈内容"):
        answered(desk, desk.handed(), unit, text=" ")


def test_late_feedback_stays_late(desk, unit, due):
    one = desk.handed()
    late = desk.later(days=10)
    held = take_feedback(desk.store, one.id, unit, Feedback(late.now, "办了"), by=late).latter
    assert task_words(held.assignments[0], late.now) == "逾期反馈"


def test_the_leader_is_told_when_all_have_answered(desk, unit):
    one = desk.handed()
    with pytest.raises(NotAllowedError, match="还有 1 家单位没有反馈"):
        report(desk.store, one.id, by=desk.by)
    answered(desk, one, unit)
    assert report(desk.store, one.id, by=desk.by).latter.reported == desk.by.now


def test_closing_needs_a_result_and_can_be_taken_back(desk):
    one = desk.handed()
    with pytest.raises(FieldError):
        close(desk.store, one.id, "", by=desk.by)
    step = close(desk.store, one.id, "已整改到位", by=desk.by)
    assert step.latter.state(desk.by.now) is State.CLOSED
    assert not step.latter.is_open
    assert reopen(desk.store, one.id, by=desk.by).latter.is_open


def test_what_is_closed_is_left_alone(desk, unit):
    one = desk.handed()
    close(desk.store, one.id, "已阅存", by=desk.by)
    with pytest.raises(NotAllowedError, match="已经办结"):
        answered(desk, one, unit)


def test_a_unit_that_answered_is_not_taken_off(desk, unit):
    one = answered(desk, desk.handed(), unit)
    with pytest.raises(NotAllowedError):
        take_off(desk.store, one.id, unit, "改派", by=desk.by)


def test_nothing_happens_before_the_words_are_there(desk, unit):
    waiting = desk.registered(text="", submitted=desk.by.today)
    with pytest.raises(DeskError, match="还没有批示"):
        hand_over(desk.store, waiting.id, Handover((unit,)), by=desk.by)


def test_every_step_stands_in_the_trail(desk, unit, trail):
    one = answered(desk, desk.handed(), unit)
    close(desk.store, one.id, "已整改", by=desk.by)
    assert trail(one.subject) == ["登记批示", "交办批示", "收到批示反馈", "批示办结"]


def test_the_list_names_units_and_the_clock(desk):
    one = desk.handed()
    with desk.store.read() as work:
        row = row_of(work, one.id, desk.by.now)
    assert (row.units, row.clock, row.who) == ("县教育局", "余 5 天", "郑国平（本级主要领导）")
