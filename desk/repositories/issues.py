"""Issues with their entries."""

from typing import Protocol

from desk.issues import Issue, IssueStatus


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

    def delete(self, issue_id: int) -> None:
        """Remove an open issue; its drafts stay."""

    def last_numbers(self, publication_id: int, year: int) -> tuple[int, int]:
        """The highest number of the year and the highest total number so far; 0 when none."""

    def holding(self, draft_id: int) -> list[Issue]:
        """The issues a draft stands in."""
