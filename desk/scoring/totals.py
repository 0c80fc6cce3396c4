"""From facts to the score table: the three layers of a scheme, one after another."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desk.facts import Fact
from desk.publications import Tier
from desk.scoring.basis import Basis
from desk.scoring.clauses.results import Conversion, ConversionWay, Figure, Ranking, Rounded
from desk.scoring.counting import Tally, places, tally
from desk.scoring.figures import CENT, TENTH, rounded
from desk.scoring.items.booking import events
from desk.scoring.lines import COMPONENTS, Event, Line
from desk.scoring.periods.figures import unit_figures
from desk.scoring.periods.reach import begin_of
from desk.scoring.progress.pace import pace
from desk.scoring.progress.pacing import pacing_of
from desk.scoring.ranks.people import people
from desk.scoring.ranks.placing import placed
from desk.scoring.ranks.prizes import prizes
from desk.scoring.ranks.ranking import Adoptions
from desk.scoring.results import ScoreTable, UnitFigures, UnitScore
from desk.scoring.rounding import Roundings, roundings, settle
from desk.scoring.scheme import Purpose
from desk.scoring.terms import Terms, timetable
from desk.scoring.years import in_force, target_year
from desk.units import Quota, Unit

_Timetable = Callable[[date], Terms | None]


@dataclass(frozen=True, slots=True)
class _Measure:
    """What all units are measured by: their targets, the part of the year gone by, rounding."""

    quotas: Mapping[int, Quota]
    gone: Fraction
    pace: Decimal  # the same in percent
    how: Roundings


def score(
    basis: Basis,
    facts: Iterable[Fact],
    first: date,
    last: date,
    *,
    today: date | None = None,
    purpose: Purpose = Purpose.POINTS,
) -> ScoreTable:
    """Score every unit over the days from first to last, both included.

    The facts must reach back to ``begin_of`` the first day, and may reach further. The target
    is that of the whole year that holds ``last``, whatever the window; the pace is the part of a
    year the window covers (see ``pace``), counted no further than today. What ends later than
    today (or than the latest fact) is not judged yet. Active units are there without facts too,
    others only with facts. Facts of units not given are left out.
    """
    schemes = [one for one in basis.schemes if one.purpose is purpose]
    terms_at = timetable(schemes, basis)
    terms, begin = terms_at(last), begin_of(first, terms_at)
    found = [one for one in events(facts, basis, purpose) if begin <= one.fact.day <= last]
    measure = _measure(basis, (first, last), today, terms, purpose)
    shown = [one for one in found if one.fact.day >= first]
    until = max(first, min(last, max([today or last, *(one.fact.day for one in shown)])))
    held, window = _by_unit(found), _by_unit(shown)
    scores = [
        _unit_score(
            unit,
            unit_figures(unit, held.get(unit.id, ()), terms_at, basis, (begin, first, until)),
            tally(window.get(unit.id, ())),
            measure,
        )
        for unit in basis.units
        if unit.active or unit.id in window
    ]
    units = {unit.id: unit for unit in basis.units}
    return ScoreTable(
        first,
        last,
        tuple(one.name for one in in_force(schemes, first, last)),
        measure.pace,
        placed(scores, basis.groups, terms, measure.how, _adoptions(window, terms, terms_at)),
        people(shown, units, terms_at),
        prizes(shown, terms, units, terms_at) if terms else (),
        averages=bool(terms and _averages(terms)),
    )


def _measure(
    basis: Basis,
    days: tuple[date, date],
    today: date | None,
    terms: Terms | None,
    purpose: Purpose,
) -> _Measure:
    first, last = days
    schemes = [one for one in basis.schemes if one.purpose is purpose]
    year = target_year(schemes, last)
    quotas = {
        one.unit_id: one.on(last)
        for one in basis.quotas
        if purpose is Purpose.POINTS and one.year == year and not one.exempt
    }
    gone = pace(first, min(last, today or last), pacing_of(basis, last))
    how = roundings(terms.scheme.clauses if terms else ())
    return _Measure(quotas, gone, rounded(gone * 100, TENTH), how)


def _by_unit(found: Iterable[Event]) -> Mapping[int, list[Event]]:
    held: defaultdict[int, list[Event]] = defaultdict(list)
    for event in found:
        held[event.unit_id].append(event)
    return held


def _unit_score(unit: Unit, figures: UnitFigures, counts: Tally, measure: _Measure) -> UnitScore:
    exact = sum((line.points for line in figures.lines), Decimal(0))
    how, gone = measure.how, measure.gone
    points, rate = _total(exact, how), how[Rounded.RATE]
    quota = measure.quotas.get(unit.id)
    target = quota.points if quota else None
    items = quota.items if quota else 0
    gap = Fraction(target) * gone - Fraction(exact) if target else Fraction(0)
    average = Fraction(exact) / counts.counted if counts.counted > 0 else Fraction(0)
    return UnitScore(
        unit=unit,
        rank=0,
        points=points,
        submitted=counts.submitted,
        adopted=counts.adopted,
        rate=settle(counts.rate, rate),
        quota=target,
        quota_items=items,
        completion=settle(Fraction(exact) * 100 / Fraction(target), rate) if target else None,
        pace=measure.pace,
        behind=max(rounded(gap, CENT), Decimal(0)),
        lines=figures.lines,
        raw=_total(figures.raw, how),
        components=_components(figures.lines),
        counted=counts.counted,
        average=settle(average, how[Rounded.AVERAGE]),
        items_completion=settle(Fraction(counts.adopted * 100, items), rate) if items else None,
        tasks=figures.tasks,
        barred=figures.barred,
        failed=figures.failed,
        expected=figures.expected,
    )


def _total(points: Decimal, how: Roundings) -> Decimal:
    told = how.get(Rounded.TOTAL)
    return settle(Fraction(points), told) if told else points


def _components(lines: Sequence[Line]) -> tuple[tuple[str, Decimal], ...]:
    """The sum of each component: those of facts in their order, then the others as they come."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums[line.component] += line.points
    usual = [name for name in COMPONENTS.values() if name in sums]
    return tuple((name, sums[name]) for name in dict.fromkeys([*usual, *sums]))


def _adoptions(
    window: Mapping[int, Sequence[Event]], terms: Terms | None, terms_at: _Timetable
) -> Adoptions:
    """Adoptions by carrier and tier, where a row of 排名 may ask for them."""
    asked = {tie for row in terms.clauses(Ranking) for tie in row.ties} if terms else set()
    if terms is None or asked <= set(Figure):
        return Adoptions()
    names = frozenset({*(one.name for one in terms.publications.values()), *map(str, Tier)})
    return Adoptions(names, {unit: places(held, terms_at) for unit, held in window.items()})


def _averages(terms: Terms) -> bool:
    """Whether the scheme looks at 按条平均."""
    asked = {name for row in terms.clauses(Ranking) for name in (row.figure, *row.ties)}
    ways = {row.way for row in terms.clauses(Conversion)}
    return Figure.AVERAGE in asked or ConversionWay.AVERAGE in ways
