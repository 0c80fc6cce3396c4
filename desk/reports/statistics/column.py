"""A column of a statistics table: what it is called, what it says, how it adds up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desk.reports.statistics.portions import UnitFigures
from desk.scoring.clauses.results import Rounded, Rounding
from desk.scoring.rounding import Roundings, settle
from desk.stat_table import Head, Value

Read = Callable[[UnitFigures], Value]
Total = Callable[[Sequence[UnitFigures]], Value]
Percent = Callable[[UnitFigures], Decimal | None]
Quotient = Callable[[UnitFigures], tuple[Fraction, Fraction]]


class About(StrEnum):
    """What a group of columns is about, in the order they are offered."""

    UNIT = "单位"
    SENDING = "报送和采用"
    PLACES = "刊物"
    TIERS = "层级"
    WAYS = "采用方式"
    POINTS = "得分"
    INSTRUCTIONS = "领导批示"
    TASKS = "约稿、紧急和差错"
    YEAR = "全年累计和任务"
    COMPARED = "与上期、去年比"
    MONTHS = "逐月"
    DRAFTS = "来稿处理"
    REMARKS = "标注和备注"


@dataclass(frozen=True, slots=True)
class Label:
    """A column's key, the head over it, where it is offered, and what it says in a sentence."""

    key: str
    name: str
    about: About
    explanation: str


@dataclass(frozen=True, slots=True)
class StatColumn:
    """A column; ``total`` is what a sum row has there, None for nothing.

    ``shown`` is how numbers are shown, ``width`` is in characters. ``counts`` says that 0 may be
    left blank. ``of_year`` says that its figures are of the year so far.
    """

    label: Label
    value: Read
    total: Total | None = None
    shown: str = "General"
    width: float = 8
    left: bool = False
    counts: bool = False
    of_year: bool = False

    @property
    def head(self) -> Head:
        """Its head where it stands alone."""
        return self.headed(self.label.name)

    def headed(self, text: str) -> Head:
        """Its head with another text."""
        return Head(text, width=self.width, shown=self.shown, left=self.left)


def summed(label: Label, value: Read, *, counts: bool = True, of_year: bool = False) -> StatColumn:
    """A column whose figures add up."""

    def total(held: Sequence[UnitFigures]) -> Value:
        return add(map(value, held))

    return StatColumn(label, value, total, counts=counts, of_year=of_year)


def told(label: Label, value: Read, width: float = 8) -> StatColumn:
    """A column of texts, or of figures that nobody adds up."""
    return StatColumn(label, value, width=width)


def rate(
    label: Label, value: Percent, quotient: Quotient, how: Roundings, *, of_year: bool = False
) -> StatColumn:
    """A column of percentages: a sum row reckons its own from the sums, of nothing it is 0."""
    rounding = how[Rounded.RATE]

    def total(held: Sequence[UnitFigures]) -> Value:
        parts = [quotient(one) for one in held]
        whole = sum((of for _part, of in parts), Fraction(0))
        part = sum((part for part, _of in parts), Fraction(0))
        return settle(part * 100 / whole if whole else Fraction(0), rounding) / 100

    def read(one: UnitFigures) -> Value:
        found = value(one)
        return None if found is None else found / 100

    return StatColumn(label, read, total, shown=shown_in(rounding), width=9, of_year=of_year)


def shown_in(rounding: Rounding) -> str:
    """How Excel shows percentages of so many decimals."""
    return f"0.{'0' * rounding.decimals}%" if rounding.decimals else "0%"


def add(values: Iterable[Value]) -> Value:
    """The sum of the figures that are there; None where there is none."""
    held = [one for one in values if isinstance(one, Decimal | int)]
    whole = [one for one in held if isinstance(one, int)]
    if not held:
        return None
    return sum(whole) if len(whole) == len(held) else sum(held, Decimal(0))
