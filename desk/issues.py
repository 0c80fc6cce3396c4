"""An issue (期) of a publication and its entries (条目)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desk.body import Body
from desk.publications import Recipient, Signature


class IssueStatus(StrEnum):
    """An issue is put together, then released; what was released may only be withdrawn."""

    OPEN = "编辑中"
    RELEASED = "已印发"
    WITHDRAWN = "已撤销"


class Series(StrEnum):
    """Which numbers an issue counts in."""

    REGULAR = "正刊"
    SUPPLEMENT = "增刊"
    SPECIAL = "特刊"


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
    heading: str = ""  # printed in this issue instead of the draft's title


@dataclass(frozen=True, slots=True)
class Matter:
    """What one issue prints around its items; "", () and None leave the publication's own."""

    note: Body = field(default_factory=Body)  # 编者按, 按语
    note_label: str = ""
    instruction: Body = field(default_factory=Body)  # 领导批示, in a box before the items
    instruction_label: str = ""  # 郑国平县长批示：
    headings: tuple[tuple[int, str], ...] = ()  # of sections, by section id
    contents: str = ""  # always, never, pages
    label: str = ""  # before the number: 增刊, 特刊
    mark: str | None = None
    signature: Signature = field(default_factory=Signature)
    send_to: tuple[str, ...] | None = None
    recipients: tuple[Recipient, ...] | None = None
    copies: int | None = None
    readers: str = ""  # 知悉范围


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue; ``number`` counts in its series (and year), ``total`` since the first one.

    ``revision`` is 0, or the how-manieth correction (更正) of the issue ``corrects``, whose
    number it bears; where that was given in another year, ``of_year`` says which.
    ``replaced_by`` is the newest correction of it that was released, 0 while there is none.
    """

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
    series: Series = Series.REGULAR
    matter: Matter = Matter()
    data: str = ""  # SHA-256 of the frozen content, as JSON
    corrects: int = 0
    revision: int = 0
    of_year: int = 0
    withdrawn: datetime | None = None
    reason: str = ""  # why it was withdrawn
    replaced_by: int = 0

    @property
    def is_frozen(self) -> bool:
        """Whether it was released, and so never changes."""
        return self.status is not IssueStatus.OPEN

    @property
    def stands(self) -> bool:
        """Whether it is what was printed under its number: released, neither corrected since."""
        return self.status is IssueStatus.RELEASED and not self.replaced_by

    @property
    def year(self) -> int:
        """The year its number was given in."""
        return self.of_year or self.day.year

    @property
    def first_id(self) -> int:
        """The issue all corrections of its number go back to: itself, or what it corrects."""
        return self.corrects or self.id


@dataclass(frozen=True, slots=True)
class Numbered:
    """An issue by its numbers alone."""

    id: int
    publication_id: int
    series: Series
    number: int
    total: int
    day: date
    status: IssueStatus
