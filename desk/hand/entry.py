"""One thing that happened, as it is typed: for one unit or several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desk.facts import NO_PARTICULARS, Fact, FactKind, Particulars
from desk.issues import Role
from desk.parts import PartRole

KINDS = tuple(kind for kind in FactKind if kind is not FactKind.REVERSAL)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is booked by hand; ``leads`` makes the first of several units the main one (主)."""

    kind: FactKind
    day: date
    unit_ids: tuple[int, ...] = ()
    title: str = ""
    item_id: int = 0  # the draft behind it
    publication_id: int | None = None
    section_id: int | None = None
    role: Role = Role.SINGLE
    issue_number: str = ""
    note: str = ""
    leads: bool = False
    particulars: Particulars = NO_PARTICULARS
    credit: tuple[tuple[int, PartRole, Fraction], ...] = ()  # units' parts of a composite


def facts_of(entry: Entry, source: str, who: str) -> Iterator[Fact]:
    """The facts of an entry: one for each unit, which share the item."""
    shares = len(entry.unit_ids)
    credit = {unit_id: (part, portion) for unit_id, part, portion in entry.credit}
    for place, unit_id in enumerate(entry.unit_ids):
        part, portion = credit.get(unit_id, (_part(entry, place), None))
        yield Fact(
            entry.kind,
            entry.day,
            unit_id,
            entry.title,
            source,
            publication_id=entry.publication_id,
            section_id=entry.section_id,
            role=entry.role,
            shares=shares,
            issue_number=entry.issue_number,
            note=entry.note,
            item_id=entry.item_id,
            part=part,
            portion=portion,
            particulars=entry.particulars,
            by=who,
        )


def _part(entry: Entry, place: int) -> PartRole | None:
    if not entry.leads or len(entry.unit_ids) == 1:
        return None
    return PartRole.SECOND if place else PartRole.MAIN


def entry_of(facts: Sequence[Fact]) -> Entry:
    """The entry that facts of one item were booked by, its units in their order."""
    first = facts[0]
    return Entry(
        kind=first.matter,
        day=first.counted,
        unit_ids=tuple(one.unit_id for one in facts),
        title=first.title,
        item_id=first.item_id,
        publication_id=first.publication_id,
        section_id=first.section_id,
        role=first.role,
        issue_number=first.issue_number,
        note=first.note,
        leads=len(facts) > 1 and first.part is PartRole.MAIN,
        particulars=first.particulars,
    )


def portions_kept(facts: Sequence[Fact], anew: Sequence[Fact]) -> list[Fact]:
    """Facts booked anew with the shares of the work that the former ones had."""
    held: dict[int, tuple[PartRole | None, Fraction | None]] = {
        one.unit_id: (one.part, one.portion) for one in facts
    }
    if any(portion is None for _part, portion in held.values()) or len(held) != len(anew):
        return list(anew)
    if any(one.unit_id not in held for one in anew):
        return list(anew)
    return [replace(one, part=held[one.unit_id][0], portion=held[one.unit_id][1]) for one in anew]
