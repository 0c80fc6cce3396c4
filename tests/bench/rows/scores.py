"""Scores: a year of 200 units with every line, ten years, and the quarter's chart."""

from collections.abc import Iterator
from datetime import date
from random import Random

from db.store import SqlStore
from desk.assessing import assess
from desk.auditing import By
from desk.demo.founding import found
from desk.facts import Fact, FactKind
from desk.months import months_of
from desk.paths import Paths
from desk.reports.bullet_chart import bullet_chart
from desk.store import Store
from desk.units import Unit
from tests.bench.measuring import Measurement, Plan, repeated, summary, timed
from tests.bench.office import TODAY
from tests.bench.window import NOW

_UNITS, _ITEMS = 200, 5_000  # a tenth of ten years' 50,000
_MANY, _FEW, _YEARS = 666_700, 20_000, 10  # with those printed a million facts
_ADOPTED_SHARE = 2  # one draft in so many is printed


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
    quarter = assess(store, date(TODAY.year, 7, 1), date(TODAY.year, 9, 30), today=TODAY)
    store.close()
    first_chart = timed(lambda: bullet_chart(quarter, "三季度完成情况"))
    samples = repeated(lambda: bullet_chart(quarter, "三季度完成情况"), plan.times(10), warm=0)
    note = (
        f"60 units, PNG at 200 dpi; the first one, with matplotlib's import, {first_chart:.0f} ms"
    )
    yield summary("quarter chart", samples, bar=1_000, note=note)
    yield from _totals(plan)
    yield Measurement("meeting pack", note="not measured: not built yet")


def _year(plan: Plan) -> Measurement:
    store = SqlStore.open(Paths(plan.scratch / "200"), clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    _fill_up(store)
    booked = _book(store, _ITEMS, TODAY.year)
    first = date(TODAY.year, 1, 1)
    samples = repeated(lambda: assess(store, first, TODAY, today=TODAY), plan.times(20))
    store.close()
    note = f"{booked:,} facts, read from the store"
    return summary(f"scores of one year, {_UNITS} units, every line", samples, bar=300, note=note)


def _fill_up(store: Store) -> None:
    """Make it 200 units."""
    with store.begin() as work:
        groups = work.registry.groups()
        for number in range(_UNITS - len(work.registry.units())):
            group = groups[number % len(groups)].id
            work.registry.save_unit(Unit(f"云岭县第{number}服务中心", f"第{number}中心", group))


def _totals(plan: Plan) -> Iterator[Measurement]:
    """A year's totals by month, and the year itself, out of ten years of facts."""
    store = SqlStore.open(Paths(plan.scratch / "million"), clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    _fill_up(store)
    items = (_FEW if plan.quick else _MANY) // _YEARS
    booked = sum(_book(store, items, TODAY.year - back) for back in range(_YEARS))
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


def _book(store: Store, items: int, year: int) -> int:
    """A year's submissions, half of them printed."""
    random = Random(200)  # noqa: S311 - the same year every time
    with store.begin() as work:
        units = work.registry.units()
        carriers = [one for one in work.catalogue.publications() if one.sections]
        facts = []
        for number in range(items):
            unit, carrier = random.choice(units), random.choice(carriers)
            day = date(year, random.randint(1, 10), random.randint(1, 28))
            title = f"某单位推进第{number}项工作"
            facts.append(Fact(FactKind.SUBMISSION, day, unit.id, title, f"draft:{year}{number}"))
            if number % _ADOPTED_SHARE == 0:
                facts.append(
                    Fact(
                        FactKind.ADOPTION,
                        day,
                        unit.id,
                        title,
                        f"issue:{year}{number}",
                        carrier.id,
                        random.choice(carrier.sections).id,
                    )
                )
        return work.ledger.add(facts)
