"""What all comparisons need: the names of units, publications and sections, and the days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from desk.facts import Fact
from desk.publications import Publication
from desk.reconciliation.tallies import Tallies
from desk.store import Work
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class Ground:
    """The days looked at, and the names of things; ``tallies`` count on the way."""

    first: date
    last: date
    units: Mapping[int, Unit]
    publications: Mapping[int, Publication]
    tallies: Tallies = field(default_factory=Tallies)

    @classmethod
    def of(cls, work: Work, first: date, last: date) -> Self:
        """The ground of some days, both included."""
        return cls(
            first,
            last,
            {one.id: one for one in work.registry.units()},
            {one.id: one for one in work.catalogue.publications()},
        )

    def unit(self, unit_id: int) -> str:
        """The short name of a unit."""
        found = self.units.get(unit_id)
        return found.short if found else f"编号 {unit_id} 的单位"

    def publication(self, publication_id: int | None) -> str:
        """The name of a publication, "" where there is none."""
        found = self.publications.get(publication_id or 0)
        return found.name if found else ""

    def section(self, fact: Fact) -> str:
        """The name of a fact's section, "" where there is none."""
        carrier = self.publications.get(fact.publication_id or 0)
        section = carrier.section(fact.section_id) if carrier else None
        return section.name if section else ""

    def told(self, fact: Fact) -> str:
        """A fact in a few words: unit, place, how, when."""
        name, section = self.publication(fact.publication_id), self.section(fact)
        place = f"《{name}》{fact.issue_number}{section}" if name else fact.issue_number
        parts = [self.unit(fact.unit_id), place, fact.role.value if name else ""]
        return "　".join(filter(None, [*parts, f"{fact.counted:%Y-%m-%d}"]))

    def holds(self, day: date) -> bool:
        """Whether a day is looked at."""
        return self.first <= day <= self.last
