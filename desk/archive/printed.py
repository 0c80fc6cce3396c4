"""What an issue has printed, and the issues on the archive's shelf."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from desk.issues import IssueStatus, Series
from desk.publications import Retention

_YEARS = {Retention.LONG: 30, Retention.SHORT: 10}


@dataclass(frozen=True, slots=True)
class PrintedIssue:
    """What stays true of a released issue, whatever its publication decides later."""

    issue_id: int
    pages: int
    copies: int
    retention: Retention


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """One item as its pages have it; of what stands before the items ``draft_id`` is None.

    ``turns`` are the offsets of its text at which another page begins. Page 0 is unknown.
    """

    issue_id: int
    position: int
    draft_id: int | None
    section: str
    title: str
    units: str
    page: int
    text: str
    turns: tuple[int, ...] = ()
    id: int = 0

    def page_at(self, offset: int) -> int:
        """The page on which a character of the text stands."""
        return self.page + bisect_right(self.turns, offset) if self.page else 0


@dataclass(frozen=True, slots=True)
class Shelved:
    """A released or withdrawn issue as the archive lists it; ``out`` are loans not given back.

    Of an issue that is not read in yet, ``pages`` is 0. ``year`` is that of its number, which a
    correction may bear from the year before; ``reason`` says why it was withdrawn.
    """

    id: int
    publication_id: int
    series: Series
    label: str  # before the number: 增刊, 特刊
    number: int
    total: int
    day: date
    status: IssueStatus
    revision: int
    corrects: int
    items: int
    pages: int
    copies: int
    retention: Retention
    pdf: str
    docx: str
    out: int = 0
    year: int = 0
    reason: str = ""
    is_replaced: bool = False  # by a correction

    @property
    def numbered(self) -> str:
        """Its number as printed, and which correction it is: 第12期, 增刊第1期（更正）."""
        which = str(self.revision) if self.revision > 1 else ""
        corrected = f"（更正{which}）" if self.revision else ""
        return f"{self.label}第{self.number}期{corrected}"

    @property
    def full_number(self) -> str:
        """Its number with the year: 2026年第12期."""
        return f"{self.year or self.day.year}年{self.numbered}"

    @property
    def state(self) -> str:
        """Its status in a word; a correction says that it is one, and what it replaces too."""
        if self.status is not IssueStatus.RELEASED:
            return str(self.status)
        if self.is_replaced:
            return "已更正"
        return "更正" if self.revision else str(self.status)

    def expires(self) -> date | None:
        """The first day after its 保管期限, None where it is kept for ever.

        Years count from 1 January after the year of the issue.
        """
        years = _YEARS.get(self.retention)
        return None if years is None else date(self.day.year + 1 + years, 1, 1)

    def is_expired(self, today: date) -> bool:
        """Whether its 保管期限 is over."""
        end = self.expires()
        return end is not None and today >= end
