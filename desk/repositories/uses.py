"""The use register of the archive."""

from datetime import datetime
from typing import Protocol

from desk.archive.uses import Use


class Uses(Protocol):
    """Who used which issue."""

    def get(self, use_id: int) -> Use:
        """One use; raises NotFoundError."""

    def all(self, issue_id: int = 0) -> list[Use]:
        """The uses of an issue (0: of all), the last one first."""

    def save(self, use: Use, now: datetime) -> Use:
        """Add (id 0) or change a use."""

    def drop(self, use_id: int) -> None:
        """Take a use that was just entered out again."""
