"""Issues with their entries."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from desk.issues import Issue, IssueStatus, Numbered


class Issues(Protocol):
    """Issues with their entries."""

    def get(self, issue_id: int) -> Issue:
        """One issue; raises NotFoundError."""

    def all(
        self, publication_id: int | None = None, status: IssueStatus | None = None
    ) -> list[Issue]:
        """Issues, newest day and number first."""

    def frozen(self, most: int, since: date | None = None) -> list[Issue]:
        """The newest issues that were released, so many of them and none before ``since``."""

    def save(self, issue: Issue) -> Issue:
        """Add (id 0) or change an issue with its entries."""

    def restore(self, issue: Issue) -> Issue:
        """Add an issue that was deleted, under its own id (undo)."""

    def withdraw(self, issue_id: int, when: datetime, reason: str) -> Issue:
        """Mark a released issue as withdrawn; all else of it stays as it was released."""

    def corrections(self, issue_id: int) -> list[Issue]:
        """The corrections of an issue, released or not, in their order."""

    def delete(self, issue_id: int) -> None:
        """Remove an open issue; its drafts stay."""

    def numbered(
        self, publication_id: int | None = None, since: date | None = None
    ) -> list[Numbered]:
        """Issues by their numbers alone, by day and number; corrections (更正) bear none."""

    def bearing(self, draft_ids: Sequence[int]) -> list[Issue]:
        """The issues that any of these drafts stands in, newest first."""

    def holding(self, draft_id: int) -> list[Issue]:
        """The issues a draft stands in."""
