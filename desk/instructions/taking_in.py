"""Use case: register an instruction and hand it over at once (即批即转), as one step."""

from dataclasses import dataclass
from datetime import datetime

from desk.auditing import By
from desk.drafts import Secrecy
from desk.instructions.changing import Step
from desk.instructions.handing import Handover, hand_over_within
from desk.instructions.instruction import Instruction
from desk.instructions.leaders import leaders
from desk.instructions.registering import Scans, register_within
from desk.instructions.rules import InstructionRules, Leader, Limit, limit_of
from desk.store import Store, Work
from desk.timing import calendar_of
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Ways:
    """What the form needs to fill in what it can."""

    leaders: tuple[Leader, ...]
    units: tuple[Unit, ...]
    rules: InstructionRules

    def leader(self, name: str) -> Leader | None:
        """What is known of a leader."""
        return next((one for one in self.leaders if one.name == name), None)


def ways_of(work: Work) -> Ways:
    """What the form needs to know of the office."""
    rules = work.matters.policy(InstructionRules())
    return Ways(leaders(work), tuple(work.registry.units()), rules)


def limit(work: Work, text: str, now: datetime) -> Limit:
    """By when feedback on these words would be due."""
    return limit_of(work.matters.policy(InstructionRules()), text, now, calendar_of(work))


def take_in(
    store: Store,
    wanted: Instruction,
    scans: Scans = (),
    handover: Handover | None = None,
    *,
    by: By,
    ceiling: Secrecy = Secrecy.INTERNAL,
) -> Step:
    """Register an instruction, and hand it over where it is told to whom. Raises FieldError."""
    with store.begin() as work:
        step = register_within(work, wanted, scans, by=by, ceiling=ceiling)
        if handover is None or step.latter.is_awaited:
            return step
        handed = hand_over_within(work, step.latter.id, handover, by=by)
        return Step(None, handed.latter)
