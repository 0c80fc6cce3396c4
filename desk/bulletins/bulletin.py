"""A bulletin (通报) as it is kept: its text, what it was made from, how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.bulletins.options import BulletinOptions
from desk.bulletins.passage import TITLE, Flag, Passage
from desk.office_clock import day_of
from desk.surveys.stretch import Stretch


class State(StrEnum):
    """How far a bulletin is."""

    DRAFT = "草稿"
    FINAL = "定稿"


@dataclass(frozen=True, slots=True)
class Kept:
    """Why words that differ from the ledger stay: what is said where the ledger says else."""

    key: str  # of the passage
    said: str
    ledger: str
    reason: str
    who: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Text:
    """What the clerk can change of a bulletin."""

    passages: tuple[Passage, ...]
    options: BulletinOptions
    template: str  # the wording it was written by, as it was then
    number: str = ""  # 〔2026〕3号; "" prints none
    kept: tuple[Kept, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return next((one.text for one in self.passages if one.key == TITLE), "")

    def unsettled(self, flags: Iterable[Flag]) -> tuple[Flag, ...]:
        """The flags for which no reason was given."""
        settled = {(one.key, one.said, one.ledger) for one in self.kept}
        return tuple(one for one in flags if (one.key, one.said, one.ledger) not in settled)


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it was before a later generation took its place."""

    generation: int
    text: Text
    changed: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin; ``generation`` grows with every save, so that no window overwrites another.

    ``pdf`` and ``docx`` are digests of its frozen files, "" while it is a draft.
    """

    stretch: Stretch
    text: Text
    template_key: str
    made: datetime
    made_by: str
    changed: datetime
    changed_by: str
    generation: int = 1
    state: State = State.DRAFT
    pdf: str = ""
    docx: str = ""
    finished: datetime | None = None
    finished_by: str = ""
    id: int = 0

    @property
    def is_final(self) -> bool:
        """Whether its files are frozen."""
        return self.state is State.FINAL

    @property
    def key(self) -> str:
        """What names its period and its files: 2026Q3, or the days."""
        return self.stretch.file_key

    @property
    def day(self) -> date:
        """The day it is dated by: that of its 定稿, else of the last change."""
        return day_of(self.finished or self.changed)
