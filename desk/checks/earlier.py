"""What the office already has: earlier items that look alike, and figures it has printed."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure a text tells: what about, for which period, how much.

    ``key`` names the indicator with its scope and unit of measure, ``period`` is written
    ``2026-09``, ``2026-01/2026-09``, ``2026``; ``margin`` is half a unit of the last digit
    printed; [start, end) is its place in ``field``.
    """

    key: str
    period: str
    value: Fraction
    margin: Fraction
    text: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """An item the office already has; ``likeness`` of the texts in percent, 0 where unknown."""

    title: str
    where: str  # such as “《政务信息》2026年第12期”, or “云岭县水务局来稿”
    day: date
    likeness: int = 0
    is_printed: bool = False


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure that stands in a released issue."""

    figure: Figure
    where: str
    day: date
