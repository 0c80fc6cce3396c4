"""The results of a commission while the clerk looks at them, before they are confirmed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desk.auditing import By
from desk.commissions.asked import AskedRow
from desk.commissions.commission import Commission, Outcome
from desk.commissions.results import Consequence, Verdict, consequences, is_outdated, proposed
from desk.store import Work


@dataclass(frozen=True, slots=True)
class Judged:
    """A unit and what is to be confirmed of it; None: its answer may still come."""

    asked: AskedRow
    outcome: Outcome | None
    remark: str = ""
    follows: Consequence | None = None

    @property
    def is_new(self) -> bool:
        """Whether it says anything else than what was confirmed and stands."""
        task = self.asked.task
        return self.outcome is not None and (
            self.outcome is not task.outcome
            or self.asked.is_gone
            or self.remark not in ("", task.remark)
        )

    def verdict(self, *, books: bool) -> Verdict | None:
        """What is to be confirmed, if there is anything new in it."""
        if self.outcome is None:
            return None
        is_open = books and not self.asked.task.booked
        told = Verdict(self.asked.unit.id, self.outcome, self.remark)
        return told if self.is_new or is_open else None


def judged(commission: Commission, rows: Iterable[AskedRow], by: By) -> list[Judged]:
    """What the clock proposes, or what was confirmed before."""
    return [
        Judged(
            one,
            one.task.outcome
            if one.task.outcome and not is_outdated(one.task)
            else proposed(commission, one.task, by.now),
        )
        for one in rows
        if not one.task.exempt
    ]


def weighed(work: Work, commission: Commission, rows: Sequence[Judged], by: By) -> list[Judged]:
    """The rows with what the scheme gives for each."""
    told = [Verdict(one.asked.unit.id, one.outcome, one.remark) for one in rows if one.outcome]
    found = {one.verdict.unit_id: one for one in consequences(work, commission, told, by=by)}
    return [replace(one, follows=found.get(one.asked.unit.id)) for one in rows]


def verdicts(rows: Iterable[Judged], *, books: bool) -> list[Verdict]:
    """What is to be confirmed of all of them."""
    return [told for one in rows if (told := one.verdict(books=books))]
