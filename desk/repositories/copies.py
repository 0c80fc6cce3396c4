"""The numbered copies of issues."""

from collections.abc import Iterable
from typing import Protocol

from desk.copies import Copy


class Copies(Protocol):
    """The numbered copies of issues."""

    def of(self, issue_id: int) -> list[Copy]:
        """The copies of an issue by number."""

    def put(self, copies: Iterable[Copy]) -> None:
        """Add or change copies."""

    def remove(self, issue_id: int) -> None:
        """Forget all copies of an issue."""
