"""Numbers given up and days skipped."""

from datetime import date
from typing import Protocol

from desk.voids import Row, SkippedDay, VoidNumber


class Voids(Protocol):
    """Numbers given up and days skipped."""

    def of(self, publication_id: int) -> list[VoidNumber]:
        """The void numbers of a publication, by row and number."""

    def in_row(self, row: Row) -> list[VoidNumber]:
        """The void numbers of a row, the lowest first."""

    def add(self, void: VoidNumber) -> None:
        """Record a void number. Raises NotAllowedError where it is void already."""

    def delete(self, row: Row, number: int) -> None:
        """Forget a void number."""

    def skipped(
        self, publication_id: int | None = None, since: date | None = None
    ) -> list[SkippedDay]:
        """The days skipped, the newest first."""

    def skip(self, skipped: SkippedDay) -> None:
        """Record a skipped day, or another reason for it."""

    def unskip(self, publication_id: int, day: date) -> None:
        """Forget a skipped day."""
