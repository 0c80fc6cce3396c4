"""One window a data folder: a second start raises the first one's window."""

import hashlib

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.errors import DeskError
from desk.paths import Paths

_WAIT_MS = 500


def lock_of(paths: Paths) -> QLockFile:
    """The lock of a data folder; it is free at once when its holder is killed."""
    lock = QLockFile(str(paths.data / "desk.lock"))
    lock.setStaleLockTime(0)
    return lock


def _held(lock: QLockFile) -> str:
    """By whom: the lock of another PC comes along where its folder is copied in use."""
    host = lock.getLockInfo()[1]
    where = f"（电脑“{host}”）" if host else ""
    return (
        f"这个数据文件夹正被占用{where}，没有打开。命令行正在恢复的，请等它做完；"
        f"别的电脑正开着的，请先在那里退出。确定没有谁在用，例如文件夹是从别的电脑复制过来的，"
        f"请删除“{lock.fileName()}”，再打开一次。"
    )


class Instance(QObject):
    """Holds the data folder while the window is open.

    Signals:
        raised(): a second start asked for the window.
    """

    raised = Signal()

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        digest = hashlib.sha256(str(paths.data.resolve()).encode()).hexdigest()[:16]
        self._name = f"infodesk-{digest}"
        self._lock = lock_of(paths)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connection)

    def claim(self) -> bool:
        """Take the folder; False when another window has it, which is then raised.

        Raises DeskError where the folder cannot be written, or is held and nobody answers.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise DeskError(
                    f"数据文件夹写不进去：{self._lock.fileName()}。请检查磁盘空间和文件夹的权限。"
                )
            if not self._knock():
                raise DeskError(_held(self._lock))
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Give the folder back."""
        self._server.close()
        self._lock.unlock()

    def _knock(self) -> bool:
        """Whether the window that holds the folder has heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_heard = socket.waitForConnected(_WAIT_MS)
        if is_heard:
            socket.disconnectFromServer()
        return is_heard

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().deleteLater()
        self.raised.emit()
