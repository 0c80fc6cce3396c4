"""Bring an older store's search up to date behind the window, a few drafts at a time."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from desk.indexing import index_some
from ui.session import Session

_FIRST_MS = 2000  # after the window is up
_BETWEEN_MS = 20  # for what the clerk does meanwhile


class Reindexing(QObject):
    """Works until no draft waits; begun again at the next start where it was stopped."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_MS)
        self._timer.timeout.connect(self._work)
        self._timer.start()

    def _work(self) -> None:
        self._session.look(partial(index_some, self._session.store), self._on_done)

    def _on_done(self, left: int) -> None:
        if left:
            self._timer.start(_BETWEEN_MS)
