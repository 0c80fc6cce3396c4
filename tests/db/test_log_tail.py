"""Commits that lie in the log behind a broken place are missed; what was cut short is not."""

import shutil

import pytest

from db.soundness import log_of
from db.store import SqlStore
from desk.paths import Paths
from desk.units import UnitGroup
from main import open_store

STEPS, PAGE = 4, 8216


@pytest.fixture
def ends(paths, tmp_path):
    """A store as the power went: its folder, and where each commit ends in the log."""
    SqlStore.open(paths).close()
    store, found = SqlStore.open(paths), []
    for number in range(STEPS):
        with store.begin() as work:
            work.registry.save_group(UnitGroup(f"组{number}"))
        found.append(log_of(paths.store).stat().st_size)
    left = Paths(tmp_path / "left")
    shutil.copytree(paths.data, left.data, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
    store.close()
    return left, found


def groups(store):
    with store.read() as work:
        return len(work.registry.groups())


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def opened(paths):
    store = SqlStore.open(paths)
    found = (groups(store), store.unrecorded)
    store.close()
    return found


@pytest.mark.parametrize("broken", range(STEPS))
def test_whole_commits_behind_a_broken_place_are_counted(ends, broken):
    paths, places = ends
    flip(log_of(paths.store), places[broken] - PAGE - 500)  # not in its last page
    assert opened(paths) == (broken, STEPS - broken)


@pytest.mark.parametrize("at", [2, 17, 25])
def test_a_log_whose_head_is_damaged_is_not_an_empty_one(ends, at):
    paths, _places = ends
    flip(log_of(paths.store), at)
    assert opened(paths) == (0, STEPS)


def test_an_unclean_end_that_lost_nothing_is_no_loss(ends):
    assert opened(ends[0]) == (STEPS, 0)


@pytest.mark.parametrize("missing", [1, 24, 5000, 8200, 8216])
def test_a_commit_that_was_cut_short_is_no_loss(ends, missing):
    paths, places = ends
    with log_of(paths.store).open("rb+") as file:
        file.truncate(places[-1] - missing)
    assert opened(paths) == (STEPS - 1, 0)


def test_another_program_that_works_in_the_store_is_no_loss(paths):
    first = SqlStore.open(paths)
    with first.begin() as work:
        work.registry.save_group(UnitGroup("组"))
        second = SqlStore.open(paths)
    assert second.unrecorded == 0
    second.close()
    first.close()


def test_the_loss_is_in_the_trail_with_the_last_step_that_is_kept(ends):
    paths, places = ends
    flip(log_of(paths.store), places[1] - PAGE - 500)
    store = open_store(paths)
    with store.read() as work:
        found = [one for one in work.audit.records() if one.action == "上次没有正常结束"]
    store.close()
    assert len(found) == 1
    assert "至少最后 3 步" in found[0].detail
