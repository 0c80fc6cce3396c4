"""Bulletins with their earlier texts, and the office's own wordings."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desk.bulletins.wording import Wording

if TYPE_CHECKING:  # brings the scoring engine, which a store is opened without
    from desk.bulletins.bulletin import Bulletin, Version


class Bulletins(Protocol):
    """Bulletins; one that was taken away can be put back, with its earlier texts."""

    def all(self) -> "list[Bulletin]":
        """All that were not taken away, the last day of their periods newest first."""

    def get(self, bulletin_id: int) -> "Bulletin":
        """One bulletin; raises NotFoundError, also for one taken away."""

    def of(self, key: str) -> "Bulletin | None":
        """The newest bulletin of a period, by the key of its files."""

    def add(self, bulletin: "Bulletin") -> "Bulletin":
        """Keep a bulletin (id 0); returns it with its id."""

    def save(self, bulletin: "Bulletin") -> None:
        """Write a bulletin over what is kept of it; the text before is not kept by that."""

    def remove(self, bulletin_id: int, when: datetime | None) -> None:
        """Take a bulletin away, or with None put it back."""

    def versions(self, bulletin_id: int) -> "list[Version]":
        """The texts it had earlier, the newest first."""

    def keep_version(self, bulletin_id: int, version: "Version") -> None:
        """Keep an earlier text, in place of one of the same generation."""


class Wordings(Protocol):
    """The office's own texts by key; none where it uses the shipped one."""

    def get(self, key: str) -> Wording | None:
        """The office's own text."""

    def save(self, wording: Wording) -> None:
        """Keep a text in place of the one before."""

    def remove(self, key: str) -> None:
        """Forget the office's own text: the shipped one holds again."""
