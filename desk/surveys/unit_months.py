"""What a unit reached month by month (逐月)."""

from dataclasses import dataclass
from decimal import Decimal

from desk.units import Unit

MONTHS = 12


@dataclass(frozen=True, slots=True)
class UnitMonths:
    """A unit's points, submissions and adoptions in each month of a year; None before it came."""

    unit: Unit
    points: tuple[Decimal | None, ...]
    submitted: tuple[int, ...]
    adopted: tuple[int, ...]

    @property
    def whole(self) -> Decimal:
        """The points of all months."""
        return sum((one for one in self.points if one is not None), Decimal(0))
