"""Totals of units by month, kept because to reckon them takes long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """A unit's points of one month (``ym``: 202611), reckoned up to a day of it."""

    ym: int
    unit_id: int
    points: Decimal
    submitted: int
    adopted: int
    until: date


class MonthTotals(Protocol):
    """Totals of units by month; those of a month are forgotten when earlier facts change."""

    def of(self, basis: str, first: int, last: int) -> list[MonthTotal]:
        """Those of the months from first to last that were reckoned on this basis."""

    def keep(self, basis: str, totals: Iterable[MonthTotal]) -> None:
        """Keep totals, in place of those of the same months."""
