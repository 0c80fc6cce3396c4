"""A remark: one thing to look at before release, and where the clerk can mend it."""

from dataclasses import dataclass
from enum import StrEnum

from desk.checks.office import Level


class Place(StrEnum):
    """Where a remark leads to."""

    DRAFT = "稿件"
    PAGE = "版面"
    ENTRIES = "条目"
    NUMBER = "期号"
    MATTER = "期头期尾"
    PUBLICATION = "刊物"
    SETTINGS = "设置"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at; ``draft_id`` is 0 when it is about the whole issue."""

    text: str
    code: str = ""
    level: Level = Level.WARNING
    place: Place = Place.ENTRIES
    draft_id: int = 0

    @property
    def blocks(self) -> bool:
        """Whether release refuses while it stands."""
        return self.level is Level.ERROR

    @property
    def is_open(self) -> bool:
        """Whether it is more than a hint."""
        return self.level in (Level.ERROR, Level.WARNING)
