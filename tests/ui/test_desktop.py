"""Starting and ending: what cannot be opened is said; closing backs up."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.errors import StoreError
from ui.desktop import restore_backup, serve
from ui.instance import Instance
from ui.main_window import MainWindow
from ui.opening.doors import Doors

# the offscreen platform has no window manager to tell sizes to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
doors = Doors(SqlStore.open, FileSafekeeping)


@pytest.fixture
def close_soon(qtbot):
    """Close the window as soon as it is on the screen."""
    timer = QTimer(interval=5)

    def look():
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                window.close()

    timer.timeout.connect(look)
    yield timer.start
    timer.stop()


@pytest.fixture
def begun(paths):
    """An office that is there already."""
    SqlStore.open(paths).close()


def test_closing_the_window_ends_well_and_leaves_a_backup(qapp, paths, begun, close_soon):
    close_soon()
    assert serve(qapp, paths, doors) == 0
    assert list(paths.backups.glob("*.infodesk"))


def test_the_folder_is_free_again_after_closing(qapp, paths, begun, close_soon):
    close_soon()
    serve(qapp, paths, doors)
    again = Instance(paths)
    assert again.claim()
    again.release()


def test_a_damaged_settings_file_is_named_and_ends_with_1(qapp, paths, answer):
    paths.data.mkdir()
    paths.settings.write_text("office = 云岭")
    said = answer("退出")
    assert serve(qapp, paths, doors) == 1
    assert any(str(paths.settings) in one and "设置文件读不出来" in one for one in said)


def test_a_damaged_store_is_named_and_ends_with_1(qapp, paths, answer):
    SqlStore.open(paths).close()
    paths.store.write_bytes(b"\0" * 8192)
    said = answer("退出")
    assert serve(qapp, paths, doors) == 1
    assert any("。" in one for one in said)


def test_a_data_folder_that_is_a_file_is_named(qapp, paths, answer):
    paths.data.write_text("")
    said = answer("退出")
    assert serve(qapp, paths, doors) == 1
    assert any(str(paths.data) in one for one in said)


def test_a_second_start_ends_at_once(qapp, paths):
    paths.data.mkdir()
    first = Instance(paths)
    first.claim()
    assert serve(qapp, paths, doors) == 0
    assert not paths.store.exists()
    first.release()


def test_a_folder_is_free_again_when_it_could_not_be_opened(qapp, paths, answer):
    paths.data.mkdir()
    paths.settings.write_text("office = 云岭")
    answer("退出")
    serve(qapp, paths, doors)
    again = Instance(paths)
    assert again.claim()
    again.release()


def test_nothing_is_restored_under_an_open_window(qapp, paths):
    paths.data.mkdir()
    first = Instance(paths)
    first.claim()
    with pytest.raises(StoreError, match="正开着"):
        restore_backup(paths, paths.data / "x.db", lambda *_: pytest.fail("restored"))
    first.release()
