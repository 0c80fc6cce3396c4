"""The ways of drafts through the desk, read together for statistics."""

from datetime import date
from typing import Protocol

from desk.timeliness.passage import Passage


class Passages(Protocol):
    """The ways of many drafts."""

    def came(self, first: date, last: date) -> list[Passage]:
        """The drafts that were sent to the desk on these days, both included, oldest first."""
