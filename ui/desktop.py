"""Run the window on a store until the clerk closes it."""

import gc
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox

from desk.errors import DeskError, StoreError
from desk.journal import leave_behind
from desk.paths import Paths
from desk.settings import Settings, load
from desk.store import Store
from ui.app import catch_errors, create_application
from ui.closing import back_up
from ui.instance import Instance, lock_of
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.search.reindexing import Reindexing
from ui.session import Session

if TYPE_CHECKING:
    from ui.inbox.results import FileResult

OpenStore = Callable[[Paths], Store]


def run(paths: Paths, open_store: OpenStore) -> int:
    """Show the window; the exit code is 1 when it could not open."""
    return serve(create_application(_scale(paths)), paths, open_store)


def serve(app: QApplication, paths: Paths, open_store: OpenStore) -> int:
    """Show the window of an application that is there already, until the clerk closes it."""
    instance = Instance(paths)
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        if not instance.claim():
            return 0
        settings = load(paths.settings)
        store = open_store(paths)
        with suppress(StoreError):  # a store that cannot be written says so when there is text
            leave_behind(store)
    except (DeskError, OSError) as error:
        instance.release()
        return _refuse(error, paths)
    window = open_window(store, paths, settings)
    instance.raised.connect(lambda: _raise(window))
    catch_errors(window.session.fail)
    window.show()
    gc.enable()
    window.session.look(_warm_up, lambda _done: None)
    Reindexing(window.session)
    _watch(window)
    code = app.exec()
    back_up(store)
    store.close()
    instance.release()
    return code


def restore_backup(paths: Paths, source: Path, restore: Callable[[Paths, Path], None]) -> None:
    """Restore a backup while no window holds the data folder. Raises StoreError."""
    paths.data.mkdir(parents=True, exist_ok=True)
    lock = lock_of(paths)
    if not lock.tryLock(0):
        raise StoreError("信息编报台正开着这个数据文件夹，不能恢复。请先退出程序再试。")
    try:
        restore(paths, source)
    finally:
        lock.unlock()


def open_window(
    store: Store,
    paths: Paths,
    settings: Settings,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> MainWindow:
    """Build the window of a store."""
    window = MainWindow()
    window.furnish(Session(store, paths, settings, window.messages, clock), PAGES)
    return window


def _scale(paths: Paths) -> int:
    try:
        return load(paths.settings).scale
    except DeskError:
        return Settings().scale


def _refuse(error: Exception, paths: Paths) -> int:
    text = str(error) if isinstance(error, DeskError) else f"数据文件夹不能使用：{paths.data}"
    _tell("信息编报台打不开", text, "退出", QMessageBox.Icon.Critical)
    return 1


def _tell(title: str, text: str, word: str, icon: QMessageBox.Icon) -> None:
    """Say something while there is no window to say it in."""
    box = QMessageBox(icon, title, text)
    box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _raise(window: MainWindow) -> None:
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def _watch(window: MainWindow) -> None:
    """Take in what comes into the watched folder, and tell it without getting in the way."""
    from ui.watching import FolderWatch  # noqa: PLC0415 - the window is up before it is needed

    def tell(results: "list[FileResult]") -> None:
        taken = sum(1 for one in results if one.draft_id)
        window.page("inbox").show_target(results)
        refused = f"，{len(results) - taken} 个没有收入" if taken < len(results) else ""
        window.messages.note(f"收稿文件夹收入 {taken} 篇{refused}，结果在“来稿”")

    FolderWatch(window.session, window).received.connect(tell)


def _warm_up() -> None:
    """Load what the first draft will need, while the clerk reads the first page."""
    from desk.checks.engine import check  # noqa: PLC0415 - heavy, and not needed to show the window
    from desk.checks.manuscript import Manuscript  # noqa: PLC0415 - as above
    from desk.drafts import Kind  # noqa: PLC0415 - as above

    body = "9月12日，云岭县投资1.2亿元，占全年任务的86%。一是抓开工，二是加強督导。"
    check(Manuscript("云岭县两项措施抓投资", body, Kind.MEASURE))
