"""What earns points: submissions and adoptions, booked or imported (the ledger's rows)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.issues import Role


class FactKind(StrEnum):
    """A draft sent in, or a draft printed."""

    SUBMISSION = "报送"
    ADOPTION = "采用"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing one unit did on one day; ``shares`` units stand behind the same item.

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
    id: int = 0
