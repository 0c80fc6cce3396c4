"""What every matter of the task desk has: commissions, emergencies, instructions and others."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter; subclasses add what it is about. It is kept whole, all its fields as JSON.

    New fields of a subclass need a default, so that what was kept before can be read.
    """

    KIND: ClassVar[str]  # in the store and in the audit trail, as "commission"; never changes
    NOUN: ClassVar[str]  # as the clerk calls it

    title: str
    day: date  # it is listed and counted by
    number: str = ""
    id: int = 0

    @property
    def subject(self) -> str:
        """What the audit trail and links of the window call it."""
        return f"{self.KIND}:{self.id}"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return False

    @property
    def unit_ids(self) -> tuple[int, ...]:
        """The units it concerns."""
        return ()

    @property
    def draft_ids(self) -> tuple[int, ...]:
        """The drafts it concerns."""
        return ()

    @property
    def words(self) -> str:
        """What it can be found by, beside number and title."""
        return ""
