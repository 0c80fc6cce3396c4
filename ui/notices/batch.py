"""Send ticked letters out: to the printer in one job, into one PDF, or into a file for each."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk.jobs import Job, Progress
from desk.layout.forms import form_docx
from desk.notices.notice import Notice
from desk.notices.printing import filing, printing
from desk.whole_folder import free_folder, safe_name
from ui.dialogs import open_folder, save_path
from ui.leaving import keep_file, keep_folder
from ui.session import Session


class Batch:
    """Asks where to, works with progress, and notes what came of it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._parent = parent

    def print_out(
        self, notices: Sequence[Notice], send: Callable[[bytes], None], *, two_up: bool
    ) -> None:
        """Make one PDF of the letters and hand it to the printer's dialog."""
        if self._has(notices):
            self._session.start(printing(notices, two_up=two_up), done=send)

    def pdf(self, notices: Sequence[Notice], name: str, *, two_up: bool) -> None:
        """Keep the letters as one PDF."""
        path = save_path(self._parent, name, ".pdf", "PDF 文件") if self._has(notices) else None
        if path:
            self._session.start(
                _written(self._session, printing(notices, two_up=two_up), path),
                done=lambda _size: self._session.messages.note(f"已存为 {path.name}"),
            )

    def word(self, notices: Sequence[Notice], name: str) -> None:
        """Keep each letter as a Word file: one in a file, several in a new folder."""
        if not self._has(notices):
            return
        if len(notices) == 1:
            self._one(notices[0])
            return
        parent = open_folder(self._parent, f"{len(notices)} 个文件存到哪个文件夹")
        if parent is not None:
            folder = free_folder(parent, safe_name(name))
            self._session.start(
                filing(notices, folder),
                done=partial(self._told, folder),
            )

    def _one(self, notice: Notice) -> None:
        path = save_path(self._parent, notice.file_name, ".docx", "Word 文件")
        if path:
            self._session.do(
                lambda: keep_file(self._session, path, form_docx(notice.form)),
                note=f"已存为 {path.name}",
            )

    def _told(self, folder: Path, count: int) -> None:
        keep_folder(self._session, folder, count)
        self._session.messages.note(f"已在“{folder.name}”存了 {count} 个文件，每个单位一个")

    def _has(self, notices: Sequence[Notice]) -> bool:
        if not notices:
            self._session.messages.note("没有选中的函件，请先在列表里打勾（空格）")
        return bool(notices)


def _written(session: Session, job: Job[bytes], path: Path) -> Job[int]:
    """Write what a job makes; nothing is written where it is cancelled."""
    data = yield from job
    yield Progress(1, 1, "正在写文件")
    return keep_file(session, path, data)
