"""Use cases: give units more time, or ask nothing of them any more (延期、免报)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from desk.auditing import By
from desk.commissions.changing import Change, change_within, must_be_running, with_tasks
from desk.commissions.commission import Commission, Task
from desk.commissions.moments import moment_words
from desk.errors import FieldError, NotAllowedError
from desk.store import Store, Work

_SHOWN = 6  # units by name in the trail


def extend(
    store: Store, commission_id: int, unit_ids: Collection[int], due: datetime, why: str, *, by: By
) -> Change:
    """Give units until another moment (延期), also those that are overdue already.

    Raises FieldError without a reason, or where the moment has passed.
    """
    reason = _reason(why, "延期要写明理由，例如“数据要等统计局核定”。")
    if due <= by.now:
        raise FieldError("due", f"延期到 {moment_words(due)}已经过了。请写以后的时间。")
    with store.begin() as work:
        former = _running(work, commission_id, unit_ids)
        told = f"{_named(work, unit_ids)}延到{moment_words(due)}：{reason}"

        def edit(task: Task) -> Task:
            return replace(task, due=due, exempt="", remark=reason)

        latter = with_tasks(former, unit_ids, edit)
        return change_within(work, commission_id, "约稿延期", told, lambda _one: latter, by=by)


def exempt(
    store: Store, commission_id: int, unit_ids: Collection[int], why: str, *, by: By
) -> Change:
    """Ask nothing of units any more (免报). Raises FieldError without a reason."""
    reason = _reason(why, "免报要写明理由，例如“本单位没有这项业务”。")
    with store.begin() as work:
        former = _running(work, commission_id, unit_ids)
        told = f"{_named(work, unit_ids)}：{reason}"
        latter = with_tasks(former, unit_ids, lambda task: replace(task, exempt=reason))
        return change_within(work, commission_id, "约稿免报", told, lambda _one: latter, by=by)


def demand(store: Store, commission_id: int, unit_ids: Collection[int], *, by: By) -> Change:
    """Ask units again that were exempt, and end their extensions (取消延期、免报)."""
    with store.begin() as work:
        former = _running(work, commission_id, unit_ids)
        told = _named(work, unit_ids)
        latter = with_tasks(
            former, unit_ids, lambda task: replace(task, exempt="", due=None, remark="")
        )
        return change_within(
            work, commission_id, "取消约稿延期免报", told, lambda _one: latter, by=by
        )


def _running(work: Work, commission_id: int, unit_ids: Collection[int]) -> Commission:
    """The commission, if this can be done to its units."""
    former = work.matters.get(Commission, commission_id)
    must_be_running(former)
    if not unit_ids:
        raise NotAllowedError("请先选中单位。")
    for one in unit_ids:
        task = former.task_of(one)
        if task is None:
            raise NotAllowedError("选中的单位里有的没有约稿。请刷新后再试。")
        if task.booked:
            raise NotAllowedError("选中的单位里有的结果已经记入台账。请先撤销，或者登记更正。")
    return former


def _named(work: Work, unit_ids: Collection[int]) -> str:
    shorts = {one.id: one.short for one in work.registry.units()}
    names = [shorts.get(one, "") for one in unit_ids]
    more = f"等 {len(names)} 家单位" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more


def _reason(why: str, sentence: str) -> str:
    reason = " ".join(why.split())
    if not reason:
        raise FieldError("reason", sentence)
    return reason
