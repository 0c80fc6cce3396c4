"""Damage is noticed: before opening where the file was touched, behind the window where it rots."""

import os
import shutil
from threading import Thread

import pytest

from db.engine import PAGE_BYTES
from db.store import SqlStore
from desk.drafts import DraftQuery
from desk.errors import DamagedError
from desk.jobs import finish
from desk.paths import Paths


def flip(path, page=-1):
    """Turn one bit in the middle of a page."""
    data = bytearray(path.read_bytes())
    place = (page % (len(data) // PAGE_BYTES)) * PAGE_BYTES + PAGE_BYTES // 2
    data[place] ^= 4
    path.write_bytes(data)


def rot(path):
    """Damage that leaves the file's time as it was, as a failing disk does."""
    before = path.stat()
    flip(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_touched_file_is_checked_before_it_is_served(store, paths):
    store.close()
    flip(paths.store)
    with pytest.raises(DamagedError, match="有 1 处损坏"):
        SqlStore.open(paths)


def test_damage_that_no_time_tells_is_found_behind_the_window(store, paths):
    store.close()
    rot(paths.store)
    opened = SqlStore.open(paths)
    assert ["有 1 处损坏" in one for one in finish(opened.look_over())] == [True]
    opened.close()
    with pytest.raises(DamagedError, match="有 1 处损坏"):
        SqlStore.open(paths)


def test_pages_being_written_are_no_damage(office):
    def write():
        for number in range(60):
            office.draft(f"第{number}篇", text="全县扎实推进农田建设。" * 400)

    writing = Thread(target=write)
    writing.start()
    found = []
    while writing.is_alive():
        found += finish(office.store.look_over())
    writing.join()
    assert found == []


def test_a_file_cut_short_is_damaged(store, paths):
    store.close()
    os.truncate(paths.store, paths.store.stat().st_size - PAGE_BYTES // 2)
    with pytest.raises(DamagedError):
        SqlStore.open(paths)


def test_pages_torn_while_the_log_was_brought_in_are_no_damage(office, tmp_path):
    office.draft("一")
    paths = Paths(tmp_path / "cut")
    shutil.copytree(office.store._paths.data, paths.data)  # as a power cut leaves it
    numbers = pages_in(paths.store.with_name("desk.db-wal"))
    for number in numbers:
        flip(paths.store, number - 1)
    assert numbers
    opened = SqlStore.open(paths)
    assert opened.verify() == []
    with opened.read() as work:
        assert len(work.drafts.ids(DraftQuery())) == 1
    opened.close()


def pages_in(log):
    """The pages a log holds that the file has, too."""
    data, count = log.read_bytes(), log.with_name("desk.db").stat().st_size // PAGE_BYTES
    step = PAGE_BYTES + 24
    found = {int.from_bytes(data[at : at + 4], "big") for at in range(32, len(data), step)}
    return {one for one in found if one <= count}
