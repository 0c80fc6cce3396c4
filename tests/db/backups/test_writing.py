"""A backup is one file that was read again, or there is none."""

import shutil
import stat
from collections import deque
from datetime import timedelta
from zipfile import ZipFile

import pytest

from db.backups import writing
from desk.backups.backup import Reason
from desk.errors import StoreError
from desk.jobs import finish
from tests.samples.kept import add


def test_a_backup_tells_what_it_holds_and_why_it_was_written(store, paths):
    add(store, "乡镇")
    written = finish(store.backups.write(reason=Reason.DAILY))
    assert store.backups.kept() == [written]
    assert (written.reason, written.counts["unit_groups"], written.fault) == (Reason.DAILY, 1, "")
    assert written.path.parent == paths.backups


def test_a_backup_holds_everything_the_office_made(store, paths):
    own = ["templates/通报/template.toml", "fonts/a.ttf", "settings.toml", "window.ini"]
    for name in own:
        (paths.data / name).parent.mkdir(parents=True, exist_ok=True)
        (paths.data / name).write_text('office = "府办"', "utf-8")
    with ZipFile(store.backup()) as archive:
        assert {*own, "desk.db", "desk.key"} < set(archive.namelist())


def test_nothing_else_lies_in_the_folder_afterwards(store, paths):
    path = store.backup()
    assert list(paths.backups.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_cancelling_at_any_step_leaves_nothing(store, paths):
    add(store, "乡镇")
    steps = len(list(store.backups.write()))
    (path,) = paths.backups.iterdir()
    path.unlink()
    for count in range(1, steps + 1):
        job = store.backups.write()
        deque((next(job) for _ in range(count)), maxlen=0)
        job.close()
        assert list(paths.backups.iterdir()) == []


def test_a_disk_without_room_is_refused_before_copying(store, paths, monkeypatch):
    usage = type("Usage", (), {"free": 1 << 20})
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(StoreError, match="只剩 1 MB"):
        store.backup()
    assert list(paths.backups.iterdir()) == []


def test_a_copy_that_is_not_whole_is_no_backup(store, paths, monkeypatch):
    def refuse(_path, _key):
        raise StoreError("坏了。")

    monkeypatch.setattr(writing, "must_be_whole", refuse)
    with pytest.raises(StoreError, match="没有通过检查"):
        store.backup()
    assert list(paths.backups.iterdir()) == []


def test_a_damaged_page_of_the_store_makes_no_backup(store, paths):
    add(store, "乡镇")
    store.verify()
    with store.backups._file.still():  # everything lies in the file now
        pass
    with paths.store.open("rb+") as file:
        file.seek(5 * 8192 + 7)
        byte = file.read(1)
        file.seek(5 * 8192 + 7)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(StoreError):
        store.backup()
    assert list(paths.backups.iterdir()) == []


@pytest.mark.parametrize("name", ["desk.db-wal", "desk.left", "window.ini"])
def test_a_backup_takes_the_place_of_nothing_beside_the_store(store, paths, name):
    with pytest.raises(StoreError, match="不能写在数据文件自己的位置"):
        store.backup(paths.data / name)


def test_a_backup_never_takes_the_place_of_the_store(store, paths):
    with pytest.raises(StoreError, match="不能写在数据文件自己的位置"):
        store.backup(paths.store)


def test_a_folder_as_target_gets_a_dated_file_and_a_name_is_kept(store, tmp_path):
    assert store.backup(tmp_path).name == "desk-20260715-093000.infodesk"
    assert store.backup(tmp_path).name == "desk-20260715-093000-2.infodesk"
    assert store.backup(tmp_path / "office").name == "office.infodesk"
    assert store.backup(tmp_path / "office.db") == tmp_path / "office.db"


def test_a_failed_backup_leaves_the_one_of_the_same_name(store, tmp_path, monkeypatch):
    path = store.backup(tmp_path / "office.infodesk")
    before = path.read_bytes()
    usage = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(StoreError):
        store.backup(path)
    assert path.read_bytes() == before


def test_a_sealed_backup_tells_nothing_without_its_password(store, tmp_path):
    add(store, "乡镇")
    path = finish(store.backups.write(tmp_path, password="春风又绿江南岸明月")).path  # noqa: S106
    (found,) = store.backups.kept(tmp_path)
    assert (found.is_sealed, found.counts, found.reason) == (True, {}, None)
    assert list(tmp_path.glob("desk-*")) == [path]


def test_under_a_clock_set_back_the_last_backup_is_still_the_newest(store, paths, now):
    before = finish(store.backups.write())
    store.backups._clock = lambda: now - timedelta(days=365)
    add(store, "乡镇")
    after = finish(store.backups.write())
    assert [one.path for one in store.backups.kept()] == [after.path, before.path]
    assert finish(store.backups.rehearse()).backup == after.path.name
