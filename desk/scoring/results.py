"""What scoring finds out: the figures of every unit, group by group, and how they came about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.scoring.lines import Line
from desk.units import Unit, UnitGroup

UNGROUPED = UnitGroup("未分组")


@dataclass(frozen=True, slots=True)
class TaskResult:
    """One task of one period; ``points`` is what came of it, None before the period's end."""

    name: str
    period: str  # 2026年3月
    first: date
    last: date
    target: Fraction
    reached: Fraction
    done: bool
    points: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """A unit's lines over some days, and what period clauses say of it.

    ``raw`` is the sum without 清零. ``barred`` are the reasons why it may not be honoured,
    ``failed`` the periods below their pass line, ``expected`` what is still open (预估).
    """

    lines: tuple[Line, ...]
    raw: Decimal
    tasks: tuple[TaskResult, ...] = ()
    barred: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitScore:
    """What one unit reached; percentages have one decimal. What was taken back counts below zero.

    ``quota`` and ``completion`` are None where the unit has none to reach. ``behind`` is how
    many points the unit lacks to be level with the pace, 0 when it is level. ``rank`` is 0 where
    it is not ranked. ``counted`` is 计分条数, ``average`` the points of one of them.
    """

    unit: Unit
    rank: int
    points: Decimal
    submitted: int
    adopted: int
    rate: Decimal
    quota: Decimal | None
    quota_items: int
    completion: Decimal | None
    pace: Decimal
    behind: Decimal
    lines: tuple[Line, ...]
    raw: Decimal = Decimal(0)
    components: tuple[tuple[str, Decimal], ...] = ()
    counted: Fraction = Fraction(0)
    average: Decimal = Decimal(0)
    items_completion: Decimal | None = None
    converted: Decimal | None = None
    conversion: str = ""  # how converted came about, in words
    tasks: tuple[TaskResult, ...] = ()
    barred: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    placed: bool = False  # among the first N
    placing: str = ""  # by what it is ranked, in words

    @property
    def zero(self) -> bool:
        """Whether the unit has no point at all (挂零)."""
        return self.points <= 0


@dataclass(frozen=True, slots=True)
class GroupScores:
    """The units of a group, the best first."""

    group: UnitGroup
    units: tuple[UnitScore, ...]


@dataclass(frozen=True, slots=True)
class PersonScore:
    """What one person has of the unit's points; items count whole for each author."""

    name: str
    unit: Unit
    rank: int
    points: Decimal
    submitted: int
    adopted: int


@dataclass(frozen=True, slots=True)
class PrizedItem:
    """An item and the prize it has by the scheme (单篇奖)."""

    prize: str
    title: str
    units: tuple[Unit, ...]
    day: date
    why: str


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The scores of all units over some days; ``schemes`` are those in force in them.

    ``averages`` tells whether the scheme looks at 按条平均.
    """

    first: date
    last: date
    schemes: tuple[str, ...]
    pace: Decimal
    groups: tuple[GroupScores, ...]
    people: tuple[PersonScore, ...] = ()
    prizes: tuple[PrizedItem, ...] = ()
    averages: bool = False

    @property
    def units(self) -> Iterator[UnitScore]:
        """All units, group by group."""
        return (unit for group in self.groups for unit in group.units)
