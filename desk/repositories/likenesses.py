"""Which drafts look alike, and the sketches they are found by."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from desk.duplicates.likeness import Likeness, Verdict


class Likenesses(Protocol):
    """Which drafts look alike, and the sketches they are found by."""

    def sketches(self, after: int = 0) -> tuple[list[int], bytes]:
        """The drafts with a sketch, oldest first, and their sketches one after another.

        Only drafts with greater ids than ``after``.
        """

    def put_sketches(self, drawn: Mapping[int, bytes]) -> None:
        """Keep the sketches of some drafts; all have the same length."""

    def sent_by(self, unit_ids: Sequence[int]) -> list[int]:
        """Every draft that one of these units stands behind, in no order."""

    def put(self, draft_id: int, found: Sequence[Likeness]) -> None:
        """Make these a draft's likenesses to earlier ones; verdicts already given stay."""

    def of(self, draft_id: int) -> list[Likeness]:
        """The likenesses a draft takes part in, the strongest first."""

    def among(self, draft_ids: Sequence[int]) -> list[Likeness]:
        """The likenesses that any of these drafts takes part in, the strongest first."""

    def decide(self, draft_id: int, other_id: int, verdict: Verdict) -> None:
        """Remember what the clerk decided on a pair; raises NotFoundError."""
