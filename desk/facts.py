"""What earns points: submissions and adoptions, booked or imported (the ledger's rows)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from desk.issues import Role
from desk.parts import PartRole


class FactKind(StrEnum):
    """A draft sent in, or a draft printed."""

    SUBMISSION = "报送"
    ADOPTION = "采用"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing one unit did on one day; ``shares`` units stand behind the same item.

    ``item_id`` is the draft behind it, the same for all its versions; 0 where it was imported.
    Of a composite ``part`` is what the unit is to it, and ``portion`` its exact share of the whole.
    ``source`` says who booked it: "draft:12" and "issue:3" are kept in step by the desk,
    "import:…" came from an old ledger.
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
    id: int = 0
