"""The audit trail of a million records: its upgrade, its list and filters, its verification."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from db.engine import connect, migrating, writer
from db.keys import read_key
from db.migrations import m0026_audit_chain
from db.store import SqlStore
from desk.audit import AuditQuery
from desk.audit_check import check_trail
from desk.jobs import finish
from desk.paths import Paths
from tests.bench.measuring import Measurement, Plan, percentile, repeated, summary, timed
from tests.bench.window import NOW

_RECORDS, _FEW = 1_000_000, 50_000
_PAGE, _SHOWN = 50, 200  # rows on the screen, numbers read before all
_FORMER = (
    "CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    ' "when" DATETIME, who TEXT, action TEXT, subject TEXT, detail TEXT)'
)
_ACTIONS = ("改稿件", "登记来稿", "编入刊物", "打印", "导出台账")
_FIRST = datetime(2017, 1, 1)  # noqa: DTZ001 - as stored
_STEP = timedelta(minutes=5)


def measure(plan: Plan) -> Iterator[Measurement]:
    """Chain a trail of an earlier version, list it, filter it and walk it."""
    count = _FEW if plan.quick else _RECORDS
    paths = Paths(plan.scratch / "trail")
    SqlStore.open(paths, clock=lambda: NOW).close()
    yield _per_million("chain a million records (m0026)", _upgraded(paths, count), count)
    store = SqlStore.open(paths, clock=lambda: NOW)
    try:
        yield from _listed(store, plan.times(9))
        taken_s = [timed(lambda: finish(check_trail(store))) / 1000 for _ in range(plan.times(2))]
        yield _per_million("verify a million records", percentile(taken_s, 0.5), count)
    finally:
        store.close()


def _upgraded(paths: Paths, count: int) -> float:
    """Put a trail without a chain in place and take the step; returns its seconds."""
    key = read_key(paths.store)
    connection = connect(paths.store, key)
    connection.execute("DROP TABLE audit")
    connection.execute(_FORMER)
    connection.execute("BEGIN")
    connection.executemany(
        'INSERT INTO audit ("when", who, action, subject, detail) VALUES (?, ?, ?, ?, ?)',
        (_record(number) for number in range(count)),
    )
    connection.execute("COMMIT")
    connection.close()
    engine = writer(paths.store, key)

    def step() -> None:
        with migrating(engine) as one:
            m0026_audit_chain.upgrade(one)

    try:
        return timed(step) / 1000
    finally:
        engine.dispose()


def _listed(store: SqlStore, times: int) -> Iterator[Measurement]:
    everything = AuditQuery()
    asked: dict[str, tuple[AuditQuery, int | None, float | None]] = {
        "first page": (everything, _SHOWN, 300),
        "all, counted behind the first page": (everything, None, None),
        "one year": (AuditQuery(date(2017, 1, 1), date(2017, 12, 31)), None, None),
        "words": (AuditQuery(words="检查 97"), None, None),
    }
    for name, (query, limit, bar) in asked.items():
        found = 0

        def look(query: AuditQuery = query, limit: int | None = limit) -> None:
            nonlocal found
            with store.read() as work:
                ids = work.audit.ids(query, limit)
                found = len(ids)
                work.audit.page(ids[:_PAGE])

        taken_ms = repeated(look, times)
        yield summary(f"audit list: {name}", taken_ms, bar=bar, note=f"{found:,} found")


def _per_million(name: str, taken_s: float, count: int) -> Measurement:
    scaled = taken_s * _RECORDS / count
    return Measurement(name, scaled, scaled, "s", note=f"{count:,} in {taken_s:.2f} s")


def _record(number: int) -> tuple[str, str, str, str, str]:
    action = _ACTIONS[number % len(_ACTIONS)]
    detail = f"按检查结果修改 {number % 1000} 处"
    return f"{_FIRST + _STEP * number}.000000", "周静怡", action, f"draft:{number // 8 + 1}", detail
