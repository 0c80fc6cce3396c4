"""Keys left open in backups from before the password was set: found, locked, or deleted."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from db.backups import open_keys as module
from db.keys import key_beside, new_key, read_key
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.backups import package
from desk.backups.open_keys import Place, told
from desk.errors import LockedError, NotFoundError, StoreError
from desk.jobs import finish
from desk.paths import Paths
from desk.settings import Settings, save

WORDS = "云岭县的雨季很长"


@pytest.fixture
def places(store: SqlStore, paths: Paths, tmp_path: Path) -> Paths:
    """A package here and on the second medium, a former pair, a store that was set aside."""
    save(replace(Settings(), second_medium=str(tmp_path / "stick")), paths.settings)
    store.backup()
    finish(store.backups.carry())
    former = paths.backups / "desk-20250101-080000.db"
    aside = paths.data / "quarantine" / "desk-20250102-080000"
    aside.mkdir(parents=True)
    for target in (former, aside / "desk.db"):
        shutil.copyfile(paths.store, target)
        shutil.copyfile(key_beside(paths.store), key_beside(target))
    store.locks.set_password(WORDS)
    return paths


def held(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def actions(store: SqlStore) -> list[str]:
    with store.read() as work:
        return [one.action for one in work.audit.records(limit=10) if one.subject == "backup"]


def test_all_of_them_are_found_and_told_in_a_sentence(store, places):
    found = store.backups.open_keys()
    assert sorted(one.place for one in found) == sorted([*Place, Place.HERE])
    said = told(found, second_is_away=False)
    assert "本机的备份 2 份、第二介质上的备份 1 份、恢复时换下的数据 1 份" in said


def test_once_locked_none_gives_the_key_away_and_each_opens_with_the_password(
    store, places, tmp_path
):
    key = read_key(places.store, WORDS)
    settled = finish(store.backups.lock_open(store.backups.open_keys()))
    assert settled.locked == 4
    assert store.backups.open_keys() == []
    assert key.encode() not in held(tmp_path)
    assert actions(store) == ["给旧备份加口令"] * 4
    assert [one.is_locked for one in store.backups.kept() if one.counts] == [True]
    keeper = FileSafekeeping()
    for number, one in enumerate(store.backups.kept()):
        assert not keeper.examine(one.path).fault
        fresh = Paths(tmp_path / f"fresh{number}")
        with pytest.raises(LockedError):
            finish(keeper.restore(fresh, one.path))
        finish(keeper.restore(fresh, one.path, WORDS))
        SqlStore.open(fresh, secret=WORDS).close()


def test_cancelled_anywhere_every_backup_is_whole_and_nothing_is_left_beside(store, places):
    for steps in range(60):
        job = store.backups.lock_open(store.backups.open_keys())
        if sum(1 for _ in zip(job, range(steps), strict=False)) < steps:
            break
        job.close()
        assert not list(places.backups.glob("*.part*"))
        for path in places.backups.glob("*.infodesk"):
            finish(package.check(path))
    assert store.backups.open_keys() == []


def test_a_backup_that_is_not_whole_is_left_as_it_is(store, places):
    path = next(places.backups.glob("*.infodesk"))
    with path.open("rb+") as file:
        file.seek(20_000)
        file.write(b"\xff" * 64)
    before = path.read_bytes()
    one = next(one for one in store.backups.open_keys() if one.path == path)
    settled = finish(store.backups.lock_open([one]))
    assert (settled.locked, settled.broken) == (0, 1)
    assert "读不完整" in settled.words
    assert path.read_bytes() == before
    assert actions(store) == []


def test_they_are_deleted_only_after_a_new_backup_was_written(store, places, monkeypatch):
    found = store.backups.open_keys()

    def refuse(*_args, **_more):
        raise StoreError("磁盘已满")
        yield

    with monkeypatch.context() as patched:
        patched.setattr("db.backups.keeper.write", refuse)
        with pytest.raises(StoreError):
            finish(store.backups.remove_open(found))
    assert store.backups.open_keys() == found
    settled = finish(store.backups.remove_open(found))
    assert (settled.removed, settled.locked) == (3, 1)
    assert store.backups.open_keys() == []
    assert [one.is_locked for one in store.backups.kept()] == [True]
    assert list((places.data / "quarantine").rglob("desk.db"))


def test_nothing_is_deleted_while_the_second_medium_is_away(store, places):
    found = store.backups.open_keys()
    save(replace(Settings(), second_medium="卷标：不在的"), places.settings)
    with pytest.raises(NotFoundError, match="第二介质"):
        finish(store.backups.remove_open(found))
    assert (places.backups / "desk-20250101-080000.db").exists()


def test_another_stores_key_is_told_and_left(store, places):
    other = places.data / "quarantine" / "desk-20250102-080000" / "desk.key"
    other.write_text(new_key())
    found = store.backups.open_keys()
    assert [one.path for one in found if not one.is_ours] == [other]
    assert "1 份用的是另一把密钥" in finish(store.backups.lock_open(found)).words


def test_without_a_password_there_is_nothing_to_put_them_under(store, places):
    store.locks.remove_password(WORDS)
    with pytest.raises(StoreError, match="没有设口令"):
        finish(store.backups.lock_open(store.backups.open_keys()))


def test_a_key_is_replaced_whole_or_not_at_all(store, places, monkeypatch):
    one = next(one for one in store.backups.open_keys() if one.path.suffix == ".key")

    def refuse(*_args):
        raise OSError(28, "full")

    monkeypatch.setattr(module, "write_key", refuse)
    with pytest.raises(StoreError):
        finish(store.backups.lock_open([one]))
    assert one in store.backups.open_keys()
    assert actions(store) == []
