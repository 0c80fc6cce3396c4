"""Mark drafts as read once they have been looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desk import handling
from desk.drafts import Draft
from ui.session import Session

_LOOK_MS = 1000


class Reading(QObject):
    """A second in the preview ``beside`` the list, or opening it, makes a draft a read one."""

    def __init__(self, session: Session, beside: QWidget, on_read: Callable[[int], None]) -> None:
        super().__init__(beside)
        self._session = session
        self._beside = beside
        self._on_read = on_read
        self._draft_id = 0
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._on_looked)

    def _on_looked(self) -> None:
        if self._beside.isVisible():
            self.read(self._draft_id)

    def look_at(self, draft: Draft | None) -> None:
        """Another draft, or none, is shown."""
        self._timer.stop()
        if draft is not None and not draft.is_read and self._beside.isVisible():
            self._draft_id = draft.id
            self._timer.start()

    def read(self, draft_id: int) -> None:
        """Mark a draft as read now; it stays in a list of unread ones until the next look."""
        self._timer.stop()
        self._session.do(
            lambda: handling.mark_read(self._session.store, [draft_id], on=True),
            done=partial(self._done, draft_id),
        )

    def _done(self, draft_id: int, changed: list[int]) -> None:
        if changed:
            self._on_read(draft_id)
