"""Read older issues into the archive behind the page, a few at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desk.archive.indexing import index_some
from ui.session import Session

_BETWEEN_MS = 30  # for what the clerk does meanwhile


class ReadingIn(QObject):
    """Works until no issue waits; ``told`` gets how many still do, after every step."""

    def __init__(self, session: Session, told: Callable[[int], None]) -> None:
        super().__init__(session)
        self._session, self._told = session, told
        self._is_at_work = False
        self._timer = QTimer(self, singleShot=True, interval=_BETWEEN_MS)
        self._timer.timeout.connect(self._work)

    def begin(self) -> None:
        """Go on where it was left, where anything waits."""
        if self._is_at_work:
            return
        with self._session.store.read() as work:
            left = work.printed.count_waiting()
        if left:
            self._is_at_work = True
            self._told(left)
            self._timer.start()

    def _work(self) -> None:
        self._session.look(partial(index_some, self._session.store), self._on_done)

    def _on_done(self, left: int) -> None:
        self._is_at_work = left > 0
        self._told(left)
        if left:
            self._timer.start()
