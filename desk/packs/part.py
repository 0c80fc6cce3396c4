"""What a part of the pack is: a folder of files made of what was read before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desk.bulletins.making import Ready
from desk.notices.notice import NoticeKind
from desk.reports.statistics.layout import TableLayout
from desk.surveys.survey import Survey

Files = tuple[tuple[str, bytes], ...]  # names and contents


@dataclass(frozen=True, slots=True)
class Material:
    """What all parts are made of, without the store; ``made`` is who made the pack and when."""

    survey: Survey
    made: str
    bulletin: Ready
    letters: Mapping[NoticeKind, str]  # the wordings

    @property
    def label(self) -> str:
        """What the names of files begin with: 2026Q3."""
        return self.survey.stretch.file_key

    @property
    def day(self) -> date:
        """The day that papers bear."""
        return self.survey.today

    @property
    def layouts(self) -> tuple[TableLayout, ...]:
        """The layouts of statistics tables, the office's own too."""
        return tuple(self.bulletin.layouts.values())


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``tells`` is its line in the readme.

    ``make`` is a function of a module, for it runs in a process of its own.
    """

    key: str
    folder: str
    title: str
    tells: str
    make: Callable[[Material], Files]
    weight: int  # about how long it takes
