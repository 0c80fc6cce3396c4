"""What happens when the window closes: unsaved text is asked about, and a backup is written."""

from enum import StrEnum

from PySide6.QtWidgets import QMessageBox, QWidget

from desk.backups.backup import Reason
from desk.errors import DeskError
from desk.jobs import Job
from desk.store import Store
from ui.backups.keeping import Keeping
from ui.waiting import wait_for


class Unsaved(StrEnum):
    """What to do about text that cannot be saved."""

    STAY = "留在窗口"
    WRITE = "另存为文字文件"
    LEAVE = "放弃并退出"


def ask_unsaved(window: QWidget, sentence: str) -> Unsaved:
    """Ask about text that could not be saved; to stay is what happens unless asked otherwise."""
    box = QMessageBox(window)
    box.setWindowTitle("文字还没有存上")
    box.setText(sentence)
    box.setIcon(QMessageBox.Icon.Warning)
    roles = QMessageBox.ButtonRole
    buttons = {
        box.addButton(one.value, role): one
        for one, role in (
            (Unsaved.STAY, roles.RejectRole),
            (Unsaved.WRITE, roles.AcceptRole),
            (Unsaved.LEAVE, roles.DestructiveRole),
        )
    }
    stay = next(iter(buttons))
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return next((one for key, one in buttons.items() if key is box.clickedButton()), Unsaved.STAY)


def back_up(store: Store, keeping: Keeping) -> None:
    """Write a verified backup; a failure is told, and nothing is lost by it."""
    keeping.rest()
    try:
        wait_for(
            _backup(store),
            "正在写备份，写好就退出……",
            skip="跳过这次备份",
            worker=keeping.worker,
        )
    except Exception as error:  # noqa: BLE001 - the program ends, whatever it is
        _tell(error)


def _backup(store: Store) -> Job[None]:
    yield from store.backups.write(reason=Reason.CLOSING)
    yield from store.backups.carry()


def _tell(error: Exception) -> None:
    text = str(error) if isinstance(error, DeskError) else f"备份出错：{error}"
    QMessageBox(QMessageBox.Icon.Warning, "备份没有写成", text).exec()
