"""Use case: what the figures of a year so far promise for its end (进度)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desk.assessing import assess, basis_of
from desk.facts import Fact, FactKind
from desk.publications import Publication, Tier
from desk.scoring.basis import Basis
from desk.scoring.ledger import ledger_lines
from desk.scoring.lines import LedgerLine
from desk.scoring.progress.gap import Offer, gap_in_words
from desk.scoring.progress.outlook import LastYear, Outlook, by_last_year, forecast, on_time, rush
from desk.scoring.progress.pace import pace
from desk.scoring.progress.pacing import pacing_of
from desk.scoring.results import ScoreTable, UnitScore
from desk.store import Store
from desk.units import successors

_HYPOTHETICAL = "offer"
_SHORT_FORMS = ("简讯", "要情", "动态", "信息", "快讯")


@dataclass(frozen=True, slots=True)
class _Known:
    """What outlooks are made of, by unit id."""

    facts: Mapping[int, Sequence[Fact]]
    last_year: Mapping[int, LastYear]
    silence: Mapping[int, date]  # the day of the last point up to the days looked at
    basis: Basis
    last: date


def foresee(store: Store, table: ScoreTable, today: date) -> tuple[Outlook, ...]:
    """The outlook of every unit of a table, in its order."""
    last = min(table.last, today)
    former = _before(table.first), _before(max(table.first, last))
    year = date(former[0].year, 1, 1), date(former[0].year, 12, 31)
    same, whole = assess(store, *former), assess(store, *year)
    with store.read() as work:
        basis = basis_of(work, table.last.year)
        facts = work.ledger.between(table.first, table.last)
        into = successors(work.registry.unit_changes())
    by_unit: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_unit[fact.unit_id].append(fact)
    known = _Known(
        by_unit,
        _last_year(same, whole, into),
        {one.unit.id: day for one in whole.units if (day := _last_point(one))},
        basis,
        last,
    )
    return tuple(_outlook(score, table, known) for score in table.units)


def offers_of(store: Store, score: UnitScore, last: date) -> tuple[Offer, ...]:
    """What one more adoption in each of the office's own places would earn a unit on a day."""
    with store.read() as work:
        basis = basis_of(work, last.year)
    return tuple(_offers(score, _Known({}, {}, {}, basis, last)))


def _last_year(same: ScoreTable, whole: ScoreTable, into: Mapping[int, int]) -> dict[int, LastYear]:
    """Last year's points of every unit with those of the units merged into it."""
    so_far, in_all = _sums(same, into), _sums(whole, into)
    return {
        unit_id: LastYear(points, in_all.get(unit_id, Decimal(0)))
        for unit_id, points in so_far.items()
    }


def _sums(table: ScoreTable, into: Mapping[int, int]) -> dict[int, Decimal]:
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for one in table.units:
        found[into.get(one.unit.id, one.unit.id)] += one.points
    return found


def _before(day: date) -> date:
    """The same day a year before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _outlook(score: UnitScore, table: ScoreTable, known: _Known) -> Outlook:
    unit_id = score.unit.id
    former = known.last_year.get(unit_id)
    facts = known.facts.get(unit_id, ())
    gone = pace(table.first, known.last, pacing_of(known.basis, table.last))
    missing = (score.quota or Decimal(0)) - score.points
    return Outlook(
        score,
        forecast(score.points, gone),
        by_last_year(score.points, former),
        former.so_far if former else None,
        _silent_since(score, table.first, known),
        rush(facts, known.last),
        on_time([fact.particulars.outcome for fact in facts]),
        gap_in_words(missing, list(_offers(score, known))) if missing > 0 else "",
    )


def _last_point(score: UnitScore) -> date | None:
    return max((line.day for line in score.lines if line.points > 0), default=None)


def _silent_since(score: UnitScore, first: date, known: _Known) -> date | None:
    """The day after the last point of a unit without points; of an unknown one, the first day."""
    if not score.zero:
        return None
    before = _last_point(score) or known.silence.get(score.unit.id)
    return before + timedelta(1) if before else first


def _offers(score: UnitScore, known: _Known) -> Iterator[Offer]:
    """What one adoption in each of the office's own places would earn the unit."""
    places = list(_places(known.basis.publications))
    facts = [
        Fact(
            FactKind.ADOPTION,
            known.last,
            score.unit.id,
            "",
            f"{_HYPOTHETICAL}:{number}",
            publication.id,
            section_id,
        )
        for number, (publication, section_id, _) in enumerate(places)
    ]
    used = _used(score.lines)
    earned: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in ledger_lines(facts, known.basis):
        earned[line.fact.source] += line.points
    for number, (publication, _, name) in enumerate(places):
        points = earned[f"{_HYPOTHETICAL}:{number}"]
        if points > 0:
            word = "条" if name.endswith(_SHORT_FORMS) else "篇"
            yield Offer(name, points, word, used[publication.name, name])


def _places(publications: Iterable[Publication]) -> Iterator[tuple[Publication, int | None, str]]:
    """Where the office prints: its own sections, or whole publications without any."""
    for one in publications:
        if one.tier is Tier.OWN and one.active:
            for section in one.sections:
                yield one, section.id, section.name
            if not one.sections:
                yield one, None, one.name


def _used(lines: Iterable[object]) -> Counter[tuple[str, str]]:
    """How often each place was used."""
    return Counter(
        (line.publication, line.section or line.publication)
        for line in lines
        if isinstance(line, LedgerLine) and line.adopted > 0
    )
