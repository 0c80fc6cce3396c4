"""A survey of some days: the figures of every unit and what is behind them. No reckoning here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.closings.closing import Closing
from desk.closings.comparing import UnitDifference
from desk.facts import Fact, FactKind
from desk.publications import Publication, Tier
from desk.reasons import Reason
from desk.scoring.clauses.results import Rounded
from desk.scoring.progress.outlook import Outlook
from desk.scoring.results import ScoreTable, UnitScore
from desk.scoring.rounding import Roundings, roundings, settle
from desk.surveys.own_progress import OwnProgress
from desk.surveys.stretch import Stretch
from desk.surveys.unit_months import UnitMonths
from desk.surveys.unit_quality import UnitQuality
from desk.units import Unit, UnitGroup


@dataclass(frozen=True, slots=True)
class Record:
    """A fact that stands (not taken back), of one unit, with the names behind its ids.

    ``points`` is all its lines add up to for the unit in the year so far. ``gate`` is why it does
    not count, "" where it does. ``topics`` are those of its draft.
    """

    fact: Fact
    unit: Unit
    points: Decimal = Decimal(0)
    publication: str = ""
    section: str = ""
    tier: Tier | None = None
    gate: str = ""
    topics: tuple[str, ...] = ()

    @property
    def kind(self) -> FactKind:
        """What happened."""
        return self.fact.kind


@dataclass(frozen=True, slots=True)
class Counted:
    """What a day changes of how many things a unit has; what was taken back counts below zero.

    Submissions and adoptions are counted by the scheme (``weight`` is 计条, ``items`` 1, 0 or -1),
    so that over any days they add up to its figures; of all else each counts 1. ``outcome`` is the
    one told, or found by a deadline.
    """

    day: date
    fact: Fact
    items: int
    weight: Fraction
    tier: Tier | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class UnitSurvey:
    """One unit over the days of a survey.

    ``so_far`` are its figures from the year's first day, ``year_ago`` those of the same days of
    last year with the units since merged into it (None: there was no such unit), ``before`` those
    of the stretch before. ``records`` and ``counted`` are of the year so far, by day; ``sent``
    counts drafts. ``exempt`` is why nothing is asked of it this year (免考核), "" where it is.
    """

    score: UnitScore
    so_far: UnitScore
    months: UnitMonths
    sent: UnitQuality
    outlook: Outlook | None = None  # None: it is not scored any more
    before: UnitScore | None = None
    year_ago: UnitScore | None = None
    points_year_ago: Decimal | None = None  # with merged units; None where year_ago is
    records: tuple[Record, ...] = ()
    counted: tuple[Counted, ...] = ()
    exempt: str = ""

    @property
    def unit(self) -> Unit:
        """Whose figures these are."""
        return self.score.unit

    @property
    def zero(self) -> bool:
        """Whether it has no point in the days though something is asked of it (挂零)."""
        return self.score.zero and not self.exempt

    @property
    def sent_nothing(self) -> bool:
        """Whether nothing came from it, nor was adopted, though something is asked (零报送)."""
        return self.score.submitted <= 0 and self.score.adopted <= 0 and not self.exempt

    @property
    def unused(self) -> bool:
        """Whether something came from it and nothing was adopted (零采用)."""
        return self.score.submitted > 0 and self.score.adopted <= 0 and not self.exempt

    @property
    def climbed(self) -> int | None:
        """Places gained since the stretch before (below zero: lost); None without both ranks."""
        if self.before is None or not self.before.rank or not self.score.rank:
            return None
        return self.before.rank - self.score.rank


@dataclass(frozen=True, slots=True)
class GroupSurvey:
    """The units of a group, the best first."""

    group: UnitGroup
    units: tuple[UnitSurvey, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything pages of some days are made of; ``table`` is as published where it is closed."""

    office: str
    stretch: Stretch
    today: date
    table: ScoreTable
    so_far: ScoreTable
    before: ScoreTable
    year_ago: ScoreTable
    stretch_before: Stretch
    stretch_year_ago: Stretch
    groups: tuple[GroupSurvey, ...]
    closing: Closing | None = None
    publications: tuple[Publication, ...] = ()
    topics: tuple[str, ...] = ()  # the office's own, in its order
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    own: tuple[OwnProgress, ...] = ()  # tasks of our office
    roundings: Roundings = field(default_factory=roundings)  # of the scheme in force at its end
    changed: tuple[UnitDifference, ...] = ()  # of closed days: what is known otherwise today

    @property
    def units(self) -> Iterator[UnitSurvey]:
        """All units, group by group."""
        return (unit for group in self.groups for unit in group.units)

    @property
    def unit_records(self) -> Iterator[Record]:
        """The records of its days, unit by unit: joint items come once a unit."""
        return (
            one
            for unit in self.units
            for one in unit.records
            if self.stretch.first <= one.fact.day <= self.stretch.last
        )

    def percent(self, part: Decimal | int, whole: Decimal | int) -> Decimal:
        """How much of a whole a part is, rounded as the scheme sets it; of nothing it is 0."""
        exact = Fraction(part) * 100 / Fraction(whole) if whole else Fraction(0)
        return settle(exact, self.roundings[Rounded.RATE])

    def holds(self, record: Record) -> bool:
        """Whether a record is of the survey's days."""
        return self.stretch.first <= record.fact.day <= self.stretch.last
