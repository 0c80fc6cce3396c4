"""The watched folder: files are new, whole, and taken once."""

import os
from pathlib import Path

import pytest

from desk.errors import NotReadableError
from desk.jobs import finish
from desk.receiving import receive
from desk.watching import fresh, key, look


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one draft in it."""
    path = tmp_path / "来稿"
    path.mkdir()
    (path / "稿.txt").write_text("县教育局检查校园安全\n检查42所学校。", encoding="utf-8")
    return path


def names(found: dict[Path, str]) -> list[str]:
    return [path.name for path in found]


def test_a_file_is_new_when_two_looks_agree(folder):
    first, second = look(folder), look(folder)
    assert fresh(first, {}, {}) == {}
    assert names(fresh(second, first, {})) == ["稿.txt"]


def test_a_file_that_still_grows_waits(folder):
    before = look(folder)
    (folder / "稿.txt").write_text("更长的文字", encoding="utf-8")
    assert fresh(look(folder), before, {}) == {}


def test_a_file_taken_before_is_new_only_when_it_changed(folder):
    seen = look(folder)
    taken = {key(path): stamp for path, stamp in seen.items()}
    assert fresh(seen, seen, taken) == {}
    os.utime(folder / "稿.txt", ns=(1, 1))
    changed = look(folder)
    assert names(fresh(changed, changed, taken)) == ["稿.txt"]


def test_what_is_no_draft_yet_is_passed_over(folder):
    for name in ("~$稿.docx", ".hidden.docx", "稿.docx.part", "稿.crdownload", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    (folder / "空.docx").touch()
    (folder / ".同步").mkdir()
    (folder / ".同步" / "稿.docx").write_bytes(b"x")
    assert names(look(folder)) == ["稿.txt"]


def test_folders_inside_are_watched_too(folder):
    (folder / "县公安局").mkdir()
    (folder / "县公安局" / "稿.docx").write_bytes(b"x")
    assert names(look(folder)) == ["稿.txt", "稿.docx"]


def test_a_folder_that_is_gone_gets_a_sentence(tmp_path):
    with pytest.raises(NotReadableError, match=r"“.*优盘”打不开，可能是移动盘拔出了"):
        look(tmp_path / "优盘")


def test_taking_in_remembers_the_files_and_leaves_them_alone(folder, office):
    (folder / "图.jpg").write_bytes(b"\xff\xd8\xff")
    seen = look(folder)
    outcomes = finish(receive(office.store, list(seen), by=office.by, stamps=seen))
    assert sorted(outcome.accepted for outcome in outcomes) == [False, True]
    with office.store.read() as work:
        assert fresh(seen, seen, work.lists.watched()) == {}
    assert look(folder) == seen


def test_a_file_that_can_be_tried_again_is_not_remembered(folder, office, monkeypatch):
    seen = look(folder)
    monkeypatch.setattr(Path, "read_bytes", _locked)
    finish(receive(office.store, list(seen), by=office.by, stamps=seen))
    with office.store.read() as work:
        assert fresh(seen, seen, work.lists.watched()) == seen


def _locked(_path: Path) -> bytes:
    raise PermissionError
