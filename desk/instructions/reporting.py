"""Whether the leader was told: by a feedback draft that was printed, too."""

from collections.abc import Iterable
from dataclasses import replace

from desk.drafts import Status
from desk.instructions.instruction import Instruction
from desk.store import Work


def with_reports(work: Work, found: Iterable[Instruction]) -> list[Instruction]:
    """Instructions as they stand: a feedback draft that was printed has told the leader."""
    return [_reported(work, one) for one in found]


def _reported(work: Work, one: Instruction) -> Instruction:
    if not one.feedback_id or one.reported is not None or one.closed is not None:
        return one
    if work.drafts.get(one.feedback_id).status is not Status.RELEASED:
        return one
    issues = [each for each in work.issues.holding(one.feedback_id) if each.released]
    when = issues[0].released if issues else None
    return replace(one, reported=when) if when else one
