"""The lists of honours (评先)."""

from typing import Protocol

from desk.awards.award_list import AwardList


class Awards(Protocol):
    """The lists of honours, one a period."""

    def all(self) -> list[AwardList]:
        """Every list, the last day of their periods newest first."""

    def of(self, key: str) -> AwardList | None:
        """The list of a period, if there is one."""

    def save(self, found: AwardList) -> None:
        """Add or change the list of its period."""

    def delete(self, key: str) -> None:
        """Forget the list of a period."""
