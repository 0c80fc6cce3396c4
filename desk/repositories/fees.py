"""The classes of fees."""

from collections.abc import Iterable
from typing import Protocol

from desk.fees import FeeClass


class Fees(Protocol):
    """The classes of fees, the office's data."""

    def classes(self) -> list[FeeClass]:
        """The classes by position."""

    def replace(self, classes: Iterable[FeeClass]) -> None:
        """Make these the classes, in this order."""
