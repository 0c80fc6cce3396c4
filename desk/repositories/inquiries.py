"""What units were asked about the facts of drafts."""

from collections.abc import Iterable
from typing import Protocol

from desk.inquiries import Inquiry


class Inquiries(Protocol):
    """What units were asked about the facts of drafts."""

    def get(self, inquiry_id: int) -> Inquiry:
        """One inquiry; raises NotFoundError."""

    def of(self, draft_id: int) -> list[Inquiry]:
        """The inquiries of a draft, oldest first."""

    def save(self, inquiry: Inquiry) -> Inquiry:
        """Add (id 0, or an id that was taken back) or change an inquiry."""

    def delete(self, ids: Iterable[int]) -> None:
        """Forget inquiries (undo)."""

    def contact(self, unit: str) -> tuple[str, str]:
        """The name and telephone of who was asked last in a unit; empty where nobody was."""
