"""Opening a ten-year store of an earlier version: its backup, every step, what a version adds."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta

from sqlcipher3 import dbapi2

from db.engine import PAGE_BYTES, connect
from db.keys import read_key
from desk.paths import Paths
from main import open_store
from tests.bench.measuring import Measurement, Plan, timed
from tests.samples.stores import Sample, samples

_STEPS = (8, 22, 25)  # 0.4.0, 0.7.0 and 0.8.0
_RECORDS = 400_000  # of the audit trail: eight a draft
_BAR_S = 10
_MINUTES = 12  # between two records


def measure(plan: Plan) -> Iterator[Measurement]:
    """Open the ten-year office as programs of three versions would have left it."""
    records = _RECORDS // 50 if plan.quick else _RECORDS
    for sample in samples():
        if sample.step in _STEPS:
            taken_s = _opened(plan, sample, records)
            yield Measurement(
                f"open a ten-year store of {sample.release} (step {sample.step})",
                taken_s,
                taken_s,
                "s",
                _BAR_S,
                f"once: check, backup, {records} audit records chained",
            )


def _opened(plan: Plan, sample: Sample, records: int) -> float:
    paths = Paths(plan.scratch / str(sample.step))
    sample.put(paths)
    _fill(paths, plan.office, records)
    taken_ms = timed(lambda: open_store(paths).close())
    shutil.rmtree(paths.data)
    return taken_ms / 1000


def _fill(paths: Paths, office: Paths, records: int) -> None:
    """Put the ten-year office into a store of an earlier schema, column by column of both."""
    with closing(connect(paths.store, read_key(paths.store))) as store:
        store.execute("PRAGMA foreign_keys = OFF")
        store.execute(f"PRAGMA cipher_default_page_size = {PAGE_BYTES}")
        key = read_key(office.store)
        store.execute(f"ATTACH ? AS office KEY \"x'{key}'\"", (str(office.store),))
        store.execute("BEGIN")
        for table in _tables(store, "main") & _tables(store, "office") - {"meta", "audit"}:
            if not store.execute(f'SELECT 1 FROM office."{table}" LIMIT 1').fetchone():  # noqa: S608
                continue  # what every office has of lists stays as that version began it
            both = ", ".join(f'"{one}"' for one in _columns(store, table))
            store.execute(f'DELETE FROM main."{table}"')  # noqa: S608 - names of our own
            store.execute(
                f'INSERT INTO main."{table}" ({both}) SELECT {both} FROM office."{table}"'  # noqa: S608
            )
        store.executemany(
            'INSERT INTO audit ("when", who, action, subject, detail) VALUES (?, ?, ?, ?, ?)',
            (_record(number) for number in range(records)),
        )
        store.execute("COMMIT")
        store.execute("DETACH office")


def _record(number: int) -> tuple[str, str, str, str, str]:
    when = datetime(2017, 1, 1) + timedelta(minutes=_MINUTES * number)  # noqa: DTZ001 - as stored
    return f"{when}.000000", "周静怡", "改稿件", f"draft:{number // 8 + 1}", "按检查结果修改 3 处"


def _tables(store: dbapi2.Connection, name: str) -> set[str]:
    """The tables, those of the search index as they lie under it."""
    rows = store.execute(f"SELECT name, sql FROM {name}.sqlite_master WHERE type = 'table'")  # noqa: S608
    return {one for one, sql in rows if sql.startswith("CREATE TABLE")}


def _columns(store: dbapi2.Connection, table: str) -> list[str]:
    """The columns that both stores have."""
    lists = (
        [row[1] for row in store.execute(f'PRAGMA {name}.table_info("{table}")')]
        for name in ("main", "office")
    )
    mine, theirs = lists
    return [one for one in mine if one in theirs]
