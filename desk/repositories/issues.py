"""Issues with their entries."""

from datetime import date
from typing import Protocol

from desk.issues import Issue, IssueStatus, Numbered, Series


class Issues(Protocol):
    """Issues with their entries."""

    def get(self, issue_id: int) -> Issue:
        """One issue; raises NotFoundError."""

    def all(
        self, publication_id: int | None = None, status: IssueStatus | None = None
    ) -> list[Issue]:
        """Issues, newest day and number first."""

    def save(self, issue: Issue) -> Issue:
        """Add (id 0) or change an issue with its entries."""

    def restore(self, issue: Issue) -> Issue:
        """Add an issue that was deleted, under its own id (undo)."""

    def delete(self, issue_id: int) -> None:
        """Remove an open issue; its drafts stay."""

    def numbered(
        self, publication_id: int | None = None, since: date | None = None
    ) -> list[Numbered]:
        """Issues by their numbers alone, by day and number; corrections (更正) bear none."""

    def last_numbers(
        self, publication_id: int, year: int, series: Series = Series.REGULAR
    ) -> tuple[int, int]:
        """The highest number of a year's series and the highest total number; 0 when none.

        Where numbers don't begin again with the year, the year is 0.
        """

    def holding(self, draft_id: int) -> list[Issue]:
        """The issues a draft stands in."""
