"""The package: opened elsewhere it knows that it is taken over; here nothing has changed."""

import json
import zipfile
from contextlib import closing

import pytest

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.errors import DeskError, FieldError
from desk.handover.packing import pack
from desk.handover.steps import STEPS
from desk.handover.taking import finish_taking, handover_of, keep_words, restore, tick
from desk.jobs import finish
from desk.layout.document_parts import Document
from desk.paths import Paths
from main import main

SECRET = "山高水长2026"  # noqa: S105 - of this test alone


@pytest.fixture
def book(now):
    return lambda: Document("信息编报工作交接书", "云岭县人民政府办公室", now.date(), ())


@pytest.fixture
def hand_over(office, tmp_path, book):
    """Write a package to a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    return lambda password="": finish(
        pack(office.store, stick / "交接包", book, by=office.by, password=password)
    )


def state(store):
    with store.read() as work:
        return handover_of(work)


def actions(store):
    with store.read() as work:
        return [one.action for one in work.audit.records()]


def test_the_next_clerk_goes_on_from_the_package_on_another_pc(office, hand_over, tmp_path):
    office.draft("校园安全检查")
    keep_words(office.store, "周三定稿。", "王敏", "赵晓明", "", by=office.by)
    made = hand_over()
    assert made.backup.reason == "交接"
    assert [one.name for one in made.books] == ["交接包 交接书.pdf", "交接包 交接书.docx"]
    assert all(one.stat().st_size for one in made.books)
    fresh = Paths(tmp_path / "new" / "data")
    finish(FileSafekeeping().restore(fresh, made.backup.path))
    with closing(SqlStore.open(fresh)) as store:
        held = state(store)
        assert held.is_taken_over
        assert held.words == "周三定稿。"
        with store.read() as work:
            assert [one.title for one in work.drafts.rows([1])] == ["校园安全检查"]
        assert store.verify() == []
    assert not state(office.store).is_taken_over


def test_steps_ticked_off_are_kept_until_the_list_is_closed(office, hand_over, tmp_path):
    made = hand_over()
    fresh = Paths(tmp_path / "new")
    finish(FileSafekeeping().restore(fresh, made.backup.path))
    with closing(SqlStore.open(fresh)) as store:
        tick(store, "name", done=True, by=office.by)
        tick(store, "tasks", done=True, by=office.by)
        tick(store, "name", done=False, by=office.by)
    with closing(SqlStore.open(fresh)) as store:
        assert state(store).done == ("tasks",)
        former = finish_taking(store, by=office.by)
        assert not state(store).is_taken_over
        with store.read() as work:
            assert work.audit.records()[0].detail == f"还有 {len(STEPS) - 1} 步没有打勾"
        restore(store, former, by=office.by)
        assert state(store).is_taken_over


def test_a_sealed_package_leaves_no_plain_book_beside_it(office, hand_over, tmp_path):
    made = hand_over(SECRET)
    assert made.books == ()
    assert sorted(one.name for one in (tmp_path / "stick").iterdir()) == ["交接包.infodesk"]
    assert not zipfile.is_zipfile(made.backup.path)
    fresh = Paths(tmp_path / "new")
    finish(FileSafekeeping().restore(fresh, made.backup.path, password=SECRET))
    with closing(SqlStore.open(fresh)) as store:
        assert state(store).is_taken_over


def test_what_was_handed_over_is_recorded(office, hand_over):
    hand_over()
    assert actions(office.store)[:4] == ["导出文件", "导出文件", "导出备份", "准备交接包"]


def test_a_package_that_was_not_written_leaves_no_handover_behind(office, book, tmp_path):
    missing = tmp_path / "no" / "stick"
    missing.parent.write_text("a file where a folder should be")
    with pytest.raises((DeskError, OSError)):
        finish(pack(office.store, missing / "交接包", book, by=office.by))
    assert state(office.store).packed is None
    assert actions(office.store)[0] == "交接包没有写成"


def test_stopping_leaves_no_handover_behind(office, book, tmp_path):
    job = pack(office.store, tmp_path / "交接包", book, by=office.by)
    next(job)
    job.close()
    assert state(office.store).packed is None
    assert not list(tmp_path.glob("交接包*"))


@pytest.mark.parametrize("is_stopped", [True, False])
def test_words_written_while_it_is_packed_stay(office, book, tmp_path, is_stopped):
    job = pack(office.store, tmp_path / "交接包", book, by=office.by)
    next(job)
    keep_words(office.store, "周三定稿。", "王敏", "", "", by=office.by)
    job.close() if is_stopped else finish(job)
    assert state(office.store).words == "周三定稿。"
    assert (state(office.store).packed is None) == is_stopped


def test_words_that_are_too_long_are_refused(office):
    with pytest.raises(FieldError, match="最多 10000 字"):
        keep_words(office.store, "长" * 10_001, "", "", "", by=office.by)


def test_words_left_as_they_were_make_no_record(office):
    keep_words(office.store, "周三定稿。", "", "", "", by=office.by)
    count = len(actions(office.store))
    keep_words(office.store, "周三定稿。 ", "", "", "", by=office.by)
    assert len(actions(office.store)) == count


def test_the_verb_writes_package_and_book(office, paths, tmp_path, capsys, monkeypatch):
    office.store.close()
    words = ("--data", str(paths.data), "handover", "--out", str(tmp_path / "交接"), "--json")
    assert main([*words]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["package"].endswith("交接.infodesk")
    assert len(told["books"]) == 2
    assert main([*words, "--password"]) == 1
    assert "INFODESK_PACKAGE_PASSWORD" in capsys.readouterr().err
    monkeypatch.setenv("INFODESK_PACKAGE_PASSWORD", SECRET)
    assert main([*words, "--password"]) == 0
    assert json.loads(capsys.readouterr().out)["books"] == []
