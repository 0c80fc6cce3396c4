"""写交接包…: where the package for the next clerk goes, and its password."""

from pathlib import Path

from typing_extensions import override

from desk.backups.backup import SUFFIX
from desk.handover.book import maker
from desk.handover.packing import Packed, pack
from desk.office_clock import office_time
from ui.backups.keeping import Keeping
from ui.backups.target_window import TargetWindow
from ui.session import Topic

_ABOUT = (
    "整个办公室写成一个文件，接交人在自己的电脑上从它继续。不设口令的，交接书（PDF 和 Word）"
    "写在旁边；设口令的，旁边不留交接书，请打印出来当面签。带出单位的，请设口令。"
)


class PackWindow(TargetWindow):
    """As a backup to a place of the clerk's, with the reason 交接."""

    title = "写交接包"
    chapter = "handover"
    about = _ABOUT
    words = "写交接包"
    label = "交接包口令"

    @override
    def start(self, keeping: Keeping, folder: Path, password: str) -> None:
        session, by = self.session, self.session.by()
        book = maker(session.store, session.paths, session.settings, by)
        target = folder / f"交接包 {office_time(by.now):%Y%m%d-%H%M%S}{SUFFIX}"
        job = pack(session.store, target, book, by=by, password=password)
        keeping.start(job, done=self._on_packed)

    def _on_packed(self, made: Packed) -> None:
        beside = "，交接书在旁边" if made.books else "；交接书请打印出来"
        self.session.messages.note(f"交接包已写好并通过校验：{made.backup.path.name}{beside}")
        self.session.changed.emit(frozenset({Topic.SETTINGS}))
