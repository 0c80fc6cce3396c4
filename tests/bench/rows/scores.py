"""Scores: a year of 200 units with every line, and ten years."""

from collections.abc import Iterator
from datetime import date

from db.store import SqlStore
from desk.assessing import assess
from desk.auditing import By
from desk.demo.founding import found
from desk.months import months_of
from desk.paths import Paths
from tests.bench.measuring import Measurement, Plan, repeated, summary, timed
from tests.bench.office import TODAY
from tests.bench.window import NOW
from tests.bench.years import UNITS, book, fill_up

_ITEMS = 5_000  # a tenth of ten years' 50,000
_MANY, _FEW, _YEARS = 666_700, 20_000, 10  # with those printed a million facts


def measure(plan: Plan) -> Iterator[Measurement]:
    """Read the facts and score them, as the window and the verb do."""
    yield _year(plan)
    store = SqlStore.open(plan.office, clock=lambda: NOW)
    first = date(TODAY.year - 10, 1, 1)
    table = assess(store, first, TODAY, today=TODAY)
    lines = sum(len(unit.lines) for unit in table.units)
    note = f"{len(list(table.units))} units, {lines:,} lines"
    samples = repeated(lambda: assess(store, first, TODAY, today=TODAY), plan.times(5), warm=0)
    yield summary("scores of ten years, every line", samples, bar=3_000, note=note)
    store.close()
    yield from _totals(plan)


def _year(plan: Plan) -> Measurement:
    store = SqlStore.open(Paths(plan.scratch / "200"), clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    fill_up(store)
    booked = book(store, _ITEMS, TODAY.year)
    first = date(TODAY.year, 1, 1)
    samples = repeated(lambda: assess(store, first, TODAY, today=TODAY), plan.times(20))
    store.close()
    note = f"{booked:,} facts, read from the store"
    return summary(f"scores of one year, {UNITS} units, every line", samples, bar=300, note=note)


def _totals(plan: Plan) -> Iterator[Measurement]:
    """A year's totals by month, and the year itself, out of ten years of facts."""
    store = SqlStore.open(Paths(plan.scratch / "million"), clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    fill_up(store)
    items = (_FEW if plan.quick else _MANY) // _YEARS
    booked = sum(book(store, items, TODAY.year - back) for back in range(_YEARS))
    before = TODAY.year - 1
    reckoned = timed(lambda: months_of(store, before, TODAY))
    samples = repeated(lambda: months_of(store, before, TODAY), plan.times(20))
    note = f"{booked:,} facts; the first time, reckoned and kept, {reckoned:,.0f} ms"
    yield summary("totals of a year by unit and month", samples, bar=50, note=note)
    first, last = date(before, 1, 1), date(before, 12, 31)
    samples = repeated(lambda: assess(store, first, last, today=TODAY), plan.times(3), warm=0)
    lines = sum(len(unit.lines) for unit in assess(store, first, last, today=TODAY).units)
    note = f"one of ten years of {booked:,} facts, {lines:,} lines"
    yield summary("scores of a year among 1,000,000 facts", samples, note=note)
    store.close()
