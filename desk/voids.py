"""Numbers that no issue will bear (空号), and days on which none came out (不出刊)."""

from dataclasses import dataclass
from datetime import date, datetime

TOTAL = "总期号"  # the row of total numbers, beside those of the series


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers that run on without a gap: of a year (0: of all), and of a series or ``TOTAL``."""

    publication_id: int
    year: int
    name: str


@dataclass(frozen=True, slots=True)
class VoidNumber:
    """A number of a row that was given up, and why."""

    row: Row
    number: int
    reason: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day on which an issue was due and, for a reason, none came out."""

    publication_id: int
    day: date
    reason: str
    who: str
    when: datetime
