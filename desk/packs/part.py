"""What a part of the pack is: a folder of files made of a survey."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk.jobs import Job
from desk.store import Store
from desk.surveys.survey import Survey

Files = tuple[tuple[str, bytes], ...]  # names and contents


@dataclass(frozen=True, slots=True)
class Material:
    """What all parts are made of; ``made`` is who made the pack and when, in words."""

    store: Store
    survey: Survey
    made: str

    @property
    def label(self) -> str:
        """What the names of files begin with: 2026Q3."""
        return self.survey.stretch.file_key

    @property
    def day(self) -> date:
        """The day that papers bear."""
        return self.survey.today


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``tells`` is its line in the readme. ``make`` may give no files at all."""

    key: str
    folder: str
    title: str
    tells: str
    make: Callable[[Material], Job[Files]]
