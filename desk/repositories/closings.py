"""The closings of periods."""

from datetime import datetime
from typing import Protocol

from desk.closings.closing import Closing


class Closings(Protocol):
    """The closings of periods; none is ever deleted."""

    def all(self) -> list[Closing]:
        """All closings, the last day of their periods newest first, then the newest first."""

    def holding(self) -> list[Closing]:
        """Those that hold now, by first day."""

    def get(self, closing_id: int) -> Closing:
        """One closing; raises NotFoundError."""

    def add(self, closing: Closing) -> Closing:
        """Keep a closing (id 0); returns it with its id."""

    def reopen(self, closing_id: int, when: datetime, who: str, reason: str) -> Closing:
        """Mark a closing as opened again; all else of it stays."""
