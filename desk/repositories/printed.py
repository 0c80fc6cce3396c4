"""What issues have printed: their text, and the archive's lists."""

from collections.abc import Sequence
from typing import Protocol

from desk.archive.printed import PrintedIssue, PrintedItem, Shelved


class Printed(Protocol):
    """What released and withdrawn issues have printed."""

    def put(self, issue: PrintedIssue, items: Sequence[PrintedItem]) -> None:
        """Keep what an issue has printed, instead of what was kept of it before."""

    def items(self, issue_ids: Sequence[int]) -> list[PrintedItem]:
        """The items of issues, in printing order."""

    def waiting(self, limit: int | None = None) -> list[int]:
        """The issues of which nothing is kept yet, newest first."""

    def count_waiting(self) -> int:
        """How many issues wait."""

    def years(self) -> list[tuple[int, int, int]]:
        """Publication, year and how many issues are on the shelf; newest year first."""

    def shelf(
        self, publication_id: int = 0, year: int = 0, *, only_expiring: bool = False
    ) -> list[Shelved]:
        """The issues of a publication and a year (0: all), newest first.

        ``only_expiring`` leaves out what is kept for ever.
        """

    def some(self, issue_ids: Sequence[int]) -> list[Shelved]:
        """These issues, as far as they are on the shelf, newest first."""

    def find(
        self, words: Sequence[str], publication_id: int = 0, year: int = 0, limit: int = 200
    ) -> list[PrintedItem]:
        """The items that hold all words in normal form, of the newest issues first."""
