"""How good what a unit sends is: adopted, turned away and why, late."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desk.drafts import OPEN, Status
from desk.reasons import ALIKE
from desk.units import Unit


@dataclass(frozen=True, slots=True)
class UnitQuality:
    """What one unit sent in some days, and what became of it."""

    unit: Unit
    by_status: Mapping[Status, int] = field(default_factory=dict)
    by_reason: Mapping[str, int] = field(default_factory=dict)  # codes, the most frequent first
    late: int = 0

    @property
    def received(self) -> int:
        """All drafts."""
        return sum(self.by_status.values())

    @property
    def adopted(self) -> int:
        """Printed ones."""
        return self.by_status.get(Status.RELEASED, 0)

    @property
    def waiting(self) -> int:
        """Those still in hand."""
        return sum(self.by_status.get(status, 0) for status in OPEN)

    @property
    def alike(self) -> int:
        """Turned away because the same was there already."""
        return sum(times for code, times in self.by_reason.items() if code in ALIKE)

    @property
    def adoption_rate(self) -> Fraction | None:
        """Printed ones among all; None when nothing came."""
        return Fraction(self.adopted, self.received) if self.received else None
