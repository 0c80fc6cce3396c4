"""Save what is typed: soon after the last key press, and at once before anything else is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk import editing
from desk.body import Body
from desk.drafts import Draft
from desk.errors import DeskError
from ui.session import Session, Topic

PAUSE_MS = 1500
LONGEST_MS = 2500  # while the typing does not pause


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A draft's title and text at one moment."""

    draft_id: int
    title: str
    body: Body


def pause_ms(unsaved_ms: int) -> int:
    """How long to wait after a key press for the next, when the first change is that old."""
    return max(0, min(PAUSE_MS, LONGEST_MS - unsaved_ms))


class Autosave(QObject):
    """Keeps the text of the draft on show.

    Signals:
        saved(Draft, datetime): the store holds the text.
        failed(str): it does not; the text is still in the editor.
    """

    saved = Signal(object, object)
    failed = Signal(str)

    def __init__(
        self, session: Session, snapshot: Callable[[], Snapshot | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._snapshot = snapshot
        self._waiting: Snapshot | None = None
        # One save at a time, and each takes the newest text: an older never follows a newer.
        self._turn = Lock()
        self._dirty = False
        self._queued = False
        self._round = 0  # counts the drafts shown, so that a late answer is not taken for this one
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save)

    @property
    def is_pending(self) -> bool:
        """Whether the store lacks something of the text, as far as is known."""
        return self._dirty or self._queued

    def touch(self) -> None:
        """Note a change; called on every key press."""
        if not self._dirty:
            self._dirty = True
            self._since.start()
        self._timer.start(pause_ms(self._since.elapsed()))

    def save(self) -> None:
        """Save on the worker."""
        if not self._dirty or not self._take():
            return
        self._queued = True
        begun = self._round
        self._session.do(
            self._write,
            done=lambda result: self._on_answer(begun, lambda: self._on_saved(result)),
            failed=lambda error: self._on_answer(begun, lambda: self._on_failed(error)),
        )

    def flush(self) -> bool:
        """Save now and wait for it; returns whether the store holds the text."""
        if not self.is_pending:
            return True
        if not self._take():
            return False
        try:
            self._on_saved(self._write())
        except DeskError as error:
            self._on_failed(error)
        return not self._dirty

    def forget(self) -> None:
        """Begin anew with another draft."""
        self._timer.stop()
        self._dirty = self._queued = False
        self._round += 1

    def _on_answer(self, begun: int, tell: Callable[[], None]) -> None:
        if begun == self._round:
            self._queued = False
            tell()

    def _take(self) -> bool:
        """Keep the text for the next save."""
        self._timer.stop()
        self._waiting = self._snapshot()
        self._dirty = False
        return self._waiting is not None

    def _write(self) -> tuple[Draft, datetime] | None:
        with self._turn:
            snapshot, self._waiting = self._waiting, None
            if snapshot is None:  # a later save has taken it along
                return None
            by = self._session.by()
            draft = editing.save_text(
                self._session.store, snapshot.draft_id, snapshot.title, snapshot.body, by=by
            )
            return draft, by.now

    def _on_saved(self, result: tuple[Draft, datetime] | None) -> None:
        if result is not None:
            self.saved.emit(*result)
            self._session.changed.emit(frozenset({Topic.DRAFTS}))

    def _on_failed(self, error: Exception) -> None:
        self._dirty = True
        self._since.start()
        if isinstance(error, DeskError):
            self.failed.emit(str(error))
        else:
            self._session.fail(error)
