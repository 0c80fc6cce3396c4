"""One window a data folder."""

import subprocess
import sys

import pytest

from desk.errors import DeskError
from ui.instance import Instance


@pytest.fixture
def claim(qtbot, paths):
    """Start once more on the data folder."""
    paths.data.mkdir()
    made = []

    def start():
        made.append(Instance(paths))
        return made[-1], made[-1].claim()

    yield start
    for one in made:
        one.release()


def test_a_free_folder_is_taken(claim):
    assert claim()[1]


def test_a_second_start_is_refused_and_raises_the_first(claim, qtbot):
    first, _ = claim()
    with qtbot.waitSignal(first.raised):
        _, taken = claim()
    assert not taken


def test_each_further_start_raises_the_first_again(claim, qtbot):
    first, _ = claim()
    for _ in range(3):
        with qtbot.waitSignal(first.raised):
            claim()


def test_a_folder_given_back_can_be_taken_again(claim):
    first, _ = claim()
    first.release()
    assert claim()[1]


def test_a_lock_left_behind_by_a_power_cut_does_not_hold(claim, paths):
    dying = "import os, sys; from PySide6.QtCore import QLockFile; lock = QLockFile(sys.argv[1]); "
    dying += "os._exit(0 if lock.tryLock(0) else 1)"
    command = [sys.executable, "-c", dying, str(paths.data / "desk.lock")]
    subprocess.run(command, check=True)  # noqa: S603 - our own interpreter and script
    assert (paths.data / "desk.lock").exists()
    assert claim()[1]


def test_the_lock_that_came_with_a_folder_from_another_pc_is_told(claim, paths):
    (paths.data / "desk.lock").write_text("26645\npython\n旧电脑\n3d12\n4509\n", "utf-8")
    with pytest.raises(DeskError, match=r"旧电脑.*desk\.lock"):
        claim()
    (paths.data / "desk.lock").unlink()
    assert claim()[1]


def test_a_folder_that_cannot_be_written_is_no_second_start(claim, paths):
    paths.data.rmdir()
    with pytest.raises(DeskError, match="写不进去"):
        claim()
