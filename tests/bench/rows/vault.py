"""What encryption costs: the keyed store beside a plain SQLite file, unlocking, sealing."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from db.engine import PAGE_BYTES, connect
from db.keys import read_key
from db.locks import KeyFileLocks
from desk.jobs import finish
from desk.paths import Paths
from desk.vault.sealing import seal, unseal
from tests.bench.measuring import Measurement, Plan, percentile, repeated, summary, timed
from tests.bench.window import NOW

_GB = 1_000_000_000
_SEALED, _SEALED_QUICK = 200_000_000, 50_000_000
_PASSWORD = "云岭县的雨季很长"  # noqa: S105 - of a bench
_READS = 500
_TEXT = "县教育局开展校园安全检查" * 60  # a draft's length

Deed = Callable[[dbapi2.Connection], None]


def measure(plan: Plan) -> Iterator[Measurement]:
    """Do the same to both files, then ask for the password, then seal."""
    office = plan.own_office()
    key = read_key(office.store)
    plain_file = _plain(office, key)
    with (
        closing(connect(office.store, key)) as keyed,
        closing(dbapi2.connect(str(plain_file), isolation_level=None)) as plain,
    ):
        for one in (keyed, plain):
            one.execute("PRAGMA journal_mode = WAL").fetchone()
            one.execute("PRAGMA synchronous = FULL")
            one.execute("PRAGMA cache_size = -16000")
            one.execute("CREATE TABLE bench (at INTEGER, text TEXT)")
        yield _compared("commit", _commit, keyed, plain, plan.times(200) * 4)
        yield _compared(f"{_READS} point reads, warm", _read, keyed, plain, plan.times(20) * 4)
        yield _compared("read everything", _read_all, keyed, plain, plan.times(5))
    yield _unlocked(office, key, plan.times(9))
    yield from _sealed(plan.scratch, _SEALED_QUICK if plan.quick else _SEALED)


def _plain(office: Paths, key: str) -> Path:
    """The same store without encryption, its pages as large."""
    path = office.store.with_name("plain.db")
    with closing(connect(office.store, key)) as keyed:
        keyed.execute("ATTACH ? AS plain KEY ''", (str(path),))
        keyed.execute(f"PRAGMA plain.page_size = {PAGE_BYTES}")
        keyed.execute("SELECT sqlcipher_export('plain')").fetchall()
        keyed.execute("DETACH plain")
    return path


def _compared(
    name: str, deed: Deed, keyed: dbapi2.Connection, plain: dbapi2.Connection, times: int
) -> Measurement:
    """Both in turn, so that a busy moment of the machine falls on both; the first is warming up."""
    pairs = [(timed(partial(deed, keyed)), timed(partial(deed, plain))) for _ in range(times + 1)][
        1:
    ]
    ours, theirs = ([pair[at] for pair in pairs] for at in (0, 1))
    beside = [percentile(theirs, share) for share in (0.5, 0.95)]
    slower = percentile(ours, 0.5) / beside[0]
    note = f"plain {beside[0]:.2f} and {beside[1]:.2f} ms: {slower:.2f} times as long"
    return summary(f"keyed store: {name}", ours, note=note)


def _commit(connection: dbapi2.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO bench VALUES (?, ?)", (time.monotonic_ns(), _TEXT))
    connection.execute("COMMIT")


def _read(connection: dbapi2.Connection) -> None:
    """The same revisions each time: they lie in the cache then."""
    for number in range(1, _READS + 1):
        connection.execute("SELECT title FROM revisions WHERE rowid = ?", (number,)).fetchone()


def _read_all(connection: dbapi2.Connection) -> None:
    """With nothing in the cache: every page is decrypted anew."""
    connection.execute("PRAGMA shrink_memory")
    for table in ("revisions", "originals", "draft_search_texts", "facts"):
        for _row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - ours
            pass


def _unlocked(office: Paths, key: str, times: int) -> Measurement:
    KeyFileLocks(office.store, key, lambda: NOW).set_password(_PASSWORD)
    taken_ms = repeated(lambda: read_key(office.store, _PASSWORD), times)
    return summary("unlock with the password", taken_ms)


def _sealed(folder: Path, size: int) -> Iterator[Measurement]:
    source, sealed, back, empty = (folder / name for name in ("source", "sealed", "back", "empty"))
    source.write_bytes(os.urandom(size))
    empty.write_bytes(b"")
    stretching_s = timed(lambda: finish(seal(empty, sealed, _PASSWORD))) / 1000
    for name, deed in (
        ("seal 1 GB under a password", lambda: finish(seal(source, sealed, _PASSWORD))),
        ("unseal 1 GB", lambda: finish(unseal(sealed, back, _PASSWORD))),
    ):
        taken_s = timed(deed) / 1000
        scaled = (taken_s - stretching_s) * _GB / size + stretching_s
        note = f"{size // 1_000_000} MB in {taken_s:.2f} s, of it {stretching_s:.2f} s the password"
        yield Measurement(name, scaled, scaled, "s", note=note)
