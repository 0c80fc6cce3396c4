"""What units promised or owed: commissions, first reports of emergencies, feedback."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.commissions.commission import Commission
from desk.emergencies.emergency import Emergency
from desk.emergencies.emergency import Outcome as Reported
from desk.instructions.instruction import Instruction
from desk.repositories.matters import MatterQuery
from desk.store import Work


class Owed(StrEnum):
    """What was owed."""

    COMMISSION = "约稿"
    EMERGENCY = "紧急"
    INSTRUCTION = "批示反馈"


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing a unit owed, and whether it kept its time."""

    unit_id: int
    owed: Owed
    in_time: bool
    subject: str


def promises(work: Work, first: date, last: date, now: datetime) -> list[Promise]:
    """What units owed of the matters of some days, as far as its time is over or it was done."""
    days = MatterQuery(first=first, last=last)
    commissions = work.matters.all(Commission, days)
    instructions = work.matters.all(Instruction, days)
    return [
        *(one for held in commissions for one in _answers(held, now)),
        *(one for held in work.matters.all(Emergency, days) for one in _reports(held)),
        *(one for held in instructions for one in _feedback(held, now)),
    ]


def _answers(commission: Commission, now: datetime) -> Iterator[Promise]:
    if commission.issued is None or commission.withdrawn:
        return
    for task in commission.tasks:
        due = commission.due_of(task)
        if not task.exempt and (task.answered or due < now):
            in_time = task.answered is not None and task.answered <= due
            yield Promise(task.unit_id, Owed.COMMISSION, in_time, commission.subject)


def _reports(emergency: Emergency) -> Iterator[Promise]:
    for breach in emergency.breaches:
        if breach.unit_id:
            in_time = breach.outcome is Reported.ON_TIME
            yield Promise(breach.unit_id, Owed.EMERGENCY, in_time, emergency.subject)


def _feedback(instruction: Instruction, now: datetime) -> Iterator[Promise]:
    for one in instruction.assignments:
        if one.handed and one.due and (one.answered or one.due < now):
            late = one.is_late(now)
            yield Promise(one.unit_id, Owed.INSTRUCTION, not late, instruction.subject)
