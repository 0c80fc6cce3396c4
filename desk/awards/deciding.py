"""What people decided beside the proposals, and the list that comes of both."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desk.awards.plan import Whom
from desk.awards.proposing import Proposal


@dataclass(frozen=True, slots=True)
class Decision:
    """A grade given ("" takes it away) otherwise than proposed, with the reason.

    One whose ``key`` names no candidate honours somebody the figures do not know: ``name`` and
    ``unit`` say whom, ``whom`` what.
    """

    key: str
    grade: str
    reason: str
    who: str = ""
    name: str = ""
    unit: str = ""
    whom: Whom = Whom.UNIT


@dataclass(frozen=True, slots=True)
class Awarded:
    """One row of the list of honours; ``decided`` tells that people differ from the plan."""

    whom: Whom
    grade: str
    name: str
    units: tuple[str, ...]
    group: str
    figures: str
    why: str
    decided: bool = False
    key: str = ""


def honoured(
    proposals: Sequence[Proposal], decisions: Iterable[Decision], grades: Sequence[str]
) -> tuple[Awarded, ...]:
    """The honours that are given, in the order of the grades, then as proposed."""
    by_key = {one.key: one for one in decisions}
    rows = [*_of_candidates(proposals, by_key)]
    known = {one.candidate.key for one in proposals}
    rows += [_outside(one) for one in by_key.values() if one.key not in known and one.grade]
    order = {name: at for at, name in enumerate(grades)}
    return tuple(sorted(rows, key=lambda row: order.get(row.grade, len(order))))


def _of_candidates(proposals: Iterable[Proposal], by_key: dict[str, Decision]) -> Iterator[Awarded]:
    for one in proposals:
        decision = by_key.get(one.candidate.key)
        grade = decision.grade if decision else one.grade
        if grade:
            held = one.candidate
            why = decision.reason if decision else one.why
            yield Awarded(
                held.whom, grade, held.name, held.units, held.group.name, held.figures, why,
                decided=decision is not None, key=held.key,
            )  # fmt: skip


def _outside(one: Decision) -> Awarded:
    units = (one.unit,) if one.unit else ()
    return Awarded(
        one.whom, one.grade, one.name, units, "", "", one.reason, decided=True, key=one.key
    )
