"""The office's store on an encrypted SQLite file: open it, work in it, back it up."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident
from typing import BinaryIO, Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db import migrations
from db.approvals import SqlApprovals
from db.aside import FileAside
from db.audit import SqlAudit
from db.awards import SqlAwards
from db.backups import finding_key, restoring
from db.backups.keeper import FileBackups
from db.backups.staging import fits
from db.bulletins import SqlBulletins, SqlWordings
from db.catalogue import SqlCatalogue
from db.closings import SqlClosings
from db.copies import SqlCopies
from db.drafts import SqlDrafts
from db.engine import connect, migrating, reader, writer
from db.failures import files_translated, translated
from db.fees import SqlFees
from db.files import SqlFiles
from db.imports import SqlImports
from db.inquiries import SqlInquiries
from db.issues import SqlIssues
from db.keys import drop_half_written, key_beside, new_key, read_key, sync_folder, write_key
from db.ledger import SqlLedger
from db.likenesses import SqlLikenesses
from db.lists import SqlLists
from db.locks import KeyFileLocks
from db.matters import SqlMatters
from db.month_totals import SqlMonthTotals
from db.pages import broken_pages
from db.parts import SqlParts
from db.passages import SqlPassages
from db.people import SqlPeople
from db.phrases import SqlPhrases
from db.print_runs import SqlPrintRuns
from db.printed import SqlPrinted
from db.registry import SqlRegistry
from db.rulebook import SqlRulebook
from db.sittings import SqlSittings
from db.soundness import damage, distrust, leave, must_be_whole, told
from db.table_layouts import SqlTableLayouts
from db.uses import SqlUses
from db.voids import SqlVoids
from desk.backups import shelf
from desk.backups.backup import Reason
from desk.errors import DamagedError
from desk.jobs import Job, Progress, finish
from desk.paths import Paths
from desk.secrecy.ceiling import Ceiling


@dataclass(frozen=True, slots=True)
class SqlWork:
    """``desk.store.Work`` on one session."""

    drafts: SqlDrafts
    registry: SqlRegistry
    catalogue: SqlCatalogue
    issues: SqlIssues
    voids: SqlVoids
    ledger: SqlLedger
    lists: SqlLists
    likenesses: SqlLikenesses
    rulebook: SqlRulebook
    phrases: SqlPhrases
    sittings: SqlSittings
    inquiries: SqlInquiries
    fees: SqlFees
    people: SqlPeople
    approvals: SqlApprovals
    parts: SqlParts
    files: SqlFiles
    print_runs: SqlPrintRuns
    printed: SqlPrinted
    uses: SqlUses
    copies: SqlCopies
    closings: SqlClosings
    month_totals: SqlMonthTotals
    imports: SqlImports
    awards: SqlAwards
    bulletins: SqlBulletins
    wordings: SqlWordings
    table_layouts: SqlTableLayouts
    matters: SqlMatters
    passages: SqlPassages
    audit: SqlAudit
    ceiling: Ceiling

    @classmethod
    def on(cls, session: Session, ceiling: Ceiling) -> Self:
        """Make every repository work on the same session."""
        return cls(
            SqlDrafts(session),
            SqlRegistry(session),
            SqlCatalogue(session),
            SqlIssues(session),
            SqlVoids(session),
            SqlLedger(session),
            SqlLists(session),
            SqlLikenesses(session),
            SqlRulebook(session),
            SqlPhrases(session),
            SqlSittings(session),
            SqlInquiries(session),
            SqlFees(session),
            SqlPeople(session),
            SqlApprovals(session),
            SqlParts(session),
            SqlFiles(session),
            SqlPrintRuns(session),
            SqlPrinted(session),
            SqlUses(session),
            SqlCopies(session),
            SqlClosings(session),
            SqlMonthTotals(session),
            SqlImports(session),
            SqlAwards(session),
            SqlBulletins(session),
            SqlWordings(session),
            SqlTableLayouts(session),
            SqlMatters(session, ceiling),
            SqlPassages(session),
            SqlAudit(session),
            ceiling,
        )


def _now() -> datetime:
    return datetime.now(UTC)


class SqlStore:
    """``desk.store.Store``. Threads may share it: writes take turns, reads never wait for them."""

    def __init__(self, paths: Paths, key: str, clock: Callable[[], datetime]) -> None:
        self._paths = paths
        self._key = key
        self._ceiling = Ceiling(paths.settings)
        self._clock = clock
        self._writer = writer(paths.store, key)
        self._reader = reader(paths.store, key)
        self.locks = KeyFileLocks(paths.store, key, clock)
        self.aside = FileAside(paths.store, key, paths.aside)
        self.backups = FileBackups(
            paths, key, clock, lambda at: type(self).with_key(at, key), self.begin
        )
        self._writing: int | None = None  # the thread that writes now
        self._file: BinaryIO | None = None  # of ``look_over``
        self._is_sound = True  # as far as it has seen
        self.unrecorded = 0

    @classmethod
    def open(cls, paths: Paths, *, secret: str = "", clock: Callable[[], datetime] = _now) -> Self:
        """Open the store of a data folder, made new where there is none, brought up to date.

        After an unclean end, or where something else wrote the file, every page is checked first;
        else ``look_over`` does it later. Raises StoreError, DamagedError; LockedError where the
        password (or recovery key) is missing or wrong.
        """
        with translated(paths.data), files_translated(paths.data):
            restoring.settle(paths)
            if not paths.store.exists():
                _create(paths)
            drop_half_written(key_beside(paths.store))
            return cls.with_key(paths, _key(paths, secret, clock()), clock)

    @classmethod
    def with_key(cls, paths: Paths, key: str, clock: Callable[[], datetime] = _now) -> Self:
        """Open a store whose key is known, brought up to date."""
        with translated(paths.data), files_translated(paths.data):
            unrecorded = must_be_whole(paths.store, key)
            store = cls(paths, key, clock)
            store.unrecorded = unrecorded
            try:
                store._bring_up_to_date()
            except BaseException:
                store.close()
                raise
            return store

    @contextmanager
    def begin(self) -> Iterator[SqlWork]:
        """Write: commits on leaving, rolls back on any exception."""
        if self._writing == get_ident():
            message = "begin() inside begin() would wait for itself"
            raise RuntimeError(message)
        with self._session(self._writer) as session:
            self._writing = get_ident()
            try:
                yield SqlWork.on(session, self._ceiling)
            finally:
                self._writing = None

    @contextmanager
    def read(self) -> Iterator[SqlWork]:
        """Read one consistent state; a write through it raises."""
        with self._session(self._reader) as session:
            yield SqlWork.on(session, self._ceiling)

    def empty_log(self) -> None:
        """Move the write-ahead log into the store, as far as no reader holds it."""
        with closing(self._writer.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchone()

    def backup(self, target: Path | None = None, reason: Reason = Reason.MANUAL) -> Path:
        """Write a verified package; returns its path. The short form of ``backups.write``."""
        return finish(self.backups.write(target, reason=reason)).path

    def verify(self) -> list[str]:
        """Sentences about damage found; empty when every page is whole."""
        return damage(self._paths.store, self._key, links=True)

    def look_over(self) -> Job[list[str]]:
        """``verify`` of the pages alone, bit by bit beside the work.

        A page that is just being written looks broken, so those are looked at again while nobody
        writes. The file is not closed before the connections: that would drop their locks on it.
        """
        if self._file is None:
            self._file = self._paths.store.open("rb", buffering=0)
        found: list[int] = []
        for done, total, broken in broken_pages(self._file, self._key):
            yield Progress(done, total, "正在核对数据文件")
            found += broken
        if found:
            with self.begin():
                found = [one for _, _, some in broken_pages(self._file, self._key) for one in some]
            self._is_sound = not found
        return told(self._paths.store, len(found))

    def close(self) -> None:
        """Close all connections."""
        self._reader.dispose()
        self._writer.dispose()
        if self._file is not None:
            self._file.close()
        (leave if self._is_sound else distrust)(self._paths.store)
        self.backups.close()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with (
            translated(self._paths.data),
            Session(engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            session.connection()  # begins now, so that a write waits for its turn here
            yield session

    def _bring_up_to_date(self) -> None:
        with self._reader.connect() as connection:
            if not migrations.is_due(connection):
                return
        self.backup(reason=Reason.UPGRADE)
        with migrating(self._writer) as connection:
            migrations.upgrade(connection, migrations.steps())


def _key(paths: Paths, secret: str, now: datetime) -> str:
    try:
        key = read_key(paths.store, secret, now)
    except DamagedError:
        if key := finding_key.find(paths, secret):
            return key
        raise
    return key if fits(paths.store, key) else finding_key.find(paths, secret) or key


def _create(paths: Paths) -> None:
    """Make a new store under another name, so that a file in the store's place is always whole."""
    left = [path for path in restoring.leavings(paths) if path.exists()]
    if left or shelf.named(paths.backups):
        raise DamagedError(
            f"数据文件“{paths.store}”不见了，但还留有它的备份或日志。请用最近的备份恢复；"
            f"确实要从头开始的，请先把“{paths.data}”里的其他文件移到别处。"
        )
    paths.data.mkdir(parents=True, exist_ok=True)
    if not key_beside(paths.store).exists():
        write_key(key_beside(paths.store), new_key())
    key = read_key(paths.store)
    fresh = paths.store.with_name(paths.store.name + ".new")
    for suffix in ("", "-journal", "-wal", "-shm"):  # an earlier start was cut short
        fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
    connect(fresh, key, create=True).close()
    engine = writer(fresh, key)
    try:
        with migrating(engine) as connection:
            migrations.upgrade(connection, migrations.steps())
    finally:
        engine.dispose()
    fresh.replace(paths.store)
    sync_folder(paths.data)
