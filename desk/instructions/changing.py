"""Change an instruction in one step, with what takes the step back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desk.auditing import By, note
from desk.booking import Booked, unbook_within
from desk.errors import NotAllowedError, NotFoundError
from desk.instructions.instruction import Assignment, Instruction
from desk.store import Store, Work

Edit = Callable[[Instruction], Instruction]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the instruction before (None: there was none) and after it, and what it booked."""

    former: Instruction | None
    latter: Instruction
    booked: tuple[Booked, ...] = ()

    @property
    def told(self) -> str:
        """What the clerk is to be told of closed periods."""
        return next((one.told for one in self.booked if one.told), "")


def change(
    store: Store, instruction_id: int, action: str, detail: str, edit: Edit, *, by: By
) -> Step:
    """Change an instruction in a unit of work of its own."""
    with store.begin() as work:
        return change_within(work, instruction_id, action, detail, edit, by=by)


def change_within(
    work: Work, instruction_id: int, action: str, detail: str, edit: Edit, *, by: By
) -> Step:
    """Change an instruction as a part of another use case, and note it in its trail."""
    former = work.matters.get(Instruction, instruction_id)
    latter = work.matters.save(edit(former), by)
    note(work, by, action, latter.subject, detail)
    return Step(former, latter)


def undo(store: Store, step: Step, *, by: By) -> Instruction | None:
    """Put an instruction back as it was before a step; what the step booked is unbooked.

    Raises NotAllowedError where it was changed since.
    """
    with store.begin() as work:
        return undo_within(work, step, by=by)


def undo_within(work: Work, step: Step, *, by: By) -> Instruction | None:
    """Undo a step as a part of another use case."""
    now = work.matters.get(Instruction, step.latter.id)
    if now != step.latter:
        raise NotAllowedError(
            f"{now.name}后来又有改动，不能撤销这一步。请先撤销后面的，或者直接改。"
        )
    for booked in reversed(step.booked):
        unbook_within(work, booked, by=by)
    note(work, by, "撤销上一步", now.subject, now.name)
    if step.former is None:
        work.matters.remove(Instruction, now.id)
        return None
    return work.matters.save(step.former, by)


def with_task(
    instruction: Instruction, unit_id: int, edit: Callable[[Assignment], Assignment]
) -> Instruction:
    """The instruction with the task of one unit changed. Raises NotFoundError."""
    if instruction.task_of(unit_id) is None:
        raise NotFoundError(f"{instruction.name}没有交给这个单位。请刷新后再试。")
    tasks = (edit(one) if one.unit_id == unit_id else one for one in instruction.assignments)
    return replace(instruction, assignments=tuple(tasks))


def must_be_running(instruction: Instruction) -> None:
    """Raise NotAllowedError while the leader's words are to come, or once it is done with."""
    if instruction.is_awaited:
        raise NotAllowedError(f"“{instruction.title}”还没有批示。请先登记批示原文。")
    if instruction.closed is not None:
        raise NotAllowedError(f"{instruction.name}已经办结。要改请先重新打开。")


def named(work: Work, unit_id: int) -> str:
    """A unit's short name, for the audit trail."""
    units = (one.short for one in work.registry.units() if one.id == unit_id)
    return next(units, "（已删除的单位）")
