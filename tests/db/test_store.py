"""The unit of work, opening, and what the clerk reads when the disk fails."""

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from db.store import SqlStore
from desk.audit import AuditRecord
from desk.drafts import DraftQuery
from desk.errors import NotAllowedError, StoreError
from desk.paths import Paths
from desk.units import UnitGroup


def groups(store):
    with store.read() as work:
        return [group.name for group in work.registry.groups()]


def test_what_is_done_in_a_unit_of_work_stays_after_reopening(paths, store):
    with store.begin() as work:
        work.registry.save_group(UnitGroup("乡镇"))
    store.close()
    again = SqlStore.open(paths)
    assert groups(again) == ["乡镇"]
    again.close()


def test_an_error_rolls_everything_back_with_its_audit_record(store, now):
    def change_and_fail(work):
        work.registry.save_group(UnitGroup("乡镇"))
        work.audit.add(AuditRecord(now, "王五", "新增分组", "group:1"))
        raise KeyError

    with pytest.raises(KeyError), store.begin() as work:
        change_and_fail(work)
    with store.read() as work:
        assert (work.registry.groups(), work.audit.records()) == ([], [])


def test_closing_a_generator_inside_rolls_back(store):
    def job():
        with store.begin() as work:
            work.registry.save_group(UnitGroup("乡镇"))
            yield

    running = job()
    next(running)
    running.close()
    assert groups(store) == []


def test_a_write_through_a_read_raises(store):
    with pytest.raises(StoreError), store.read() as work:
        work.registry.save_group(UnitGroup("乡镇"))
    assert groups(store) == []


def test_a_read_sees_one_state_while_another_thread_writes(store):
    with store.read() as work:
        assert work.registry.groups() == []
        writing = threading.Thread(target=add_groups, args=(store, "甲", 1))
        writing.start()
        writing.join()
        assert work.registry.groups() == []
    assert groups(store) == ["甲0"]


def test_two_threads_write_in_turn_and_lose_nothing(store):
    threads = [threading.Thread(target=add_groups, args=(store, name, 30)) for name in "甲乙"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(groups(store)) == 60


def add_groups(store, name, count):
    for number in range(count):
        with store.begin() as work:
            work.registry.save_group(UnitGroup(f"{name}{number}"))


def test_beginning_twice_in_one_thread_fails_at_once(store):
    with store.begin(), pytest.raises(RuntimeError, match="inside"), store.begin():
        pass
    with store.begin() as work:
        work.registry.save_group(UnitGroup("乡镇"))


def test_two_stores_on_one_file_write_in_turn(paths, store):
    other = SqlStore.open(paths)
    add_groups(store, "甲", 1)
    add_groups(other, "乙", 1)
    other.close()
    assert groups(store) == ["甲0", "乙0"]


def test_a_file_another_program_holds_is_a_sentence(paths, store, monkeypatch):
    monkeypatch.setattr("db.engine.BUSY_MS", 1)
    other = SqlStore.open(paths)
    with store.begin(), pytest.raises(StoreError, match="正被另一个程序写入"), other.begin():
        pass
    other.close()


def test_no_text_can_be_read_from_the_file(paths, store, draft_of):
    with store.begin() as work:
        work.drafts.add(draft_of("绝不外传的标题"), "王五")
    written = b"".join(path.read_bytes() for path in paths.data.iterdir())
    assert "绝不外传".encode() not in written
    assert b"SQLite format" not in written


def test_only_the_owner_can_read_the_key(paths, store):
    assert (paths.data / "desk.key").stat().st_mode & 0o777 == 0o600


def test_a_missing_key_is_a_sentence_and_the_store_stays(paths, store):
    store.close()
    (paths.data / "desk.key").rename(paths.data / "elsewhere")
    with pytest.raises(StoreError, match="找不到密钥文件"):
        SqlStore.open(paths)
    (paths.data / "elsewhere").rename(paths.data / "desk.key")
    SqlStore.open(paths).close()


@pytest.mark.parametrize(
    ("key", "sentence"), [("0" * 64, "不相配"), ("abc", "已损坏"), ("密" * 64, "已损坏")]
)
def test_a_wrong_key_is_a_sentence(paths, store, key, sentence):
    store.close()
    (paths.data / "desk.key").write_text(key, encoding="utf-8")
    with pytest.raises(StoreError, match=sentence):
        SqlStore.open(paths)


def flip_byte(path: Path, at: int) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[at] ^= 1
    path.write_bytes(damaged)


def test_a_flipped_bit_is_reported(paths, store):
    flip_byte(paths.store, 3 * 8192 + 100)
    assert "1 处损坏" in store.verify()[0]


def test_damage_at_the_head_or_after_an_unclean_end_is_noticed_at_opening(paths, store):
    store.close()
    whole = paths.store.read_bytes()
    flip_byte(paths.store, 50)
    with pytest.raises(StoreError, match="备份恢复"):
        SqlStore.open(paths)
    paths.store.write_bytes(whole)
    flip_byte(paths.store, 3 * 8192 + 100)
    paths.store.with_name("desk.db-wal").write_bytes(b"")
    with pytest.raises(StoreError, match="损坏"):
        SqlStore.open(paths)


def test_an_emptied_file_is_not_taken_for_a_new_office(paths, store):
    store.close()
    paths.store.write_bytes(b"")
    with pytest.raises(StoreError, match="是空的"):
        SqlStore.open(paths)


def test_a_vanished_file_is_not_replaced_while_there_are_backups(paths, store):
    store.backup()
    store.close()
    paths.store.unlink()
    with pytest.raises(StoreError, match="不见了，但还留有它的备份"):
        SqlStore.open(paths)
    assert not paths.store.exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for place in (tmp_path / "file", tmp_path / "file" / "data"):
        with pytest.raises(StoreError, match="不能写入"):
            SqlStore.open(Paths(place))


def test_a_full_disk_is_a_sentence_and_loses_nothing(store, draft_of):
    with store.begin() as work:
        kept = work.drafts.add(draft_of("先来的"), "王五")
    limit_pages(store, 60)
    with pytest.raises(StoreError, match="磁盘已满"), store.begin() as work:
        work.files.put(os.urandom(1 << 20), "big.docx")
    with store.read() as work:
        assert work.drafts.ids(DraftQuery()) == [kept.id]
    limit_pages(store, 1 << 30)
    with store.begin() as work:
        work.files.put(os.urandom(1 << 20), "big.docx")
    assert store.verify() == []


def limit_pages(store, count):
    connection = store._writer.raw_connection()
    connection.execute(f"PRAGMA max_page_count = {count}")
    connection.close()


def test_a_record_pointing_nowhere_is_reported(store, unit):
    connection = store._writer.raw_connection()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM unit_groups")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.close()
    assert "units" in store.verify()[0]


def test_a_broken_link_is_refused_and_rolled_back(store, unit, draft_of):
    with pytest.raises(NotAllowedError, match="冲突"), store.begin() as work:
        work.drafts.add(draft_of(unit_ids=(unit.id, 999)), "王五")
    with store.read() as work:
        assert work.drafts.ids(DraftQuery()) == []


def test_the_callers_own_file_errors_pass_as_they_are(store, tmp_path):
    with pytest.raises(FileNotFoundError), store.begin():
        (tmp_path / "missing.docx").read_bytes()


def test_a_renamed_unit_keeps_its_number(store, unit):
    with store.begin() as work:
        assert work.registry.save_unit(replace(unit, short="民政")).id == unit.id
