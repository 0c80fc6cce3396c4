"""Backups can be restored, and restoring loses nothing."""

from datetime import timedelta

import pytest

from db import backup
from db.store import SqlStore
from desk.errors import NotFoundError, StoreError
from desk.units import UnitGroup


@pytest.fixture
def names(paths):
    """The groups' names in the store on the disk."""

    def read():
        opened = SqlStore.open(paths)
        with opened.read() as work:
            found = [group.name for group in work.registry.groups()]
        opened.close()
        return found

    return read


def add(store, name):
    with store.begin() as work:
        work.registry.save_group(UnitGroup(name))


def test_a_backup_brings_its_state_back(paths, store, names):
    add(store, "备份前")
    copy = store.backup()
    add(store, "备份后")
    store.close()
    assert names() == ["备份前", "备份后"]
    backup.restore(paths, copy)
    assert names() == ["备份前"]


def test_restoring_keeps_the_files_it_replaces(paths, store):
    copy = store.backup()
    store.close()
    before = paths.store.read_bytes()
    backup.restore(paths, copy)
    backup.restore(paths, copy)
    kept = sorted(paths.data.glob("quarantine/*/desk.db"))
    assert len(kept) == 2
    assert before in [path.read_bytes() for path in kept]
    assert all(path.with_name("desk.key").exists() for path in kept)


def test_restoring_after_a_cut_short_restore_takes_no_old_log(paths, store, names, tmp_path):
    add(store, "乡镇")
    copy = store.backup(tmp_path / "office.db")
    store.close()
    paths.store.unlink()
    paths.store.with_name("desk.db-wal").write_bytes(b"frames of a lost file")
    with pytest.raises(StoreError, match="不见了"):
        SqlStore.open(paths)
    backup.restore(paths, copy)
    assert names() == ["乡镇"]
    assert list(paths.data.glob("quarantine/*/desk.db-wal"))


def test_a_backup_carries_its_key_to_another_machine(store, tmp_path, names, paths):
    add(store, "乡镇")
    copy = store.backup(tmp_path / "stick" / "office.db")
    store.close()
    for path in (paths.store, paths.data / "desk.key"):
        path.unlink()
    backup.restore(paths, copy)
    assert names() == ["乡镇"]


def test_a_damaged_backup_is_refused_and_the_store_stays(paths, store, names):
    add(store, "乡镇")
    copy = store.backup()
    store.close()
    damaged = bytearray(copy.read_bytes())
    damaged[5 * 8192 + 7] ^= 1
    copy.write_bytes(damaged)
    with pytest.raises(StoreError, match="这个备份不能用，现有数据没有改动"):
        backup.restore(paths, copy)
    assert names() == ["乡镇"]


def test_a_foreign_or_missing_file_is_refused(paths, store, tmp_path, names):
    store.close()
    (tmp_path / "other.db").write_bytes(b"not a backup" * 1000)
    with pytest.raises(StoreError, match="这个备份不能用"):
        backup.restore(paths, tmp_path / "other.db")
    with pytest.raises(NotFoundError, match="找不到备份文件"):
        backup.restore(paths, tmp_path / "missing.db")
    assert names() == []


def test_a_disk_without_room_is_refused_before_copying(store, paths, monkeypatch):
    usage = type("Usage", (), {"free": 1 << 20})
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(StoreError, match="只剩 1 MB"):
        store.backup()
    assert list(paths.backups.iterdir()) == []


def test_a_failed_copy_leaves_no_partial_file(store, paths, monkeypatch):
    monkeypatch.setattr(backup, "damage", lambda _path, _key: ["坏了。"])
    with pytest.raises(StoreError, match="没有通过检查"):
        store.backup()
    assert list(paths.backups.iterdir()) == []


def test_a_backup_never_takes_the_place_of_the_store(store, paths):
    with pytest.raises(StoreError, match="不能写在数据文件自己的位置"):
        store.backup(paths.store)


def test_a_folder_as_target_gets_a_dated_file(store, tmp_path):
    assert store.backup(tmp_path).parent == tmp_path
    assert store.backup(tmp_path).name.endswith("-2.db")
    assert store.backup(tmp_path / "office").name == "office.db"


def test_the_newest_ten_and_the_last_of_thirty_days_are_kept(tmp_path, now):
    for step in range(200):
        path = backup.new_name(tmp_path, now + timedelta(hours=6 * step))
        path.touch()
        path.with_suffix(".key").touch()
    newest = backup.generations(tmp_path)[:10]
    backup.prune(tmp_path)
    kept = backup.generations(tmp_path)
    assert kept[:10] == newest
    assert len({path.name[5:13] for path in kept}) == 30
    assert len(kept) == len(list(tmp_path.glob("*.key"))) <= 40
