"""今日 and the task desk: duties, searching matters, a notice to 120 units."""

from collections.abc import Iterator
from datetime import timedelta

from db.store import SqlStore
from desk.agenda.reading import duties, ground_of
from desk.auditing import By
from desk.commissions import issuing, noting
from desk.commissions.commission import Commission, Outcome, Task
from desk.office_clock import day_of
from desk.store import Store
from tests.bench.measuring import Measurement, Plan, repeated, summary
from tests.bench.window import NOW
from tests.bench.years import UNITS, fill_up

_ASKED = 120  # units of a notice
_OPEN = 60
_YEARS = 10
_A_YEAR = 100  # commissions that are closed, each to ten units
_BY = By("基准", NOW)


def measure(plan: Plan) -> Iterator[Measurement]:
    """A ten-year office of 200 units with 60 open commissions to 120 units each."""
    store = SqlStore.open(plan.own_office("agenda"), clock=lambda: NOW)
    fill_up(store)
    years = 1 if plan.quick else _YEARS
    _past(store, years)
    _open(store)
    note = f"{UNITS} units, {_OPEN} open commissions to {_ASKED}, {years * _A_YEAR} closed ones"
    samples = repeated(lambda: _duties(store), plan.times(20))
    yield summary("今日: every duty", samples, note=note)
    samples = repeated(lambda: _found(store), plan.times(20))
    yield summary("matters found by a word", samples, bar=30, note=note)
    samples = repeated(lambda: _notice(store), plan.times(10))
    yield summary(f"notice kept and issued to {_ASKED} units", samples, note=note)
    store.close()


def _duties(store: Store) -> None:
    with store.read() as work:
        duties(ground_of(work, NOW))


def _found(store: Store) -> None:
    with store.read() as work:
        work.matters.found(["第7"])


def _notice(store: Store) -> None:
    with store.read() as work:
        units = [one.id for one in work.registry.units()][:_ASKED]
    kept = noting.keep(store, _blank("新的约稿", units), by=_BY)
    issuing.issue(store, kept, by=_BY)


def _open(store: Store) -> None:
    with store.begin() as work:
        units = [one.id for one in work.registry.units()][:_ASKED]
        for at in range(_OPEN):
            made = _blank(f"第{at}项重点工作进展情况", units, f"约稿〔{NOW.year}〕{at + 1}号")
            work.matters.save(made, _BY)


def _past(store: Store, years: int) -> None:
    with store.begin() as work:
        units = [one.id for one in work.registry.units()]
        for year in range(1, years + 1):
            for at in range(_A_YEAR):
                then = NOW - timedelta(365 * year + at)
                some = units[at % 20 : at % 20 + 10]
                tasks = tuple(Task(one, outcome=Outcome.ON_TIME) for one in some)
                work.matters.save(
                    Commission(
                        title=f"第{at}项旧工作情况", day=day_of(then), due=then, issued=then,
                        closed=then, number=f"约稿〔{then.year}〕{at + 1}号", tasks=tasks,
                    ),
                    _BY,
                )  # fmt: skip


def _blank(title: str, units: list[int], number: str = "") -> Commission:
    tasks = tuple(Task(one) for one in units)
    due = NOW + timedelta(days=0 if number else 3)
    return Commission(
        title=title, day=day_of(NOW), due=due, number=number,
        issued=NOW if number else None, tasks=tasks, contact="王敏 6621",
    )  # fmt: skip
