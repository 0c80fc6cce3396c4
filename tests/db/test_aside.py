"""What is put aside is encrypted, found again, and gone when it is taken."""

import pytest

from db.aside import FileAside
from desk.body import plain
from desk.errors import StoreError
from desk.sittings import Sitting, Text

KEY = "ab" * 32


@pytest.fixture
def sitting(now):
    return Sitting(7, "w", "王敏", now, now, 3, 12, unsaved=Text("标题", plain("正文abcdef")))


@pytest.fixture
def aside(tmp_path):
    return FileAside(tmp_path / "desk.db", KEY, [tmp_path / "one", tmp_path / "two"])


def test_what_is_put_aside_is_found_as_it_was(aside, sitting):
    aside.put(sitting)
    assert aside.all() == [sitting]


def test_the_latest_state_takes_the_place_of_the_earlier(aside, sitting, now):
    aside.put(sitting)
    later = Sitting(7, "w", "王敏", now, now, 4)
    aside.put(later)
    assert aside.all() == [later]


def test_nothing_of_it_is_readable_on_the_disk(aside, sitting, tmp_path):
    aside.put(sitting)
    data = b"".join(file.read_bytes() for file in (tmp_path / "one").iterdir())
    assert b"abcdef" not in data
    assert "正文".encode() not in data
    assert b"SQLite format" not in data


def test_the_last_one_taken_removes_the_file(aside, sitting, tmp_path):
    aside.put(sitting)
    aside.drop(7, "w")
    assert aside.all() == []
    assert list((tmp_path / "one").iterdir()) == []


def test_a_folder_that_refuses_gives_way_to_the_next(tmp_path, sitting):
    (tmp_path / "one").write_text("a file where a folder should be")
    aside = FileAside(tmp_path / "desk.db", KEY, [tmp_path / "one", tmp_path / "two"])
    aside.put(sitting)
    assert aside.all() == [sitting]


def test_without_any_place_it_says_so(tmp_path, sitting):
    (tmp_path / "one").write_text("a file where a folder should be")
    aside = FileAside(tmp_path / "desk.db", KEY, [tmp_path / "one"])
    with pytest.raises(StoreError):
        aside.put(sitting)


def test_room_is_kept_for_a_full_disk_and_given_back(aside, sitting, tmp_path, monkeypatch):
    aside.reserve()
    room = next((tmp_path / "one").iterdir())
    write = FileAside._write

    def full_while_room_is_taken(self, file, one):
        if room.exists():
            raise StoreError("磁盘已满。")
        write(self, file, one)

    monkeypatch.setattr(FileAside, "_write", full_while_room_is_taken)
    aside.put(sitting)
    assert aside.all() == [sitting]
    assert not room.exists()


def test_what_was_kept_with_another_key_hides_nothing(aside, sitting, tmp_path):
    FileAside(tmp_path / "desk.db", "cd" * 32, [tmp_path / "one"]).put(sitting)
    aside.put(sitting)
    assert aside.all() == [sitting]
    aside.drop(sitting.draft_id, sitting.window)
    assert aside.all() == []
