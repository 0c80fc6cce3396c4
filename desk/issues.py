"""An issue (期) of a publication and its entries (条目)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class IssueStatus(StrEnum):
    """An issue is put together, then released for ever."""

    OPEN = "编辑中"
    RELEASED = "已印发"


class Role(StrEnum):
    """How an entry uses what the units sent; it decides the points."""

    SINGLE = "单条"
    WHOLE = "单篇"
    COMPOSITE = "综合"
    JOINT = "联合"


@dataclass(frozen=True, slots=True)
class Entry:
    """One draft in one section of an issue; entries stand in printing order."""

    draft_id: int
    section_id: int
    role: Role = Role.SINGLE


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue; ``number`` counts in its year, ``total`` since the first one."""

    publication_id: int
    number: int
    total: int
    day: date
    entries: tuple[Entry, ...] = ()
    status: IssueStatus = IssueStatus.OPEN
    released: datetime | None = None
    pdf: str = ""  # SHA-256 of the frozen PDF
    docx: str = ""  # SHA-256 of the frozen .docx
    id: int = 0
