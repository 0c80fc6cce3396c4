"""Back up when the window has closed, and say so when it takes a while."""

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox

from desk.errors import DeskError
from desk.jobs import Job
from desk.store import Store
from ui.worker import Worker

_PATIENCE_MS = 600


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
