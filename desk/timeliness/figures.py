"""Figures with what is behind them, and the statistics they are made by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from desk.stat_table import Head, StatTable, Value

_TENTH = Decimal("0.1")
_PLACES = Decimal("0.0001")  # of a rate, which is shown with one decimal of a percent
_NINE = Fraction(9, 10)
HOUR_S, _DAY_S = 3600, 86_400


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell, and the drafts and matters behind it as "draft:12", "commission:3"."""

    value: Value
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table whose cells know what they are made of."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Figure, ...], ...]
    note: str = ""
    strong: frozenset[int] = frozenset()

    @property
    def table(self) -> StatTable:
        """The cells alone, for the screen, for Excel and for paper."""
        rows = tuple(tuple(one.value for one in row) for row in self.rows)
        return StatTable(self.title, self.heads, rows, self.note, self.strong)

    def behind(self, row: int, column: int) -> tuple[str, ...]:
        """What is behind a cell."""
        return self.rows[row][column].subjects


def counted(subjects: Iterable[str]) -> Figure:
    """How many there are; an empty cell for none."""
    held = tuple(subjects)
    return Figure(len(held) or None, held)


def rate(part: int, whole: int) -> Figure:
    """A part of a whole; an empty cell where there is none."""
    if not whole:
        return Figure(None)
    return Figure((Decimal(part) / Decimal(whole)).quantize(_PLACES, ROUND_HALF_UP))


def median(numbers: Sequence[int]) -> Fraction:
    """The middle one, or half-way between the two middle ones."""
    held, half = sorted(numbers), len(numbers) // 2
    if len(held) % 2:
        return Fraction(held[half])
    return Fraction(held[half - 1] + held[half], 2)


def ninety(numbers: Sequence[int]) -> int:
    """The smallest one that nine in ten do not exceed."""
    held = sorted(numbers)
    return held[-(-_NINE.numerator * len(held) // _NINE.denominator) - 1]


def tenth(value: Fraction | int) -> Decimal:
    """A value to one decimal."""
    exact = Fraction(value)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_TENTH, ROUND_HALF_UP)


def hours(seconds: Fraction | int) -> Decimal:
    """Seconds as hours to one decimal."""
    return tenth(Fraction(seconds) / HOUR_S)


def whole_seconds(length: timedelta) -> int:
    """A length of time, parts of seconds left off."""
    return max(0, length.days * _DAY_S + length.seconds)
