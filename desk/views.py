"""Saved views (常用筛选): a query of the inbox under a name."""

from dataclasses import dataclass
from enum import StrEnum

from desk.drafts import DraftQuery


class Grouping(StrEnum):
    """What the list is divided by."""

    NONE = ""
    DAY = "day"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a divided list; ``name`` is an ISO day or a unit's short name, or "" for none."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named query; its ``words`` and days are kept as they were, ``received`` by its name."""

    name: str
    query: DraftQuery
    grouping: Grouping = Grouping.NONE
    received: str = ""  # the named range of days (今天收到), which moves with the clock
    position: int = 0
