"""The parts of composites."""

from collections.abc import Sequence
from typing import Protocol

from desk.parts import Part


class Parts(Protocol):
    """The parts of composites."""

    def of(self, composite_id: int) -> tuple[Part, ...]:
        """The parts of a composite in their order."""

    def put(self, composite_id: int, parts: Sequence[Part]) -> None:
        """Make these the parts of a composite, in this order."""
