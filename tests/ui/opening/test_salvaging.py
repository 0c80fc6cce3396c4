"""A damaged store is salvaged from the window; damage found behind the window is told."""

import gc
import os

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from db.soundness import leave
from db.store import SqlStore
from desk.errors import DamagedError
from tests.ui.opening.conftest import drafts, shown
from ui.main_window import MainWindow
from ui.opening import look_over

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "propagateSizeHints")


def rot(store, place):
    """A page that breaks without anything telling it."""
    gc.collect()  # a connection that waits for the collector keeps the log, and tells it
    leave(store)
    before = store.stat()
    with store.open("rb+") as file:
        file.seek(place)
        file.write(b"\xff" * 64)
    os.utime(store, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_damaged_store_is_salvaged(program, press, look, paths, backed_up):
    with paths.store.open("rb+") as file:
        file.write(b"\xff" * 40)  # of the salt and the header
    seen, said = [], []

    def read():
        box = shown(QMessageBox)
        if box is not None:
            said.append(box.text())
        return box is not None

    code = program(
        press("尽量抢救…"),
        read,
        press("打开数据"),
        look(lambda window: seen.extend(drafts(window.session.store))),
    )
    assert (code, seen) == (0, ["一", "二"])
    assert "页损坏" in said[0]
    assert (paths.data / "抢救报告.txt").exists()


def test_damage_found_behind_the_window_is_told(program, look, paths, backed_up, monkeypatch):
    monkeypatch.setattr(look_over, "_FIRST_MS", 0)
    rot(paths.store, paths.store.stat().st_size - 5000)

    def read():
        window = shown(MainWindow)
        if window is None or "有 1 处损坏" not in window.messages.standing.text:
            return False
        window.close()
        return True

    def acknowledge():
        """Closing cannot write a backup of a damaged store, and says so."""
        box = shown(QMessageBox)
        if box is None:
            return False
        QTimer.singleShot(0, box.accept)
        return True

    assert program(read, acknowledge) == 0
    with pytest.raises(DamagedError):
        SqlStore.open(paths)
