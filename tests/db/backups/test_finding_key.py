"""A key file that is lost costs nothing: the backups carry the key."""

import pytest

from db.keys import key_beside
from db.store import SqlStore
from desk.errors import DamagedError, LockedError
from desk.paths import Paths
from tests.samples.kept import add, names

PASSWORD = "春风又绿江南岸明月"  # noqa: S105


def gone(key_file):
    key_file.unlink()


def damaged(key_file):
    key_file.write_bytes(b"\xff\xfe\0\0")


@pytest.mark.parametrize("happens", [gone, damaged])
def test_a_lost_key_file_comes_back_and_the_work_since_the_backup_is_there(paths, store, happens):
    store.backup()
    add(store, "备份后")
    store.close()
    happens(key_beside(paths.store))
    assert names(paths) == ["备份后"]
    happens(key_beside(paths.store))
    assert names(paths) == ["备份后"]
    assert key_beside(paths.store).stat().st_mode & 0o777 == 0o600


def test_with_a_password_it_comes_back_under_that(paths, store):
    store.backup()
    store.locks.set_password(PASSWORD)
    store.backup()
    store.close()
    key_beside(paths.store).unlink()
    for wrong in ("", "不对的口令不对的口令"):
        with pytest.raises(LockedError):
            SqlStore.open(paths, secret=wrong)
    assert names(paths, PASSWORD) == []
    with pytest.raises(LockedError):
        names(paths)


def test_the_key_of_another_office_is_not_taken(paths, store, tmp_path):
    other = SqlStore.open(Paths(tmp_path / "other"))
    paths.backups.mkdir()
    other.backup(paths.backups / "desk-20260715-093000.infodesk")
    other.close()
    store.close()
    key_beside(paths.store).unlink()
    with pytest.raises(DamagedError, match="找不到密钥文件"):
        SqlStore.open(paths)
    assert not key_beside(paths.store).exists()
