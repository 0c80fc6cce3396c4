"""What the office inserts by a few keys."""

from typing import Protocol

from desk.phrases import Phrase


class Phrases(Protocol):
    """Skeletons, phrases, documents and leaders."""

    def all(self) -> list[Phrase]:
        """All phrases by category and position, those no longer active too."""

    def save(self, phrase: Phrase) -> Phrase:
        """Add (id 0) or change a phrase."""

    def delete(self, phrase_id: int) -> None:
        """Remove a phrase."""
