"""The bytes of a store in use are copied at one moment of its life, whatever goes on meanwhile."""

import threading
from contextlib import closing, suppress

import pytest
from sqlcipher3 import dbapi2

from db.backups.copying import LiveFile
from db.engine import connect
from db.keys import read_key
from db.soundness import damage
from desk.errors import StoreError
from desk.jobs import finish
from tests.samples.kept import add

PAGES = 60


@pytest.fixture
def key(paths, store):
    return read_key(paths.store)


@pytest.fixture
def pairs(paths, key):
    """Two tables that always hold the same sum, over many pages."""
    with closing(connect(paths.store, key)) as connection:
        connection.execute("CREATE TABLE left_side (id INTEGER PRIMARY KEY, n INTEGER, pad TEXT)")
        connection.execute("CREATE TABLE right_side (id INTEGER PRIMARY KEY, n INTEGER, pad TEXT)")
        rows = [(number, 0, "纸" * 1500) for number in range(PAGES)]
        for table in ("left_side", "right_side"):
            connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)  # noqa: S608


def test_a_full_disk_is_told_at_once(paths, store, key, monkeypatch):
    opened = []

    def connected(*at):
        opened.append(connect(*at))
        if len(opened) > 1:  # the one that keeps commits out: its log's index cannot grow
            return Full(opened[-1])
        return opened[-1]

    monkeypatch.setattr("db.backups.copying.connect", connected)
    monkeypatch.setattr("db.backups.copying.time.sleep", lambda _s: pytest.fail("it waits"))
    with pytest.raises(StoreError, match="磁盘已满"), LiveFile(paths.store, key).still():
        pass


class Full:
    """A connection on a disk without room."""

    def __init__(self, real):
        self._real = real

    def execute(self, _statement):
        error = dbapi2.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    def close(self):
        self._real.close()


class Writer(threading.Thread):
    """Moves both sums on, page after page, and forces checkpoints, until told to stop."""

    def __init__(self, paths, key):
        super().__init__(daemon=True)
        self.stopped, self.commits, self.failed = threading.Event(), 0, None
        self._at = paths.store, key

    def run(self):
        try:
            with closing(connect(*self._at)) as connection:
                connection.execute("PRAGMA busy_timeout = 0")
                while not self.stopped.is_set():
                    self._write(connection)
        except Exception as error:  # noqa: BLE001 - told by the test
            self.failed = error

    def _write(self, connection):
        with suppress(dbapi2.OperationalError):  # the other one holds the lock
            connection.execute("BEGIN IMMEDIATE")
            row = self.commits % PAGES
            for table in ("left_side", "right_side"):
                connection.execute(f"UPDATE {table} SET n = n + 1 WHERE id = ?", (row,))  # noqa: S608
            connection.execute("COMMIT")
            self.commits += 1
            kind = ("PASSIVE", "FULL", "RESTART", "TRUNCATE")[self.commits % 4]
            connection.execute(f"PRAGMA wal_checkpoint({kind})")


def test_a_copy_is_of_one_moment_while_others_write_and_force_checkpoints(
    paths, store, key, pairs, tmp_path, monkeypatch
):
    monkeypatch.setattr("db.backups.copying._PAUSE_S", 0)
    file, writer = LiveFile(paths.store, key), Writer(paths, key)
    writer.start()
    seen = []
    for number in range(4):
        copy = tmp_path / f"{number}.db"
        with file.still() as reader:
            (moment,) = reader.execute("SELECT sum(n) FROM left_side").fetchone()
            begun = writer.commits
            for _ in file.copy(copy):
                while writer.commits < begun + 3 and writer.failed is None:
                    pass  # every copy has commits in the middle of it
        assert damage(copy, key, links=True) == []
        with closing(connect(copy, key)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            sums = [
                connection.execute(f"SELECT sum(n) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("left_side", "right_side")
            ]
        assert sums == [moment, moment]
        seen.append(moment)
    writer.stopped.set()
    writer.join()
    file.close()
    assert writer.failed is None
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]
    assert store.verify() == []


def test_the_file_itself_does_not_change_while_it_is_kept_still(paths, store, key):
    add(store, "乡镇")
    with LiveFile(paths.store, key).still():
        before = paths.store.stat().st_mtime_ns, paths.store.stat().st_size
        for number in range(30):
            add(store, f"分组{number}")
        with closing(connect(paths.store, key)) as other:
            other.execute("PRAGMA busy_timeout = 0")
            for kind in ("PASSIVE", "FULL", "RESTART", "TRUNCATE"):
                with suppress(dbapi2.OperationalError):
                    other.execute(f"PRAGMA wal_checkpoint({kind})").fetchall()
        assert (paths.store.stat().st_mtime_ns, paths.store.stat().st_size) == before


def test_a_reader_of_an_older_state_is_waited_for(paths, store, key, tmp_path, monkeypatch):
    file = LiveFile(paths.store, key)
    add(store, "乡镇")
    monkeypatch.setattr("db.backups.copying._PATIENCE_S", 0)
    monkeypatch.setattr("db.backups.copying._PAUSE_S", 0)
    with store.read() as work:
        work.registry.groups()
        add(store, "县直")  # lies in the log behind what the reader sees
        with pytest.raises(StoreError, match="一直没有结束"), file.still():
            pass
    with file.still():
        finish(file.copy(tmp_path / "copy.db"))
    file.close()
    assert damage(tmp_path / "copy.db", key) == []
