"""The units of a commission as they are listed: state, time, answers, whom to ring."""

from dataclasses import dataclass
from datetime import datetime

from desk.clocks import ClockState, state
from desk.commissions.commission import Call, Commission, Task
from desk.commissions.contacts import Contact, contacts
from desk.commissions.results import gone_by_hand, is_outdated
from desk.commissions.standing import TaskState, task_state
from desk.store import Work
from desk.units import Unit

_NOBODY = Contact()
_OWED = (TaskState.OVERDUE, TaskState.WAITING, TaskState.EXTENDED)


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One unit of a commission; ``titles`` are of the drafts that answer it."""

    unit: Unit
    task: Task
    state: TaskState
    due: datetime
    titles: tuple[str, ...] = ()
    contact: Contact = _NOBODY
    is_gone: bool = False  # its result was taken back in the ledger
    clock: ClockState | None = None  # of what is still owed

    @property
    def last_call(self) -> Call | None:
        """The newest telephone call about it."""
        return self.task.calls[-1] if self.task.calls else None

    @property
    def result(self) -> str:
        """What was confirmed, and whether it stands in the ledger."""
        task = self.task
        if task.outcome is None:
            return ""
        if is_outdated(task):
            return f"{task.outcome}，后又报来"
        if self.is_gone:
            return f"{task.outcome}，台账里已收回"
        return f"{task.outcome}，{'已记入' if task.booked else '不计分'}"


def asked(work: Work, commission: Commission, now: datetime) -> list[AskedRow]:
    """The units of a commission in the order they were asked."""
    units = {one.id: one for one in work.registry.units()}
    drafts = {one for task in commission.tasks for one in task.drafts}
    titles = {one.id: one.title for one in work.drafts.rows(sorted(drafts))}
    known = contacts(work, (units[one] for one in commission.unit_ids if one in units))
    gone = gone_by_hand(work, commission)
    found = []
    for task in commission.tasks:
        if unit := units.get(task.unit_id):
            due, stands = commission.due_of(task), task_state(commission, task, now)
            found.append(
                AskedRow(
                    unit,
                    task,
                    stands,
                    due,
                    tuple(titles[one] for one in task.drafts if one in titles),
                    known.get(unit.id, _NOBODY),
                    unit.id in gone,
                    state(due, now) if commission.issued and stands in _OWED else None,
                )
            )
    return found
