"""What the office makes of the rules, and what it has printed."""

from collections.abc import Iterable
from typing import Protocol

from desk.checks.earlier import Figure, PrintedFigure
from desk.checks.lexicon import Entry
from desk.checks.office import Level
from desk.drafts import Waiver
from desk.outcomes import Outcome


class Rulebook(Protocol):
    """What the office makes of the rules, and what it has printed."""

    def words(self) -> list[Entry]:
        """The office's own entries and changes of the word lists, by list and word."""

    def save_word(self, entry: Entry) -> None:
        """Add or change the entry of that word."""

    def delete_word(self, code: str, word: str) -> None:
        """Forget the office's entry; a delivered one is in force again."""

    def levels(self, publication_id: int = 0) -> dict[str, Level]:
        """The levels set by a publication, or by the office (0), by rule."""

    def set_level(self, publication_id: int, rule: str, level: Level | None) -> None:
        """Set a rule's level; None takes it back."""

    def kept(self) -> list[Waiver]:
        """The words that are kept in every draft, oldest first."""

    def keep(self, waiver: Waiver) -> None:
        """Keep words in every draft."""

    def unkeep(self, rule: str, excerpt: str) -> None:
        """Show these words as findings again."""

    def outcomes(self) -> dict[str, Outcome]:
        """What became of each rule's findings."""

    def count(self, rule: str, *, accepted: int = 0, waived: int = 0) -> None:
        """Count fixes taken and findings kept; a negative number takes some back."""

    def forget_figures(self, issue_id: int) -> None:
        """Take back that an issue's figures were printed."""

    def put_figures(self, issue_id: int, draft_id: int, figures: Iterable[Figure]) -> None:
        """Make these the figures of a draft in an issue."""

    def printed(self, keys: Iterable[str], *, but: int = 0) -> list[PrintedFigure]:
        """What was printed of these indicators, newest first; of draft ``but`` nothing."""
