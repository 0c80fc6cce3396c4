"""Units get more time or are asked nothing; a step back leaves what came in between."""

from dataclasses import replace

import pytest

from desk.commissions import extending, noting
from desk.commissions.changing import take_back
from desk.commissions.commission import Call
from desk.commissions.standing import TaskState, count, stage, task_state
from desk.errors import FieldError, NotAllowedError


def states(desk, sent, moment):
    held = desk.now(sent)
    return [task_state(held, one, moment.now) for one in held.tasks]


def test_more_time_counts_for_the_units_it_was_given_to(desk):
    sent = desk.sent()
    first = desk.units[0].id
    extending.extend(desk.store, sent.id, [first], desk.later(days=5).now, "数据未定", by=desk.by)
    assert states(desk, sent, desk.by) == [TaskState.EXTENDED, TaskState.WAITING]
    assert states(desk, sent, desk.later(days=3)) == [TaskState.EXTENDED, TaskState.OVERDUE]
    assert states(desk, sent, desk.later(days=6)) == [TaskState.OVERDUE, TaskState.OVERDUE]


def test_an_exempt_unit_is_not_counted(desk):
    sent = desk.sent()
    extending.exempt(desk.store, sent.id, [desk.units[0].id], "没有这项业务", by=desk.by)
    assert count(desk.now(sent), desk.later(days=3).now).words == "0/1 已报，1 家逾期，1 家免报"
    extending.demand(desk.store, sent.id, [desk.units[0].id], by=desk.by)
    assert states(desk, sent, desk.by) == [TaskState.WAITING] * 2


@pytest.mark.parametrize("why", ["", "  "])
def test_neither_is_granted_without_a_reason(desk, why):
    sent = desk.sent()
    with pytest.raises(FieldError, match="理由"):
        extending.exempt(desk.store, sent.id, [desk.units[0].id], why, by=desk.by)


def test_a_time_that_has_passed_is_no_extension(desk):
    sent = desk.sent()
    with pytest.raises(FieldError, match="已经过了"):
        extending.extend(
            desk.store, sent.id, [desk.units[0].id], desk.by.now, "等数据", by=desk.later(days=1)
        )


def test_taking_the_step_back_keeps_a_call_noted_since(desk):
    sent = desk.sent()
    first = desk.units[0].id
    due = desk.later(days=5).now
    step = extending.extend(desk.store, sent.id, [first], due, "数据未定", by=desk.by)
    held = desk.now(sent)
    called = replace(held.tasks[0], calls=(Call(desk.by.now, "王敏", said="明天报"),))
    with desk.store.begin() as work:
        work.matters.save(replace(held, tasks=(called, *held.tasks[1:])), desk.by)
    take_back(desk.store, step, by=desk.by)
    task = desk.now(sent).tasks[0]
    assert (task.due, task.remark, task.calls[0].said) == (None, "", "明天报")


def test_a_notice_that_is_not_out_is_owed_by_nobody(desk):
    kept = noting.keep(desk.store, desk.notice(), by=desk.by)
    with pytest.raises(NotAllowedError, match="还没有发出"):
        extending.exempt(desk.store, kept.id, [desk.units[0].id], "免", by=desk.by)
    assert stage(kept, desk.later(days=9).now) == "未发出"
