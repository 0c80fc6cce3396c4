"""What earns points: submissions and adoptions, booked or imported (the ledger's rows)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from desk.issues import Role
from desk.parts import PartRole


class FactKind(StrEnum):
    """A draft sent in, a draft printed, or an adoption taken back (更正, 撤销)."""

    SUBMISSION = "报送"
    ADOPTION = "采用"
    REVERSAL = "冲销"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing one unit did on one day; ``shares`` units stand behind the same item.

    ``item_id`` is the draft behind it, the same for all its versions; 0 where it was imported.
    Of a composite ``part`` is what the unit is to it, and ``portion`` its exact share of the whole.
    ``source`` says who booked it: "draft:12" and "issue:3" are kept in step by the desk,
    "import:…" came from an old ledger.
    It counts by the scheme of ``of_day``, where that is another than its own: what a correction
    books counts as the issue it corrects did. A reversal names the fact it ``reverses``.
    """

    kind: FactKind
    day: date
    unit_id: int
    title: str
    source: str
    publication_id: int | None = None
    section_id: int | None = None
    role: Role = Role.SINGLE
    shares: int = 1
    issue_number: str = ""
    note: str = ""
    item_id: int = 0
    part: PartRole | None = None
    portion: Fraction | None = None
    of_day: date | None = None
    reverses: int = 0
    id: int = 0

    @property
    def counted(self) -> date:
        """The day whose scheme it counts by."""
        return self.of_day or self.day


def reversals(booked: Iterable[Fact], day: date, source: str, why: str) -> Iterator[Fact]:
    """The facts that take adoptions back on a later day, in the order these were booked.

    All that one source has booked must be given, so that the shares of a split item are dealt
    as they were.
    """
    for fact in sorted(booked, key=lambda one: one.id):
        if fact.kind is FactKind.ADOPTION:
            yield replace(
                fact,
                kind=FactKind.REVERSAL,
                day=day,
                source=source,
                note=why,
                of_day=fact.counted,
                reverses=fact.id,
                id=0,
            )
