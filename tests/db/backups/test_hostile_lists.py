"""A foreign file among the backups keeps no backup from being written, and no list from showing."""

import errno
import json
import os
from zipfile import ZipFile

import pytest

from db import keys
from db.backups import carrying
from db.keys import key_beside, sync_folder
from db.store import SqlStore
from desk.backups.overview import overview
from desk.errors import DamagedError, StoreError
from desk.jobs import finish
from desk.settings import Settings, save
from tests.samples.kept import add, names


def told(**label):
    def change(manifest):
        value = json.loads(manifest)
        value["label"].update(label)
        return json.dumps(value).encode()

    return change


@pytest.mark.parametrize(
    "change",
    [
        lambda _manifest: b"[" * 200_000,
        told(taken="2026-01-01T00:00:00"),
        told(taken="9999-12-31T23:59:59+00:00"),
        told(taken="0001-01-01T00:00:00+08:00"),
        told(number=10**4000),
        told(number=-1),
    ],
    ids=["deep", "no zone", "year 9999", "year 1", "number", "below zero"],
)
def test_a_list_that_tells_nonsense_makes_its_file_unusable_and_no_other(store, paths, change):
    made = finish(store.backups.write())
    with (
        ZipFile(made.path) as old,
        ZipFile(made.path.with_name("desk-20270101-000000.infodesk"), "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "manifest.json" else data)
    assert "清单读不出来" in next(row.backup.fault for row in overview(store).rows)
    assert finish(store.backups.write()).number == made.number + 1


def test_a_name_before_all_time_is_no_backups(store, paths):
    paths.backups.mkdir()
    (paths.backups / "desk-00010101-000000.infodesk").write_bytes(b"")
    finish(store.backups.write())
    assert len(store.backups.kept()) == 1


def test_a_key_file_that_nests_without_end_is_damaged(store, paths):
    store.close()
    key_beside(paths.store).write_text('{"a":' * 100_000)
    with pytest.raises(DamagedError, match="密钥文件"):
        SqlStore.open(paths)


def test_the_key_of_another_store_costs_nothing_where_a_backup_has_the_right_one(store, paths):
    store.backup()
    add(store, "备份后")
    store.close()
    key_beside(paths.store).write_text(keys.new_key())
    assert names(paths) == ["备份后"]
    assert key_beside(paths.store).with_name("desk.key.damaged").exists()


def refusing(number):
    def refuse(*_given):
        raise OSError(number, os.strerror(number))

    return refuse


def test_a_disk_that_syncs_no_folders_takes_backups_too(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", refusing(errno.EINVAL))
    sync_folder(tmp_path)
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    with pytest.raises(OSError, match="error"):
        sync_folder(tmp_path)


def test_a_stick_that_takes_no_file_so_large_is_told(store, paths, tmp_path, monkeypatch):
    save(Settings(second_medium=str(tmp_path / "stick")), paths.settings)
    store.backup()
    monkeypatch.setattr(carrying, "must_have_room", refusing(errno.EFBIG))
    with pytest.raises(StoreError, match="FAT32 最多 4 GB"):
        finish(store.backups.carry())
