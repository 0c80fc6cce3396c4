"""What guards the data: a backup that was rehearsed, the password, the lock."""

from typing import cast

from desk.jobs import finish
from desk.locking import set_password
from ui.locking.lock import LockDialog
from ui.settings.page import SettingsPage
from ui.settings.tabs import TABS
from ui.tour.driver import Driver, show

_PASSWORD = "云岭县2026演示"  # noqa: S105 - of the demo office, gone with it


def guard_data(driver: Driver) -> None:
    """Back up and rehearse, then go through the tabs of 设置 that guard the data."""
    store = driver.window.session.store
    finish(store.backups.write())
    finish(store.backups.rehearse())
    page = show(driver, "settings", SettingsPage)
    for kind in TABS:
        page.show_target(kind.title)
        driver.shoot(f"设置 {kind.title}")


def lock_up(driver: Driver) -> None:
    """Set a password, lock the window, and open it again."""
    session, lock = driver.window.session, driver.window.lock
    set_password(session.store, session.by(), _PASSWORD)
    driver.window.lock_now()
    driver.shoot("已锁定")
    dialog = cast("LockDialog", lock.dialog)
    driver.shoot("解锁", dialog)
    dialog.form.field.setText(_PASSWORD)
    dialog.form.button.click()
    driver.wait_until(lambda: not lock.is_locked, "解锁")
