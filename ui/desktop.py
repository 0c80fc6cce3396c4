"""Run the window on a store until the clerk closes it."""

import gc
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox

from desk.errors import DeskError, StoreError, sentence_of
from desk.journal import leave_behind
from desk.office_clock import minute_words
from desk.paths import Paths
from desk.settings import Settings, load, load_or_default
from desk.store import Store
from desk.unclean_end import told
from ui.app import catch_errors, create_application
from ui.backups.keeping import Keeping
from ui.backups.progress_row import ProgressRow
from ui.backups.trouble_note import TroubleNote
from ui.closing import back_up
from ui.crash_dialog import CrashDialog, write_log
from ui.garbage import Garbage
from ui.instance import Instance, lock_of
from ui.locking.new_key import NewKey
from ui.locking.recovery_paper import show_recovery
from ui.main_window import MainWindow
from ui.messages import Offer
from ui.opening.doors import Doors
from ui.opening.look_over import LookOver
from ui.opening.opening import open_desk
from ui.pages import PAGES
from ui.search.reindexing import Reindexing
from ui.secrecy.screen_guard import ScreenGuard, system_means
from ui.session import Session
from ui.waiting import wait_for

if TYPE_CHECKING:
    from ui.inbox.results import FileResult

Greet = Callable[[MainWindow], None]
# Windows that were left to go back to a backup: what is destroyed in the middle of a program takes
# down what its threads and timers still know (seen as a crash); a closed one does nothing more.
_LEFT: list[MainWindow] = []


def run(paths: Paths, doors: Doors) -> int:
    """Show the window; the exit code is 1 when it could not open."""
    return serve(create_application(load_or_default(paths.settings).scale), paths, doors)


def serve(app: QApplication, paths: Paths, doors: Doors) -> int:
    """Show the window of an application that is there already, until the clerk closes it.

    After going back to a backup it is shown again, on the state of that backup.
    """
    instance = Instance(paths)
    catch_errors(partial(_show_crash, paths))
    greet: Greet = _say_nothing
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        if not instance.claim():
            return 0
        while (store := _opened(paths, doors)) is not None:
            errand = _work(app, instance, store, paths, doors, greet)
            if errand is None:
                return 0
            if isinstance(errand, NewKey):
                greet = _rekeyed(paths, doors, errand)
            else:
                greet = _gone_back(paths, doors, errand)
    except (DeskError, OSError) as error:
        _refuse(error, paths)
    finally:
        instance.release()
    return 1


def _opened(paths: Paths, doors: Doors) -> Store | None:
    load(paths.settings)  # refuses a damaged file before anything is asked
    store = open_desk(paths, doors)
    if store is not None:
        with suppress(StoreError):  # a store that cannot be written says so when there is text
            leave_behind(store)
    return store


def _work(
    app: QApplication, instance: Instance, store: Store, paths: Paths, doors: Doors, greet: Greet
) -> Path | NewKey | None:
    """The window from its opening to its end; returns what to open again for."""
    window = open_window(store, paths, load(paths.settings))
    instance.raised.connect(window.come_up)
    catch_errors(window.session.fail)
    window.show()
    Garbage(window)
    greet(window)
    if lost := told(store):
        window.messages.alarm(lost)
    window.session.look(_warm_up, lambda _done: None)
    Reindexing(window.session)
    LookOver(window.session)
    ScreenGuard(window.session, system_means())
    _watch(window)
    keeping = Keeping.of(window.session)
    keeping.keeper = doors.keeper
    for one in (ProgressRow(window.session), TroubleNote(window.session)):
        window.statusBar().addPermanentWidget(one)
    keeping.begin()
    window.watch_idleness()
    app.exec()
    catch_errors(partial(_show_crash, paths))
    instance.raised.disconnect(window.come_up)
    if window.errand is None:
        back_up(store, keeping)
    else:  # what comes now keeps the present state itself
        _LEFT.append(window)
    keeping.worker.close()
    gc.collect()  # a connection that waited for it would keep the log, and the next start slow
    store.close()
    return window.errand


def _gone_back(paths: Paths, doors: Doors, source: Path) -> Greet:
    """Restore in place; returns how the window then tells what became of it."""
    from ui.opening.packages import bring_back  # noqa: PLC0415 - hardly ever needed

    try:
        restored = bring_back(doors.keeper(), paths, source)
    except (DeskError, OSError) as error:
        return _telling(error)
    if restored is None:
        return lambda window: window.messages.note("没有恢复，一切照旧")
    kept = "恢复前的状态另有一份备份"
    if restored.former is not None and restored.former.is_dir():
        kept = f"恢复前的数据原样放在“{restored.former}”"
    said = f"已恢复到 {minute_words(restored.backup.taken)} 的状态；{kept}"
    return lambda window: window.messages.note(
        said, offer=Offer("去看备份", lambda: window.session.go("settings", "备份与恢复"))
    )


def _rekeyed(paths: Paths, doors: Doors, errand: NewKey) -> Greet:
    """Give the store another key; the window then shows the new recovery key to be printed."""
    try:
        recovery = wait_for(
            doors.keeper().rekey(paths, errand.password), "正在换密钥，请不要关机……"
        )
    except (DeskError, OSError) as error:
        return _telling(error)
    if not recovery:
        return _say_nothing

    def show(window: MainWindow) -> None:
        show_recovery(window.session, window, recovery)
        window.messages.note("已换密钥；换以前的状态另有一份备份")

    return show


def _telling(error: DeskError | OSError) -> Greet:
    sentence = str(error) if isinstance(error, DeskError) else sentence_of(error)
    return lambda window: window.messages.error(sentence)


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


def _refuse(error: Exception, paths: Paths) -> None:
    text = str(error) if isinstance(error, DeskError) else f"数据文件夹不能使用：{paths.data}"
    _tell("信息编报台打不开", text, "退出", QMessageBox.Icon.Critical)


def _tell(title: str, text: str, word: str, icon: QMessageBox.Icon) -> None:
    """Say something while there is no window to say it in."""
    box = QMessageBox(icon, title, text)
    box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _say_nothing(_window: MainWindow) -> None:
    """There is nothing to tell at an ordinary start."""


def _show_crash(paths: Paths, error: Exception) -> None:
    """Show an error nobody caught while there is no window."""
    CrashDialog(write_log(error, paths.log), paths.log).exec()


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
