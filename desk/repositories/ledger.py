"""The facts behind the scores."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from desk.facts import Fact


class Ledger(Protocol):
    """The facts behind the scores."""

    def replace(self, source: str, facts: Iterable[Fact]) -> None:
        """Make these the facts of one source."""

    def add(self, facts: Iterable[Fact]) -> int:
        """Add facts; returns how many."""

    def remove(self, fact_ids: Iterable[int]) -> None:
        """Delete facts that nothing takes back; reversals among them may go with what they took."""

    def get(self, fact_ids: Iterable[int]) -> list[Fact]:
        """These facts, as far as there are, by id."""

    def reversing(self, fact_ids: Iterable[int]) -> list[Fact]:
        """The facts that take these back, by id."""

    def last_id(self) -> int:
        """The highest id there is, 0 without facts."""

    def first_day(self) -> date | None:
        """The earliest day there is a fact of."""

    def booked(self, source: str) -> list[Fact]:
        """The facts of a source, and after them those that take them back, by id."""

    def between(self, first: date, last: date) -> list[Fact]:
        """Facts of those days, both included, by day and id."""

    def of_items(self, item_ids: Iterable[int], first: date) -> list[Fact]:
        """Facts of those items (drafts) from a day on, by day and id."""
