"""A rehearsal says that a backup can be used only when that is so."""

import shutil

import pytest

from desk.backups import volumes
from desk.backups.backup import Reason
from desk.errors import NotFoundError, StoreError
from desk.jobs import finish
from desk.settings import Settings, save
from tests.samples.kept import add


def test_a_good_backup_is_told_kept_and_audited(store, paths, office):
    office.draft()
    copy = store.backup()
    add(store, "后来的")  # the store moves on; the backup is compared with what it was
    tried = finish(store.backups.rehearse())
    assert tried.is_good
    assert tried.words.startswith(f"备份可用：“{copy.name}”")
    assert {"来稿", "台账合计", "印发的文件", "操作记录"} <= {one.what for one in tried.compared}
    assert store.backups.rehearsals() == [tried]
    with store.read() as work:
        assert work.audit.records(limit=1)[0].action == "备份可用"


def test_nothing_of_a_rehearsal_stays(store, paths):
    store.backup()
    before = {path.name for path in paths.data.iterdir()}
    finish(store.backups.rehearse())
    assert {path.name for path in paths.data.iterdir()} == before


def test_a_damaged_backup_is_found_out_and_said_so(store, paths):
    copy = store.backup()
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    tried = finish(store.backups.rehearse())
    assert not tried.is_good
    assert "“desk.db”读不完整" in tried.words
    with store.read() as work:
        assert work.audit.records(limit=1)[0].action == "备份演练没有通过"


def test_an_office_with_a_password_needs_none_for_it(store):
    store.locks.set_password("春风又绿江南岸明月")
    store.backup()
    assert finish(store.backups.rehearse()).is_good


def test_without_a_backup_there_is_nothing_to_rehearse(store):
    with pytest.raises(NotFoundError, match="立即备份"):
        finish(store.backups.rehearse())


def test_the_second_medium_gets_the_newest_backup_and_is_rehearsed_too(store, paths, tmp_path, now):
    stick = tmp_path / "stick"
    save(Settings(second_medium=str(stick / "备份")), paths.settings)
    copy = finish(store.backups.write(reason=Reason.DAILY)).path
    assert finish(store.backups.carry()) is None  # it is not there
    assert store.backups.second().seen is None
    stick.mkdir()
    carried = finish(store.backups.carry())
    assert carried.path.read_bytes() == copy.read_bytes()
    assert store.backups.second().written == now
    assert store.backups.second().is_same_disk
    assert finish(store.backups.rehearse(second=True)).is_second
    shutil.rmtree(stick)
    assert (store.backups.second().folder, store.backups.second().seen) == (None, now)


def test_a_second_medium_that_cannot_be_written_alarms_nobody_about_the_store(store, paths):
    store.backup()
    (paths.data / "stick").write_text("a file where a folder should be")
    save(Settings(second_medium=str(paths.data / "stick")), paths.settings)
    with pytest.raises(StoreError, match=r"第二介质.*本机的备份完好"):
        finish(store.backups.carry())


def test_the_place_of_a_disk_that_is_gone_is_not_taken_for_it(store, paths, tmp_path, monkeypatch):
    save(Settings(second_medium=str(tmp_path / "stick" / "备份")), paths.settings)
    (tmp_path / "stick").mkdir()
    store.backup()
    with monkeypatch.context() as patched:
        patched.setattr(volumes, "is_same_disk", lambda _one, _other: False)
        assert finish(store.backups.carry()) is not None
    assert store.backups.second().folder is None
    assert finish(store.backups.carry()) is None


def test_another_backup_of_the_same_name_is_not_taken_for_it(store, paths, tmp_path):
    save(Settings(second_medium=str(tmp_path / "stick")), paths.settings)
    first = finish(store.backups.write())
    finish(store.backups.carry())
    first.path.unlink()
    again = finish(store.backups.write())
    assert again.path == first.path
    carried = finish(store.backups.carry())
    assert carried.path.read_bytes() == again.path.read_bytes()
