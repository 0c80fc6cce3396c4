"""A new key for the store: what was copied earlier opens nothing new; a kill loses nothing."""

from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db.engine import connect
from db.keys import read_key
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.drafts import DraftQuery
from desk.errors import LockedError, StoreError
from desk.jobs import finish
from desk.paths import Paths

WORDS = "云岭县的雨季很长"


@pytest.fixture
def closed(office, paths: Paths) -> tuple[Paths, str, str]:
    """A closed store with a password, two drafts and words to find; its key, its recovery key."""
    for title in ("一", "二"):
        office.draft(title)
    recovery = office.store.locks.set_password(WORDS)
    office.store.close()
    return paths, read_key(paths.store, WORDS), recovery


def titles(paths: Paths, secret: str = WORDS) -> list[str]:
    store = SqlStore.open(paths, secret=secret)
    try:
        with store.read() as work:
            ids = work.drafts.ids(DraftQuery(with_versions=True))
            return sorted(work.drafts.get(one).title for one in ids)
    finally:
        store.close()


def schema(store: Path, key: str) -> tuple[list[object], list[object]]:
    connection = connect(store, key)
    try:
        names = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2")
        pragmas = ("page_size", "user_version", "application_id", "auto_vacuum", "encoding")
        told = [connection.execute(f"PRAGMA {name}").fetchone() for name in pragmas]
        return names.fetchall(), told
    finally:
        connection.close()


def test_the_old_key_opens_nothing_any_more_and_everything_is_there(closed):
    paths, old, former = closed
    before = schema(paths.store, old)
    recovery = finish(FileSafekeeping().rekey(paths, WORDS))
    fresh = read_key(paths.store, WORDS)
    assert fresh != old
    with pytest.raises(dbapi2.DatabaseError):
        connect(paths.store, old)
    assert read_key(paths.store, recovery) == fresh
    with pytest.raises(LockedError):
        read_key(paths.store, former)
    assert schema(paths.store, fresh) == before
    assert titles(paths) == ["一", "二"]
    store = SqlStore.open(paths, secret=WORDS)
    with store.read() as work:
        assert work.audit.records(limit=1)[0].action == "换密钥"
    assert store.verify() == []
    store.close()


def test_the_former_state_lies_in_a_backup_only(closed, tmp_path):
    paths, old, _ = closed
    finish(FileSafekeeping().rekey(paths, WORDS))
    assert not (paths.data / "quarantine").exists()
    (kept,) = FileSafekeeping().kept(paths)
    assert kept.is_locked
    assert old.encode() not in kept.path.read_bytes()
    for place in (Paths(tmp_path / "x"), paths):
        finish(FileSafekeeping().restore(place, kept.path, WORDS))
        assert titles(place) == ["一", "二"]


class Cut(BaseException):
    """The power goes."""


@pytest.mark.parametrize("at", range(9))
def test_cut_anywhere_in_the_change_of_places_a_store_with_its_key_is_left(closed, monkeypatch, at):
    paths, _, _ = closed
    real, seen = Path.rename, []

    def rename(self, target):
        seen.append(target)
        if len(seen) > at:
            raise Cut
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", rename)
        with suppress(Cut):
            finish(FileSafekeeping().rekey(paths, WORDS))
    assert titles(paths) == ["一", "二"]


def test_cancelled_nothing_has_changed(closed):
    paths, old, _ = closed
    job = FileSafekeeping().rekey(paths, WORDS)
    next(job)
    job.close()
    assert read_key(paths.store, WORDS) == old
    assert not (paths.data / "restoring").exists()


def test_the_recovery_key_is_refused_since_the_password_would_be_lost(closed):
    paths, old, recovery = closed
    with pytest.raises(StoreError, match="要用口令"):
        finish(FileSafekeeping().rekey(paths, recovery))
    assert read_key(paths.store, WORDS) == old


def test_without_a_backup_of_what_is_there_nothing_is_changed(closed, monkeypatch):
    paths, old, _ = closed

    def refuse(*_args, **_more):
        raise StoreError("磁盘已满")
        yield

    monkeypatch.setattr("db.safekeeping.write", refuse)
    with pytest.raises(StoreError, match="磁盘已满"):
        finish(FileSafekeeping().rekey(paths, WORDS))
    assert read_key(paths.store, WORDS) == old
    assert titles(paths) == ["一", "二"]
