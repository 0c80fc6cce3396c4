"""What is looked at before release: the issue, its items as they were checked, its pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desk.calendar import Specials
from desk.checking import CheckedFinding
from desk.checks.office import Level
from desk.drafts import Draft
from desk.issues import Entry, Issue
from desk.layout.content import IssueContent
from desk.layout.inspecting import PageFlaw
from desk.preflight.remark import Place
from desk.publications import Publication
from desk.settings import Settings
from desk.store import Work


@dataclass(frozen=True, slots=True)
class Item:
    """An entry with its draft and all that the checks say of it."""

    entry: Entry
    draft: Draft
    findings: Sequence[CheckedFinding]

    @property
    def named(self) -> str:
        """Its title in quotes, as remarks begin."""
        return f"“{self.entry.heading or self.draft.title}”"


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a concern may ask; ``work`` is only read."""

    work: Work
    issue: Issue
    publication: Publication
    settings: Settings
    content: IssueContent
    items: Sequence[Item]
    flaws: Sequence[PageFlaw]
    specials: Specials
    today: date


@dataclass(frozen=True, slots=True)
class Found:
    """What a concern found, in a sentence without a full stop."""

    text: str
    draft_id: int = 0


Find = Callable[[Subject], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Concern:
    """One kind of thing to look at; ``is_fixed``: the office can't make less of it."""

    code: str
    name: str
    level: Level
    place: Place
    why: str
    find: Find
    is_fixed: bool = False
