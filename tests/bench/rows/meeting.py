"""The meeting: the survey, the quarter's charts and the pack of 200 units."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from db.store import SqlStore
from desk.auditing import By
from desk.demo.founding import found
from desk.jobs import finish
from desk.packs.packing import pack
from desk.paths import Paths
from desk.reports.charts.catalogue import CHARTS
from desk.reports.charts.chart import Chart, Paper
from desk.reports.charts.page_bytes import page_bytes
from desk.store import Store
from desk.surveys.survey import Survey
from desk.surveys.surveying import survey
from tests.bench.measuring import Measurement, Plan, repeated, summary, timed
from tests.bench.office import TODAY
from tests.bench.window import NOW
from tests.bench.years import UNITS, book, fill_up

_QUARTER = date(TODAY.year, 7, 1), date(TODAY.year, 9, 30)
_ITEMS = 5_000  # a year
_OFFICE = "云岭县人民政府办公室"


def measure(plan: Plan) -> Iterator[Measurement]:
    """Two years of 200 units: what a quarter's meeting waits for."""
    store = SqlStore.open(Paths(plan.scratch / "meeting"), clock=lambda: NOW)
    found(store, TODAY, by=By("基准", NOW))
    fill_up(store)
    booked = sum(book(store, _ITEMS, TODAY.year - back) for back in range(2))
    note = f"{UNITS} units, two years, {booked:,} facts"
    samples = repeated(lambda: _survey(store), plan.times(5), warm=0)
    yield summary("survey of a quarter", samples, note=note)
    held = _survey(store)
    first = timed(lambda: _draw(CHARTS[0], held))
    slowest = max(CHARTS[1:], key=lambda one: timed(lambda: _draw(one, held)))
    for chart in (CHARTS[0], slowest):
        samples = repeated(lambda one=chart: _draw(one, held), plan.times(5), warm=0)
        pages = len(chart.draw(held, Paper.ACROSS))
        told = f"{UNITS} units, all {pages} pages as PNG at 200 dpi"
        told += f"; the first one, with matplotlib's import, {first:.0f} ms"
        yield summary(f"quarter chart: {chart.title}", samples, bar=1_000, note=told)
    numbers = count(1)
    samples = repeated(lambda: _pack(store, plan, next(numbers)), plan.times(3), warm=0)
    yield summary("meeting pack", samples, bar=10_000, note=note)
    store.close()


def _survey(store: Store) -> Survey:
    return survey(store, *_QUARTER, office=_OFFICE, today=TODAY)


def _draw(chart: Chart, held: Survey) -> None:
    for page in chart.draw(held, Paper.ACROSS):
        page_bytes(page, "png", 200)


def _pack(store: Store, plan: Plan, number: int) -> None:
    folder = plan.scratch / f"pack {number}"
    finish(pack(store, _QUARTER, folder, office=_OFFICE, by=By("基准", NOW)))
