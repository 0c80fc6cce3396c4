"""What facts are measured by."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.calendar import Specials
from desk.publications import Publication
from desk.scoring.scheme import Scheme
from desk.units import Quota, Unit, UnitGroup


@dataclass(frozen=True, slots=True)
class Basis:
    """Who may earn points, for what, and how many are asked; ``specials`` are the office's days."""

    units: Sequence[Unit]
    groups: Sequence[UnitGroup]
    quotas: Sequence[Quota]
    schemes: Sequence[Scheme]
    publications: Sequence[Publication]
    specials: Specials = field(default_factory=dict)
