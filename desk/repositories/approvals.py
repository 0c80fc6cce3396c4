"""Lanes, and the ways of drafts along them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from desk.approvals import Approval, Call, Lane


class Approvals(Protocol):
    """Lanes, and the ways of drafts along them."""

    def lanes(self) -> list[Lane]:
        """The lanes by position, those no longer active too."""

    def save_lane(self, lane: Lane) -> Lane:
        """Add (id 0) or change a lane with its stages; ways under way keep theirs.

        Raises NotAllowedError for a name that is taken.
        """

    def save(self, approval: Approval) -> Approval:
        """Keep a way (id 0: a new one) with exactly these steps; returns it with all ids.

        Calls are kept by ``call`` alone and go only with their step.
        """

    def call(self, step_id: int, call: Call) -> Call:
        """Note a reminder; returns it with its id."""

    def uncall(self, call_ids: Iterable[int]) -> None:
        """Forget reminders noted by mistake."""

    def of(self, draft_id: int) -> list[Approval]:
        """The ways of a draft, oldest first."""

    def open(self) -> list[Approval]:
        """The newest way of every draft in 送审, longest waiting first."""

    def last(self, draft_ids: Sequence[int]) -> dict[int, Approval]:
        """The newest way of each of these drafts that has one."""

    def decided(self, since: datetime) -> list[Approval]:
        """The ways on which somebody decided since then, oldest first."""

    def delete(self, approval_ids: Iterable[int]) -> None:
        """Forget ways whose sending was taken back at once (undo)."""
