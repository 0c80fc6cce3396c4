"""Take in what appears in the watched folder (收稿文件夹), while nothing else runs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desk.errors import NotReadableError
from desk.store import Store
from desk.watching import Stamps, fresh, key, look
from ui.inbox.arriving import take_in
from ui.session import Session, Topic


class FolderWatch(QObject):
    """Looks at the folder of the settings from time to time; off without one.

    Signals:
        received(list[FileResult]): what became of each new file.
    """

    received = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = ""
        self._before: Stamps = {}
        self._tried: dict[str, str] = {}  # in this session; a file that was locked may come again
        self._is_looking = False
        self._is_missing = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        session.changed.connect(self._on_changed)
        self.start()

    def start(self) -> None:
        """Watch the folder of the settings, from now on."""
        settings = self._session.settings
        if settings.watch_folder != self._folder:
            self._folder, self._before, self._is_missing = settings.watch_folder, {}, False
        self._timer.setInterval(settings.watch_seconds * 1000)
        if self._folder:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look at the folder now, unless something else is under way."""
        if self._folder and not self._is_looking and not self._session.is_working:
            self._is_looking = True
            self._session.do(
                partial(_seen, self._session.store, Path(self._folder)),
                done=self._on_seen,
                failed=self._on_failed,
            )

    def _on_seen(self, seen: tuple[Stamps, dict[str, str]]) -> None:
        now, taken = seen
        self._is_looking = self._is_missing = False
        new = fresh(now, self._before, taken | self._tried)
        self._before = now
        if new and not self._session.is_working:
            self._tried |= {key(path): stamp for path, stamp in new.items()}
            take_in(self._session, list(new), self.received.emit, new)

    def _on_failed(self, error: Exception) -> None:
        """Say once that the folder is gone; anything else as it comes."""
        self._is_looking = False
        is_known = self._is_missing and isinstance(error, NotReadableError)
        self._is_missing = isinstance(error, NotReadableError)
        if not is_known:
            self._session.fail(error)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.start()


def _seen(store: Store, folder: Path) -> tuple[Stamps, dict[str, str]]:
    """What lies in the folder, and what was taken from it before."""
    with store.read() as work:
        return look(folder), work.lists.watched()
