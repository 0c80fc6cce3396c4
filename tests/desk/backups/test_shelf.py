"""The backups of a folder, those of former versions among them."""

import os
import time
from datetime import datetime, timedelta
from zipfile import ZipFile

from desk.backups import shelf
from desk.backups.generations import Generations
from desk.office_clock import OFFICE_CLOCK, office_time

NOW = datetime(2026, 7, 15, 9, 30, tzinfo=OFFICE_CLOCK)
ONE_OF_EACH = Generations(1, 1, 1, 1, 1)


def former(folder, moment):
    """A backup as versions before the package wrote it."""
    path = folder / f"desk-{office_time(moment):%Y%m%d-%H%M%S}.db"
    path.write_bytes(b"pages")
    path.with_suffix(".key").write_bytes(b"key")
    return path


def test_backups_of_former_versions_thin_out_with_their_keys(tmp_path):
    all_of_them = [former(tmp_path, NOW - timedelta(hours=number)) for number in range(40)]
    shelf.thin(tmp_path, Generations(3, 2, 1, 1, 1))
    kept = shelf.named(tmp_path)
    assert kept == [all_of_them[number] for number in (0, 1, 2, 10)]
    assert {path.stem for path in tmp_path.glob("*.key")} == {path.stem for path in kept}


def test_what_was_left_half_written_goes_and_what_is_being_written_stays(tmp_path):
    old, young = (
        tmp_path / f"desk-20260715-09300{n}.{part}"
        for n, part in enumerate(("infodesk.part", "part.db"))
    )
    for path in (old, young):
        path.write_bytes(b"half")
    hours_ago = time.time() - 7200
    os.utime(old, (hours_ago, hours_ago))
    shelf.thin(tmp_path, ONE_OF_EACH)
    assert list(tmp_path.iterdir()) == [young]


def test_other_files_in_the_folder_are_left_alone(tmp_path):
    names = {"desk.db", "说明.txt", "desk-2026.infodesk", "desk-20269999-000000.infodesk"}
    for name in names:
        (tmp_path / name).write_bytes(b"")
    shelf.thin(tmp_path, ONE_OF_EACH)
    assert {path.name for path in tmp_path.iterdir()} == names
    assert shelf.named(tmp_path) == []


def test_a_name_that_is_taken_is_not_given_again(tmp_path):
    first = shelf.new_name(tmp_path, NOW)
    first.write_bytes(b"")
    assert shelf.new_name(tmp_path, NOW).name == "desk-20260715-093000-2.infodesk"
    assert shelf.taken_at(first) == NOW


def test_a_file_that_is_no_backup_says_so(tmp_path):
    path = tmp_path / "desk-20260715-093000.infodesk"
    path.write_bytes(b"something else")
    (found,) = shelf.kept(tmp_path)
    assert "不是本软件的备份" in found.fault


def test_one_that_cannot_be_read_or_is_gone_hides_no_other(tmp_path, monkeypatch):
    good, bad, gone = (former(tmp_path, NOW - timedelta(hours=number)) for number in range(3))
    (tmp_path / "desk-20260101-000000.infodesk").mkdir()
    really = shelf.look

    def look(path):
        if path == bad:
            raise PermissionError(13, "not ours", str(path))
        gone.unlink(missing_ok=True)
        return really(path)

    monkeypatch.setattr(shelf, "look", look)
    found = shelf.kept(tmp_path)
    assert [one.path for one in found] == [good, bad]
    assert not found[0].fault
    assert "不能读写" in found[1].fault


def test_a_medium_that_is_pulled_out_while_it_is_read_is_told(tmp_path, monkeypatch):
    def gone(path):
        raise FileNotFoundError(2, "No such file or directory", str(path))

    ZipFile(tmp_path / "a.infodesk", "w").close()
    monkeypatch.setattr(shelf, "read_manifest", gone)
    assert shelf.look(tmp_path / "a.infodesk").fault.startswith("“a.infodesk”读不出来：找不到")
