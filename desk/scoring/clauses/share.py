"""What each unit of a composite or joint item gets of its points (clauses A3 and A4)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from typing_extensions import override


class Way(StrEnum):
    """全额: the whole; 均分: an equal part; 按份额: its share of the work; else as said."""

    FULL = "全额"
    EVEN = "均分"
    PORTION = "按份额"
    FIXED = "定分"
    RATIO = "比例"


@dataclass(frozen=True, slots=True)
class Share:
    """``value`` is points for 定分, percent for 比例, else None."""

    way: Way
    value: Decimal | None = None

    @override
    def __str__(self) -> str:
        """As it is typed: 全额, 均分, 按份额, 3, 50%."""
        if self.value is None:
            return self.way.value
        return f"{self.value:f}%" if self.way is Way.RATIO else f"{self.value:f}"


FULL, EVEN, PORTION = Share(Way.FULL), Share(Way.EVEN), Share(Way.PORTION)
