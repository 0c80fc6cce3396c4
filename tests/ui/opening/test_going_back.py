"""Going back to a backup from the window, and what closing does."""

import pytest
from PySide6.QtWidgets import QMessageBox

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.backups.backup import Reason
from desk.errors import StoreError
from desk.jobs import Progress
from tests.ui.opening.conftest import drafts, shown
from ui.backups.deeds import restore_here
from ui.main_window import MainWindow
from ui.opening.doors import Doors
from ui.waiting import WaitWindow

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def going_back(backup):
    """A step that asks for the state of a backup; the question is to be answered."""

    def see(window):
        restore_here(window.session, backup, "少 1 篇来稿")

    return see


def test_the_window_comes_again_on_the_old_state(program, look, answer, paths, backed_up):
    seen = []
    answer("恢复")

    def see(window):
        seen.append(drafts(window.session.store))
        seen.append(window.messages.toast.text)

    program(look(going_back(backed_up), closes=False), gone, look(see))
    assert seen[0] == ["一"]
    assert "已恢复到 2026-07-15 09:30 的状态" in seen[1]


def test_what_was_there_before_is_the_newest_backup_and_comes_back_too(
    program, look, answer, paths, backed_up
):
    seen = []
    answer("恢复")

    def undo(window):
        newest = window.session.store.backups.kept()[0]
        seen.append(newest.reason)
        answer("恢复")
        restore_here(window.session, newest, "多 1 篇来稿")

    program(
        look(going_back(backed_up), closes=False),
        gone,
        look(undo, closes=False),
        gone,
        look(lambda window: seen.extend(drafts(window.session.store))),
    )
    assert seen == [Reason.RESTORE, "一", "二"]


def test_a_backup_that_cannot_be_restored_leaves_everything_as_it_was(
    program, look, answer, backed_up
):
    seen = []
    answer("恢复")
    content = bytearray(backed_up.path.read_bytes())
    content[len(content) // 2] ^= 1
    backed_up.path.write_bytes(content)

    def see(window):
        seen.extend(drafts(window.session.store))
        seen.append(window.messages.banner.text)

    program(look(going_back(backed_up), closes=False), gone, look(see))
    assert seen[:2] == ["一", "二"]
    assert seen[2]


def test_a_failure_on_closing_is_told_and_the_program_ends(program, look, press, paths, store):
    store.close()

    def open_store(at, *, secret=""):
        opened = SqlStore.open(at, secret=secret)

        def write(**_options):
            yield Progress(0, 1, "正在复制数据")
            raise StoreError("磁盘只剩 1 MB。请腾出空间后再试。")

        opened.backups.write = write
        return opened

    said = []

    def read():
        box = shown(QMessageBox)
        if box is not None:
            said.append(box.text())
            box.accept()
        return box is not None

    assert program(look(), read, doors=Doors(open_store, FileSafekeeping)) == 0
    assert "腾出空间" in said[0]


def test_a_slow_backup_on_closing_can_be_skipped(program, look, press, paths, store):
    store.close()

    def open_store(at, *, secret=""):
        opened = SqlStore.open(at, secret=secret)

        def write(**_options):
            while True:
                yield Progress(0, 1, "正在复制数据")

        opened.backups.write = write
        return opened

    doors = Doors(open_store, FileSafekeeping)
    assert program(look(), press("跳过这次备份", WaitWindow), doors=doors) == 0
    assert not list(paths.backups.glob("*.infodesk"))


def gone():
    """A step that waits until the window has closed."""
    return shown(MainWindow) is None
