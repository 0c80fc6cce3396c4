"""The drafts, their revisions and waivers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from desk.candidates import Candidate
from desk.clocks import Timing
from desk.drafts import Draft, DraftQuery, DraftRow, Revision, Secrecy, Status, Waiver
from desk.searching import Facets
from desk.tally import Tally
from desk.views import Grouping, Section


class Drafts(Protocol):
    """The drafts, their revisions and waivers."""

    def add(self, draft: Draft, who: str) -> Draft:
        """Take a new draft with its first revision; returns it with its id."""

    def get(self, draft_id: int) -> Draft:
        """One draft; raises NotFoundError."""

    def several(self, ids: Sequence[int]) -> list[Draft]:
        """Drafts in the order of ``ids``, read together; raises NotFoundError."""

    def save(self, draft: Draft) -> None:
        """Write the draft's fields; its text changes only through ``revise``."""

    def revise(self, draft: Draft, revision: Revision) -> Draft:
        """Write the draft and its text as a new revision (number 0) or over the one it names."""

    def graded(self, grades: Iterable[Secrecy]) -> list[int]:
        """The drafts of these grades, oldest first."""

    def wipe(self, draft_id: int, title: str) -> None:
        """Wipe text, original, pictures, findings, inquiries and what repeats them for good.

        The record stays with its dates, units and points, under this title.
        """

    def settle_wiping(self) -> None:
        """Let nothing of what was wiped stay in the index, once after all were."""

    def revisions(self, draft_id: int) -> list[Revision]:
        """All saved texts, oldest first."""

    def last_revision(self, draft_id: int) -> Revision:
        """The newest saved text; raises NotFoundError."""

    def ids(self, query: DraftQuery) -> list[int]:
        """The ids that answer a query, in its order; 1,000,000 of them are fine."""

    def sections(self, query: DraftQuery, grouping: Grouping) -> tuple[list[int], list[Section]]:
        """The ids that answer a query, and the parts they are divided into one after another.

        The order holds inside the parts; it turns them round where it is the parts' own.
        """

    def rows(self, ids: Sequence[int]) -> list[DraftRow]:
        """The list's records of some drafts, in the order of ``ids``."""

    def facets(self, query: DraftQuery) -> Facets:
        """How many drafts answer a query, and how many each choice would leave."""

    def unindexed(self) -> int:
        """How many drafts wait to be indexed anew; until then some fields don't find them."""

    def reindex(self, most: int) -> None:
        """Index the newest drafts that wait, so many of them."""

    def counts(self) -> dict[Status, int]:
        """How many drafts stand in each status."""

    def versions(self, draft_id: int) -> list[Draft]:
        """The texts of a draft for publications, in the order they were made."""

    def versions_for(self, publication_id: int) -> dict[int, int]:
        """The versions in use for a publication, by the draft each was made of."""

    def with_digest(self, digest: str) -> DraftRow | None:
        """The draft whose original file has these bytes."""

    def candidates(self, ids: Sequence[int]) -> list[Candidate]:
        """Drafts without their texts, in the order of ``ids``; those that are gone are left out."""

    def with_status(self, status: Status) -> list[Draft]:
        """Whole drafts of one status with versions, oldest first (for the pool of an issue)."""

    def mark(
        self,
        ids: Sequence[int],
        *,
        is_read: bool | None = None,
        is_flagged: bool | None = None,
        holder: str | None = None,
    ) -> None:
        """Set these marks on many drafts at once; None leaves a mark as it is."""

    def holders(self) -> list[str]:
        """Everyone who has a draft in hand, by name."""

    def timings(self, statuses: Iterable[Status]) -> list[Timing]:
        """What the clocks of all drafts in these statuses depend on, oldest first."""

    def set_due(self, dues: Mapping[int, datetime | None]) -> None:
        """Write when the clocks of some drafts run out; 100,000 of them are fine."""

    def tallies(self, first: date, last: date) -> list[Tally]:
        """What each unit sent on these days, both included, and what became of it."""

    def topics(self, ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """The topics of those of these drafts that have some."""

    def waive(self, draft_id: int, waiver: Waiver) -> None:
        """Remember a waiver."""

    def unwaive(self, draft_id: int, rule: str, excerpt: str, around: str = "") -> None:
        """Forget a waiver; that of a single place is known by the words around it."""

    def waivers(self, draft_id: int) -> list[Waiver]:
        """The waivers of a draft, oldest first."""
