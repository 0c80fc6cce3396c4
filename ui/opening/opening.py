"""Open a data folder's store, with whatever has to be asked before."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QMessageBox

from desk.auditing import By
from desk.errors import DamagedError, DeskError, LockedError, StoreError
from desk.jobs import Job
from desk.locking import set_password
from desk.paths import Paths
from desk.settings import load
from desk.store import Store
from ui.opening.doors import Doors
from ui.opening.whereabouts_box import may_stay
from ui.waiting import wait_for

_OPENING = "正在打开数据……升级或逐页核对时要等一会儿，请不要关机。"


def open_desk(paths: Paths, doors: Doors) -> Store | None:
    """The store, open; None where the clerk would rather leave. Raises DeskError and OSError."""
    if not may_stay(paths) or (_is_untouched(paths) and not _begin(paths, doors)):
        return None
    while True:
        try:
            return _open(paths, doors)
        except StoreError as error:
            if not _is_helped(paths, doors, error):
                return None


def _open(paths: Paths, doors: Doors) -> Store | None:
    try:
        return wait_for(_opened(paths, doors), _OPENING)
    except LockedError:
        return _unlocked(paths, doors)


def _is_helped(paths: Paths, doors: Doors, error: StoreError) -> bool:
    """Whether there is hope that the store opens now; False to leave."""
    if isinstance(error, DamagedError):
        return _rescued(paths, doors, str(error))
    return _try_again(str(error))


def _opened(paths: Paths, doors: Doors) -> Job[Store]:
    yield from ()
    doors.keeper().settle(paths)
    return doors.open_store(paths)


def _unlocked(paths: Paths, doors: Doors) -> Store | None:
    """Ask for the password; raises what stands in the way of opening beside it."""
    from ui.locking.unlock_dialog import ask_secret  # noqa: PLC0415 - not every office has one

    def attempt(secret: str) -> Store | DeskError:
        try:
            return doors.open_store(paths, secret=secret)
        except LockedError:
            raise
        except DeskError as error:
            return error

    def renew(found: Store | DeskError, new: str, recovery: str) -> None:
        if not isinstance(found, DeskError):
            by = By(load(paths.settings).clerk, datetime.now(UTC))
            set_password(found, by, new, recovery)

    found = ask_secret(attempt, renew)
    if isinstance(found, DeskError):
        raise found
    return found


def _is_untouched(paths: Paths) -> bool:
    """Whether there has never been a store: neither it nor what one leaves behind."""
    if any(paths.data.glob(f"{paths.store.stem}.[!l]*")):  # but desk.lock
        return False
    if any(paths.data.glob("restoring.*")):
        return False  # a restore was cut short after its first step: opening ends it
    return not (paths.backups.exists() or (paths.data / "quarantine").exists())


def _begin(paths: Paths, doors: Doors) -> bool:
    """Ask what a first start begins with; False to leave."""
    from ui.opening.packages import bring_back  # noqa: PLC0415 - once in an office's life
    from ui.opening.welcome import WelcomeDialog  # noqa: PLC0415 - as above

    dialog = WelcomeDialog(paths)
    while dialog.exec():
        if dialog.package is None:
            return True
        try:
            if bring_back(doors.keeper(), paths, dialog.package):
                return True
        except DeskError as error:
            QMessageBox(QMessageBox.Icon.Warning, "没有恢复", str(error)).exec()
    return False


def _rescued(paths: Paths, doors: Doors, sentence: str) -> bool:
    """Let the clerk choose what to do about a store that does not open; False to leave."""
    from ui.opening.packages import bring_back, salvage  # noqa: PLC0415 - hardly ever needed
    from ui.opening.rescue_dialog import Choice, RescueDialog  # noqa: PLC0415 - as above

    keeper = doors.keeper()
    while True:
        dialog = RescueDialog(sentence, paths, keeper)
        dialog.exec()
        if dialog.choice in (Choice.QUIT, Choice.RETRY):
            return dialog.choice is Choice.RETRY
        try:
            if dialog.choice is Choice.SALVAGE:
                if salvage(keeper, paths):
                    return True
            elif dialog.source and bring_back(keeper, paths, dialog.source):
                return True
        except DeskError as error:
            sentence = str(error)


def _try_again(sentence: str) -> bool:
    box = QMessageBox(QMessageBox.Icon.Critical, "信息编报台打不开", sentence)
    again = box.addButton("再试一次", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("退出", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is again
