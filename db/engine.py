"""Keyed connections to the store's file, and engines made of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desk.errors import StoreError

BUSY_MS = 10_000
PAGE_BYTES = 8192  # a draft of 800 characters takes 2.4 kB: fewer pages run over than with 4096
_WAIT_S = 60  # for another thread of this process to finish its unit of work


def connect(path: Path, key: str, *, create: bool = False) -> dbapi2.Connection:
    """A keyed connection in autocommit mode; a missing file is an error unless ``create``."""
    mode = "rwc" if create else "rw"
    connection = dbapi2.connect(
        f"file:{quote(path.as_posix())}?mode={mode}",
        uri=True,
        isolation_level=None,  # transactions are begun by hand: IMMEDIATE for writes
        check_same_thread=False,  # the pool hands a connection to one thread at a time
        timeout=BUSY_MS / 1000,
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")  # else damage floods stderr
        connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")  # no plain text in temporary files
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # checks the key
    except BaseException:
        connection.close()
        raise
    return connection


def _live(path: Path, key: str, pragma: str = "") -> Callable[[], dbapi2.Connection]:
    def open_one() -> dbapi2.Connection:
        connection = connect(path, key)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA cache_size = -16000")
        if pragma:
            connection.execute(pragma)
        return connection

    return open_one


def _engine(creator: Callable[[], dbapi2.Connection], size: int, begin: str) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=creator,
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=_WAIT_S,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def writer(path: Path, key: str) -> Engine:
    """One connection, so that the threads of this process write in turn.

    BEGIN IMMEDIATE: a transaction that reads first and writes later would fail at once, whatever
    the busy timeout, when another process has committed in between.
    """
    return _engine(_live(path, key), 1, "BEGIN IMMEDIATE")


def reader(path: Path, key: str) -> Engine:
    """Connections that see one committed state each and cannot write."""
    return _engine(_live(path, key, "PRAGMA query_only = ON"), 8, "BEGIN")


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A transaction in which tables may be made anew under their names, as steps need.

    SQLite can't change a table's constraints, and a table that others refer to can only be
    replaced while foreign keys are not watched; what they say is checked before the commit.
    """
    with engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys = OFF")  # without effect once a transaction has begun
        try:
            with connection.begin():
                yield connection
                if raw.execute("PRAGMA foreign_key_check").fetchone():
                    raise StoreError(
                        "数据文件里有互相对不上的记录，没有升级，原样未动。请用最近的备份恢复。"
                    )
        finally:
            raw.execute("PRAGMA foreign_keys = ON")
