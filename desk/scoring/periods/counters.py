"""Counters (累计触发): what follows when something has happened so many times."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from desk.facts import Fact, FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.periods import Counter, Turn, Zero
from desk.scoring.items.identity import alike, item_of
from desk.scoring.lines import Event, PeriodLine, Stage
from desk.scoring.periods.history import History
from desk.scoring.periods.plan import Judged, Plan
from desk.scoring.periods.spans import Period, period_of, year_of
from desk.scoring.periods.wording import figure, happening
from desk.scoring.periods.writing import period_line
from desk.units import Unit

ZEROED = {Zero.MONTH: Span.MONTH, Zero.QUARTER: Span.QUARTER, Zero.YEAR: Span.YEAR}


@dataclass(frozen=True, slots=True)
class ZeroChange:
    """From ``day`` on a period counts for nothing, or does so no more."""

    day: date
    first: date
    last: date
    begins: bool
    judged: Judged[Counter]
    why: str


@dataclass(slots=True)
class Followed:
    """What followed from all counters of a unit."""

    lines: list[PeriodLine] = field(default_factory=list)
    zeros: list[ZeroChange] = field(default_factory=list)
    barred: list[str] = field(default_factory=list)


def followed(unit: Unit, plan: Plan, history: History) -> Followed:
    """Count up all that happened to a unit; what was reversed is counted no more."""
    found = Followed()
    for judged in plan.counters:
        if judged.holds_of(unit):
            tallies = _count(judged, unit, history, found)
            if judged.clause.disqualifies:
                found.barred += _barred(judged, tallies, plan)
    return found


def _count(
    judged: Judged[Counter], unit: Unit, history: History, found: Followed
) -> Mapping[int, list[Event]]:
    """Add what followed from one counter; gives what counts in the end, by period."""
    tallies: defaultdict[int, list[Event]] = defaultdict(list)
    for event, place, tally in _changes(judged, history, tallies):
        before, tallies[place] = tallies[place], tally
        was, now = _triggers(judged.clause, before), _triggers(judged.clause, tally)
        if len(was) != len(now) and judged.clause.points:
            found.lines.append(_line(judged, place, unit, event, (len(was), len(now), len(tally))))
        found.zeros += _zero_changes(judged, event, was, now)
    return tallies


def _changes(
    judged: Judged[Counter], history: History, tallies: defaultdict[int, list[Event]]
) -> Iterator[tuple[Event, int, list[Event]]]:
    """Each event that is counted or counted no more, with its period's tally after it.

    What is taken back in a later year changes nothing of a year that is over.
    """
    gone: set[int] = set()
    for event in history.of_matter(judged.clause.matter):
        fact = event.fact
        if not event.credited:
            continue
        if fact.kind is FactKind.REVERSAL:
            gone.add(fact.reverses)
            for place, held in list(tallies.items()):
                meant = next((one for one in held if _is_meant(one.fact, fact)), None)
                year = year_of(judged.periods[place].last, judged.terms.scheme)
                if meant is not None and fact.day <= year.last:
                    yield event, place, [one for one in held if one is not meant]
        elif (
            judged.of_day.get(fact.day)
            and (not fact.id or fact.id not in gone)
            and history.occurs(judged, event)
        ):
            for place in judged.of_day[fact.day]:
                yield event, place, [*tallies[place], event]


def _is_meant(fact: Fact, reversal: Fact) -> bool:
    """Whether a reversal takes this fact back; one that names none, the first of an item alike."""
    if reversal.reverses:
        return fact.id == reversal.reverses
    item = item_of(fact, 0)
    return item is not None and item == item_of(reversal, 0) and alike(fact, reversal)


def _triggers(clause: Counter, tally: list[Event]) -> list[tuple[int, Event]]:
    """The events at which the counter was full, each with its number from 1."""
    times = max(clause.times, 1)
    numbered = list(enumerate(tally, start=1))
    if clause.turn is Turn.ONCE:
        return numbered[times - 1 : times]
    if clause.turn is Turn.EACH_FROM:
        return numbered[times - 1 :]
    return numbered[times - 1 :: times]


def _line(
    judged: Judged[Counter], place: int, unit: Unit, event: Event, counts: tuple[int, int, int]
) -> PeriodLine:
    was, now, held = counts
    clause, period = judged.clause, judged.periods[place]
    points = clause.points * (now - was)
    what = happening(clause)
    if now > was:
        text = f"{period.name}第 {held} 次{what}，{_amount(points)}"
    else:
        text = f"{period.name}冲销 1 次{what}，余下 {held} 次，先前的分收回：{_amount(points)}"
    said = f"{what}累计（{period.name}）", text, clause.component
    return period_line(judged, unit.id, event.fact.day, Stage.COUNTER, points, *said)


def _amount(points: Decimal) -> str:
    return f"{'加' if points > 0 else '扣'} {figure(abs(points))} 分"


def _zero_changes(
    judged: Judged[Counter],
    event: Event,
    was: list[tuple[int, Event]],
    now: list[tuple[int, Event]],
) -> Iterator[ZeroChange]:
    if judged.clause.zero is Zero.NONE:
        return
    before, after = _zeroed(judged, was), _zeroed(judged, now)
    for period, why in before.items():
        if period not in after:
            yield _zero_change(judged, event.fact.day, period, why, begins=False)
    for period, why in after.items():
        if period not in before:
            yield _zero_change(judged, event.fact.day, period, why, begins=True)


def _zero_change(
    judged: Judged[Counter], day: date, period: Period, why: str, *, begins: bool
) -> ZeroChange:
    return ZeroChange(day, period.first, period.last, begins, judged, why)


def _zeroed(judged: Judged[Counter], triggers: list[tuple[int, Event]]) -> dict[Period, str]:
    """The periods that count for nothing, each with the first reason."""
    found: dict[Period, str] = {}
    for number, event in triggers:
        period = _around(event.fact.day, ZEROED[judged.clause.zero], judged)
        found.setdefault(period, _reason(judged, number, event))
    return found


def _around(day: date, span: Span, judged: Judged[Counter]) -> Period:
    """The period of a day; the natural one where the scheme's windows leave it out."""
    scheme = judged.terms.scheme
    if span is Span.YEAR:
        return year_of(day, scheme)
    found = period_of(day, span, scheme) or period_of(day, span, replace(scheme, windows=()))
    return found or year_of(day, scheme)


def _barred(judged: Judged[Counter], tallies: Mapping[int, list[Event]], plan: Plan) -> list[str]:
    """Why the unit may not be honoured on the last day: the first reason of each period."""
    found = (
        _reason(judged, number, event) + judged.by
        for _, tally in sorted(tallies.items())
        for number, event in _triggers(judged.clause, tally)[:1]
        if plan.lasts(event.fact.day)
    )
    return list(dict.fromkeys(found))


def _reason(judged: Judged[Counter], number: int, event: Event) -> str:
    return f"{event.fact.day:%Y-%m-%d} 第 {number} 次{happening(judged.clause)}"
