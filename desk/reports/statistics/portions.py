"""What one unit counted and earned, by everything that a column may ask for."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from desk.facts import Fact, FactKind
from desk.issues import Role
from desk.publications import Tier
from desk.scoring.lines import LedgerLine, Line, Stage
from desk.scoring.results import UnitScore
from desk.surveys.survey import Counted, Survey, UnitSurvey

_PLAIN = (FactKind.SUBMISSION, FactKind.ADOPTION, FactKind.FORWARDING)
_JUDGED = (Stage.TASK, Stage.RATE, Stage.COUNTER)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a thing counted or earned is; ``deducts`` says that it is held against the unit."""

    matter: FactKind | None = None  # None: of a period's clause
    publication_id: int = 0
    section_id: int = 0
    role: Role = Role.SINGLE
    tier: Tier | None = None
    level: str = ""
    outcome: str = ""
    criticised: bool = False
    commissioned: bool = False
    attachments: tuple[str, ...] = ()
    deducts: bool = False


@dataclass(slots=True)
class Sums:
    """How many things, with their weights (计条), and their points."""

    items: int = 0
    weight: Fraction = Fraction(0)
    points: Decimal = Decimal(0)


Test = Callable[[Sort], bool]
Portions = Mapping[Sort, Sums]


def portions(
    counted: Iterable[Counted], lines: Iterable[Line], tiers: Mapping[int, Tier]
) -> Portions:
    """Add up by sort what was counted and what lines say was earned."""
    found: defaultdict[Sort, Sums] = defaultdict(Sums)
    for one in counted:
        held = found[_sort(one.fact, tiers, one.outcome)]
        held.items += one.items
        held.weight += one.weight
    for line in lines:
        found[_sort_of(line, tiers)].points += line.points
    return dict(found)


def _sort_of(line: Line, tiers: Mapping[int, Tier]) -> Sort:
    if not isinstance(line, LedgerLine):
        return Sort(deducts=line.points < 0 and line.stage in _JUDGED)
    fact = line.earned_by
    taken_back = fact.kind is FactKind.REVERSAL
    against = line.points > 0 if taken_back else line.points < 0
    return _sort(fact, tiers, "", deducts=against and fact.matter not in _PLAIN)


def _sort(fact: Fact, tiers: Mapping[int, Tier], outcome: str, *, deducts: bool = False) -> Sort:
    told = fact.particulars
    return Sort(
        fact.matter,
        fact.publication_id or 0,
        fact.section_id or 0,
        fact.role,
        tiers.get(fact.publication_id or 0),
        told.level,
        outcome or told.outcome,
        told.tone == "批评",
        told.commissioned,
        told.attachments,
        deducts,
    )


@dataclass(frozen=True)
class UnitFigures:
    """One unit of a survey, with its portions of the survey's days and of the year so far."""

    unit: UnitSurvey
    first: date
    last: date
    tiers: Mapping[int, Tier]

    @cached_property
    def period(self) -> Portions:
        """Of the survey's days."""
        counted = (one for one in self.unit.counted if self.first <= one.day <= self.last)
        return portions(counted, self.unit.score.lines, self.tiers)

    @cached_property
    def year(self) -> Portions:
        """Of the year so far."""
        return portions(self.unit.counted, self.unit.so_far.lines, self.tiers)

    @property
    def score(self) -> UnitScore:
        """Its figures of the survey's days."""
        return self.unit.score

    @property
    def so_far(self) -> UnitScore:
        """Its figures of the year so far."""
        return self.unit.so_far

    def items(self, test: Test) -> int:
        """How many things of its days pass a test."""
        return sum(sums.items for sort, sums in self.period.items() if test(sort))

    def points(self, test: Test) -> Decimal:
        """What things of its days that pass a test have earned."""
        return _points(self.period, test)

    def points_so_far(self, test: Test) -> Decimal:
        """The same of the year so far."""
        return _points(self.year, test)


def _points(held: Portions, test: Test) -> Decimal:
    return sum((sums.points for sort, sums in held.items() if test(sort)), Decimal(0))


def figures_of(survey: Survey) -> Iterator[UnitFigures]:
    """All units of a survey, group by group."""
    tiers = {one.id: one.tier for one in survey.publications}
    days = survey.stretch.first, survey.stretch.last
    return (UnitFigures(unit, *days, tiers) for unit in survey.units)
