"""The sittings: drafts open for editing, and those whose window is gone."""

from typing import Protocol

from desk.sittings import Sitting


class Sittings(Protocol):
    """The sittings of all drafts."""

    def of(self, draft_id: int) -> list[Sitting]:
        """The sittings of one draft, the oldest first."""

    def left(self) -> list[Sitting]:
        """Those whose window is gone, the last one seen first."""

    def put(self, sitting: Sitting) -> None:
        """Write a sitting, over its earlier state where there is one."""

    def drop(self, draft_id: int, window: str) -> None:
        """Forget a sitting with what it holds."""

    def leave_all(self) -> None:
        """Mark every sitting as left."""


class Aside(Protocol):
    """Sittings kept in another place, for when the store cannot be written.

    Nothing of it is readable without the store's key. ``put`` raises StoreError.
    """

    def reserve(self) -> None:
        """Take room on the disk beforehand, where there is any."""

    def put(self, sitting: Sitting) -> None:
        """Write a sitting, over its earlier state where there is one."""

    def all(self) -> list[Sitting]:
        """Everything kept here."""

    def drop(self, draft_id: int, window: str) -> None:
        """Forget a sitting, also one that is not here."""
