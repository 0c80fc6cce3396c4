"""What happens when the window closes: unsaved text is asked about, and a backup is written."""

from enum import StrEnum

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from desk.errors import DeskError
from desk.jobs import Job
from desk.store import Store
from ui.worker import Worker

_PATIENCE_MS = 600


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


def back_up(store: Store) -> None:
    """Write a verified backup; a failure is told, and nothing is lost by it."""
    loop = QEventLoop()
    note = QLabel("正在写备份，写好就退出……", margin=24)
    note.setWindowTitle("信息编报台")
    note.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    patience.timeout.connect(note.show)
    patience.start()
    failures: list[Exception] = []

    def failed(error: Exception) -> None:
        failures.append(error)
        loop.quit()

    worker = Worker()
    worker.run(_backup(store), done=lambda _done: loop.quit(), failed=failed)
    loop.exec()
    patience.stop()
    note.close()
    worker.close()
    for error in failures:
        _tell(error)


def _backup(store: Store) -> Job[None]:
    yield from ()
    store.backup()


def _tell(error: Exception) -> None:
    text = str(error) if isinstance(error, DeskError) else f"备份出错：{error}"
    QMessageBox(QMessageBox.Icon.Warning, "备份没有写成", text).exec()
