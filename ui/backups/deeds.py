"""Bring a backup back: in place of what is there, or beside it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk.backups.backup import Backup, Restored
from desk.errors import LockedError
from desk.office_clock import minute_words, office_time
from desk.paths import Paths
from desk.whole_folder import free_folder
from ui.backups.keeping import Keeping
from ui.dialogs import open_folder
from ui.messages import Offer
from ui.opening.packages import Keys
from ui.session import Session


def restore_here(session: Session, backup: Backup, differs: str) -> None:
    """Ask, then let the window close and come again on the state of a backup."""
    change = f"它比现在{differs}。" if differs else ""
    question = (
        f"用 {minute_words(backup.taken)} 的备份换掉现在的数据？{change}"
        "现在的状态先另写一份备份，恢复后想换回来，选列表里最新的一份再恢复一次就行。"
        "窗口会关上，恢复好再打开。"
    )
    if session.messages.ask(question, "恢复", danger=True):
        session.returning.emit(backup.path)


def restore_elsewhere(
    session: Session, backup: Backup, parent: QWidget, folder: Path | None = None
) -> None:
    """Restore to a new folder inside one that the clerk chooses."""
    chosen = folder or open_folder(parent, "恢复到哪里")
    if chosen:
        name = f"信息编报台-{office_time(backup.taken):%Y%m%d-%H%M}"
        _restore(session, backup, parent, Paths(free_folder(chosen, name)))


def _restore(
    session: Session,
    backup: Backup,
    parent: QWidget,
    place: Paths,
    secret: str = "",
    password: str = "",
) -> None:
    keeping = Keeping.of(session)
    if keeping.keeper is None:
        return

    def failed(error: Exception) -> None:
        if not isinstance(error, LockedError):
            session.fail(error)
            return
        keys = Keys(str(error), parent.window(), sealed=backup.is_sealed)
        if keys.exec():
            _restore(session, backup, parent, place, keys.secret, keys.password)

    job = keeping.keeper().restore(place, backup.path, secret, password)
    keeping.start(job, done=partial(_tell, session), failed=failed)


def _tell(session: Session, restored: Restored) -> None:
    url = QUrl.fromLocalFile(str(restored.data))
    session.messages.note(
        f"已恢复到“{restored.data}”，现在的数据没有动",
        offer=Offer("打开文件夹", lambda: QDesktopServices.openUrl(url)),
    )
