"""Use case: read all that charts, tables, bulletins and letters of some days are made of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.assessing import basis_of, facts_of
from desk.closings.books import compare, shown
from desk.facts import FactKind
from desk.foreseeing import foresee
from desk.jobs import Job, Progress, finish
from desk.months import months_of
from desk.own_tasks import own_progress
from desk.publications import Publication
from desk.quality import quality
from desk.scoring.counting import items_of
from desk.scoring.items.booking import events
from desk.scoring.lines import Event, LedgerLine
from desk.scoring.progress.outlook import Outlook
from desk.scoring.results import ScoreTable, UnitScore
from desk.scoring.rounding import Roundings, roundings
from desk.scoring.scheme import Purpose, Scheme
from desk.scoring.years import on_day, target_year
from desk.store import Store
from desk.surveys.stretch import stretch_before, stretch_of, stretch_year_ago
from desk.surveys.survey import Counted, GroupSurvey, Record, Survey, UnitSurvey
from desk.surveys.unit_months import MONTHS, UnitMonths
from desk.surveys.unit_quality import UnitQuality
from desk.units import Unit, successors

_STEPS = 7
_WEIGHED = (FactKind.SUBMISSION, FactKind.ADOPTION)  # what is counted with a weight (计条)


def survey(store: Store, first: date, last: date, *, office: str, today: date) -> Survey:
    """Read it all at once; raises NotAllowedError for swapped days."""
    return finish(surveying(store, first, last, office=office, today=today))


def surveying(store: Store, first: date, last: date, *, office: str, today: date) -> Job[Survey]:
    """Read the books of some days and of those they are compared with, step by step."""
    yield Progress(0, _STEPS, "正在算本期得分")
    table, closing = shown(store, first, last, today=today)
    with store.read() as work:
        schemes = work.catalogue.schemes()
        publications, topics = work.catalogue.publications(), work.lists.topics()
        into = successors(work.registry.unit_changes())
        quotas = work.registry.quotas(target_year(_of_points(schemes), last))
    stretch = stretch_of(schemes, first, last)
    before, year_ago = stretch_before(schemes, stretch), stretch_year_ago(schemes, stretch)
    yield Progress(1, _STEPS, "正在算全年累计")
    so_far = _of(store, stretch.begin, last, today) if stretch.begin < first else table
    yield Progress(2, _STEPS, "正在算上一时段")
    former = _of(store, before.first, before.last, today)
    yield Progress(3, _STEPS, "正在算去年同期")
    last_year = _of(store, year_ago.first, year_ago.last, today)
    yield Progress(4, _STEPS, "正在推算全年")
    outlooks = foresee(store, so_far, today)
    yield Progress(5, _STEPS, "正在汇总逐月和来稿")
    months, sent = months_of(store, last.year, today), quality(store, first, last)
    yield Progress(6, _STEPS, "正在列采用明细")
    known = _Known(
        _by_unit(so_far),
        _by_unit(former),
        _by_unit(last_year),
        _with_merged(last_year, into),
        {one.score.unit.id: one for one in outlooks},
        {one.unit.id: one for one in months},
        {one.unit.id: one for one in sent.units},
        *_happened(store, so_far),
        {one.unit_id: one.exempt for one in quotas},
    )
    return Survey(
        office,
        stretch,
        today,
        table,
        so_far,
        former,
        last_year,
        before,
        year_ago,
        known.groups(table),
        closing,
        tuple(publications),
        tuple(one.name for one in topics),
        sent.reasons,
        own_progress(store, last.year, min(last, today)),
        _roundings(schemes, last),
        compare(store, closing.id).units if closing else (),
    )


def _of(store: Store, first: date, last: date, today: date) -> ScoreTable:
    return shown(store, first, last, today=today)[0]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read, by unit id."""

    so_far: Mapping[int, UnitScore]
    before: Mapping[int, UnitScore]
    year_ago: Mapping[int, UnitScore]
    points_year_ago: Mapping[int, Decimal]
    outlooks: Mapping[int, Outlook]
    months: Mapping[int, UnitMonths]
    sent: Mapping[int, UnitQuality]
    records: Mapping[int, Sequence[Record]]
    counted: Mapping[int, Sequence[Counted]]
    exempt: Mapping[int, str]

    def groups(self, table: ScoreTable) -> tuple[GroupSurvey, ...]:
        """Every unit of a table with all that is known of it."""
        return tuple(
            GroupSurvey(group.group, tuple(map(self._unit, group.units))) for group in table.groups
        )

    def _unit(self, score: UnitScore) -> UnitSurvey:
        unit = score.unit
        none, zeros = (None,) * MONTHS, (0,) * MONTHS
        return UnitSurvey(
            score,
            self.so_far.get(unit.id, score),
            self.months.get(unit.id) or UnitMonths(unit, none, zeros, zeros),
            self.sent.get(unit.id) or UnitQuality(unit),
            self.outlooks.get(unit.id),
            self.before.get(unit.id),
            self.year_ago.get(unit.id),
            self.points_year_ago.get(unit.id),
            tuple(self.records.get(unit.id, ())),
            tuple(self.counted.get(unit.id, ())),
            self.exempt.get(unit.id, ""),
        )


