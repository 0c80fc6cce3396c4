"""Change a commission in one step, with what takes the step back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from desk.auditing import By, note
from desk.booking import Booked, unbook_within
from desk.commissions.commission import Commission, Task
from desk.errors import NotAllowedError
from desk.store import Store, Work

T = TypeVar("T", Commission, Task)
Edit = Callable[[Commission], Commission]


@dataclass(frozen=True, slots=True)
class Change:
    """A step: the commission before and after it, and what it booked in the ledger."""

    former: Commission
    latter: Commission
    booked: tuple[Booked, ...] = ()

    @property
    def told(self) -> str:
        """What the clerk is to be told of closed periods."""
        return next((one.told for one in self.booked if one.told), "")


def change(
    store: Store, commission_id: int, action: str, detail: str, edit: Edit, *, by: By
) -> Change:
    """Change a commission in a unit of work of its own."""
    with store.begin() as work:
        return change_within(work, commission_id, action, detail, edit, by=by)


def change_within(
    work: Work, commission_id: int, action: str, detail: str, edit: Edit, *, by: By
) -> Change:
    """Change a commission as a part of another use case, and note it in its trail."""
    former = work.matters.get(Commission, commission_id)
    latter = work.matters.save(edit(former), by)
    note(work, by, action, latter.subject, detail)
    return Change(former, latter)


def take_back(store: Store, step: Change, *, by: By, action: str = "撤销") -> Commission:
    """Undo a step: what it changed is as before, what others changed since stays.

    What it booked is unbooked. Raises NotAllowedError where the ledger has gone on.
    """
    with store.begin() as work:
        for booked in reversed(step.booked):
            unbook_within(work, booked, by=by)
        now = work.matters.get(Commission, step.latter.id)
        kept = work.matters.save(_undone(now, step), by)
        note(work, by, action, kept.subject, f"恢复为这一步以前：{kept.name}")
        return kept


def with_tasks(
    commission: Commission, unit_ids: Iterable[int], edit: Callable[[Task], Task]
) -> Commission:
    """The commission with the tasks of some units changed."""
    chosen = set(unit_ids)
    tasks = (edit(one) if one.unit_id in chosen else one for one in commission.tasks)
    return replace(commission, tasks=tuple(tasks))


def must_be_running(commission: Commission) -> None:
    """Raise NotAllowedError where it is not issued yet, or done with."""
    if commission.issued is None:
        raise NotAllowedError(f"“{commission.title}”还没有发出。请先发出，再办这一步。")
    if commission.withdrawn:
        raise NotAllowedError(f"{commission.name}已经撤回，不能再办这一步。")
    if commission.closed:
        raise NotAllowedError(f"{commission.name}已经办结。要改请先重新打开。")


def _undone(now: Commission, step: Change) -> Commission:
    """Field by field, so that a call noted or a draft linked in between is not lost."""
    former, latter = step.former, step.latter
    back = {one.unit_id: one for one in former.tasks}
    since = {one.unit_id: one for one in latter.tasks}
    if back.keys() != since.keys():
        return replace(_put_back(now, former, latter), tasks=former.tasks)
    tasks = tuple(
        _put_back(one, back[one.unit_id], since[one.unit_id]) if one.unit_id in back else one
        for one in now.tasks
    )
    return replace(_put_back(now, former, latter), tasks=tasks)


def _put_back(now: T, former: T, latter: T) -> T:
    changed = {
        one.name: getattr(former, one.name)
        for one in fields(former)
        if one.name != "tasks" and getattr(former, one.name) != getattr(latter, one.name)
    }
    return replace(now, **changed)
