"""Use case: what every unit reached month by month (逐月); reckoned once, kept while it holds."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from desk.assessing import basis_of, facts_of
from desk.facts import Fact
from desk.repositories.month_totals import MonthTotal
from desk.scoring.basis import Basis
from desk.scoring.counting import Tally, tally
from desk.scoring.items.booking import events
from desk.scoring.lines import Event
from desk.scoring.totals import score
from desk.store import Store
from desk.surveys.unit_months import MONTHS, UnitMonths
from desk.units import Unit

EDITION = 2  # raised with whatever makes the same facts worth something else, as a mended fault
_NONE = tally(())


def months_of(store: Store, year: int, today: date) -> tuple[UnitMonths, ...]:
    """Every unit's months of a calendar year up to today, units in the registry's order."""
    wanted = dict(_months(year, today))
    first, last = date(year, 1, 1), min(date(year, MONTHS, 31), today)
    with store.read() as work:
        basis = basis_of(work, year)
        key = digest(basis)
        found = work.month_totals.of(key, year * 100 + 1, year * 100 + MONTHS)
        kept = [one for one in found if wanted.get(one.ym) == one.until]
        if not basis.units or wanted.keys() <= {one.ym for one in kept}:
            return tuple(_by_unit(kept, basis.units))
        facts, as_of = facts_of(work, basis, first, last), work.audit.last_id()
    kept = list(_reckoned(basis, facts, first, last))
    with store.begin() as work:
        if work.audit.last_id() == as_of:  # else something was changed while this was reckoned
            work.month_totals.keep(key, kept)
    return tuple(_by_unit(kept, basis.units))


def digest(basis: Basis) -> str:
    """What tells one basis from another: any change in it makes the totals new."""
    parts = (
        EDITION, basis.units, basis.groups, basis.quotas, basis.schemes, basis.publications,
        sorted(basis.specials.items()),
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _months(year: int, today: date) -> Iterator[tuple[int, date]]:
    """The months of a year that have begun, and the day up to which each can be reckoned."""
    for month in range(1, MONTHS + 1):
        if date(year, month, 1) <= today:
            yield year * 100 + month, min(_end(year, month), today)


def _end(year: int, month: int) -> date:
    return date(year + month // MONTHS, month % MONTHS + 1, 1) - timedelta(1)


def _reckoned(basis: Basis, facts: Sequence[Fact], first: date, last: date) -> Iterator[MonthTotal]:
    points: defaultdict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for found in score(basis, facts, first, last, today=last).units:
        for line in found.lines:
            points[found.unit.id, _ym(line.day)] += line.points
    counts = _counts(basis, facts, first, last)
    for ym, until in _months(first.year, last):
        for unit in basis.units:
            at = unit.id, ym
            told = counts.get(at, _NONE)
            yield MonthTotal(ym, unit.id, points[at], told.submitted, told.adopted, until)


def _counts(
    basis: Basis, facts: Sequence[Fact], first: date, last: date
) -> dict[tuple[int, int], Tally]:
    """What each unit sent and saw adopted in each month, as the schemes count it."""
    held: defaultdict[tuple[int, int], list[Event]] = defaultdict(list)
    for event in events(facts, basis):
        if first <= event.fact.day <= last:
            held[event.unit_id, _ym(event.fact.day)].append(event)
    return {at: tally(found) for at, found in held.items()}


def _ym(day: date) -> int:
    return day.year * 100 + day.month


def _by_unit(totals: Iterable[MonthTotal], units: Iterable[Unit]) -> Iterator[UnitMonths]:
    held = {(one.unit_id, one.ym % 100): one for one in totals}
    for unit in units:
        row = [held.get((unit.id, month)) for month in range(1, MONTHS + 1)]
        yield UnitMonths(
            unit,
            tuple(one.points if one else None for one in row),
            tuple(one.submitted if one else 0 for one in row),
            tuple(one.adopted if one else 0 for one in row),
        )