def _of_points(schemes: Sequence[Scheme]) -> list[Scheme]:
    return [one for one in schemes if one.purpose is Purpose.POINTS]


def _roundings(schemes: Sequence[Scheme], last: date) -> Roundings:
    held = on_day(schemes, last, Purpose.POINTS)
    return roundings(held.clauses if held else ())


def _by_unit(table: ScoreTable) -> dict[int, UnitScore]:
    return {one.unit.id: one for one in table.units}


def _with_merged(table: ScoreTable, into: Mapping[int, int]) -> dict[int, Decimal]:
    """Every unit's points with those of the units that were merged into it."""
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for one in table.units:
        found[into.get(one.unit.id, one.unit.id)] += one.points
    return dict(found)


_ByUnit = tuple[dict[int, list[Record]], dict[int, list[Counted]]]


def _happened(store: Store, so_far: ScoreTable) -> _ByUnit:
    """What stands of the year so far, and what counted, by unit and day."""
    first, last = so_far.first, so_far.last
    with store.read() as work:
        basis = basis_of(work, last.year, since=first.year)
        facts = facts_of(work, basis, first, last)
        topics = work.drafts.topics({one.item_id for one in facts if one.item_id})
    gone = {one.reverses for one in facts if one.kind is FactKind.REVERSAL}
    points = _earned(so_far)
    units = {one.id: one for one in basis.units}
    carriers = {one.id: one for one in basis.publications}
    found: defaultdict[int, list[Record]] = defaultdict(list)
    counted: defaultdict[int, list[Counted]] = defaultdict(list)
    for event in events(facts, basis):
        fact = event.fact
        if first <= fact.day <= last:
            counted[event.unit_id].extend(_counted(event, carriers))
        stands = fact.kind is not FactKind.REVERSAL and fact.id not in gone
        if stands and first <= fact.day <= last and event.unit_id in units:
            worth = points.get((fact.id, event.unit_id), Decimal(0))
            found[event.unit_id].append(
                _record(event, units[event.unit_id], worth, carriers, topics)
            )
    return found, counted


def _counted(event: Event, carriers: Mapping[int, Publication]) -> Iterator[Counted]:
    """What an event changes of how many things its unit has."""
    day, outcome = event.fact.day, event.outcome
    if event.fact.matter not in _WEIGHED and event.credited:
        once = -1 if event.fact.kind is FactKind.REVERSAL else 1
        yield Counted(day, event.fact, once, Fraction(once), None, outcome)
    for fact, weight in event.counts:
        if weight and fact.matter in _WEIGHED:
            carrier = carriers.get(fact.publication_id or 0)
            tier = carrier.tier if carrier else None
            yield Counted(day, fact, items_of(weight), weight, tier, outcome)


def _earned(table: ScoreTable) -> dict[tuple[int, int], Decimal]:
    """What all lines of a fact add up to for a unit."""
    found: defaultdict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for unit in table.units:
        for line in unit.lines:
            if isinstance(line, LedgerLine):
                found[line.earned_by.id, unit.unit.id] += line.points
    return found


def _record(
    event: Event,
    unit: Unit,
    points: Decimal,
    carriers: Mapping[int, Publication],
    topics: Mapping[int, tuple[str, ...]],
) -> Record:
    fact = event.fact
    carrier = carriers.get(fact.publication_id or 0)
    section = carrier.section(fact.section_id) if carrier else None
    return Record(
        fact,
        unit,
        points,
        carrier.name if carrier else "",
        section.name if section else "",
        carrier.tier if carrier else None,
        event.gate,
        topics.get(fact.item_id, ()),
    )
