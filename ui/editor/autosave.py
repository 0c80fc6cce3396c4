"""Save what is typed: soon after the last key press, and at once before anything else is shown.

A text that cannot be a revision is kept beside the revisions, and where the store cannot be
written, in an encrypted file elsewhere; both are offered again.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk import journal
from desk.body import Body
from desk.drafts import Draft
from desk.errors import DeskError, StoreError
from desk.sittings import Sitting, Text
from ui.editor.seat import Seat
from ui.session import Session, Topic

PAUSE_MS = 700
LONGEST_MS = 1000  # while the typing does not pause: leaves two seconds for a busy machine
PATIENCE_MS = 300  # for the store to answer, before the text is put aside meanwhile
RETRY_MS = 3000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A draft's title and text at one moment, and where the cursor stood."""

    draft_id: int
    title: str
    body: Body
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a snapshot: a revision, or kept beside for a reason."""

    draft: Draft | None
    when: datetime
    refusal: DeskError | None = None


def pause_ms(unsaved_ms: int) -> int:
    """How long to wait after a key press for the next, when the first change is that old."""
    return max(0, min(PAUSE_MS, LONGEST_MS - unsaved_ms))


class Autosave(QObject):
    """Keeps the text of the draft on show.

    Signals:
        saved(Draft, datetime): a revision holds the text.
        kept_beside(DeskError): the store holds it, but not as a revision, and why.
        failed(str): the store does not hold it; the text is still in the editor.
    """

    saved = Signal(object, object)
    kept_beside = Signal(object)
    failed = Signal(str)

    def __init__(
        self, session: Session, snapshot: Callable[[], Snapshot | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.seat = Seat()
        self._session = session
        self._snapshot = snapshot
        self._waiting: Snapshot | None = None
        self._latest: Snapshot | None = None
        # One save at a time, and each takes the newest text: an older never follows a newer.
        self._turn = Lock()
        self._dirty = False
        self._queued = False
        self._beside = False
        self._aside: Sitting | None = None  # what was put into the file elsewhere
        self._round = 0  # counts the drafts shown, so that a late answer is not taken for this one
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._on_late)

    @property
    def is_pending(self) -> bool:
        """Whether the revisions lack something of the text, as far as is known."""
        return self._dirty or self._queued or self._beside

    @property
    def is_kept(self) -> bool:
        """Whether the store holds the text, as a revision or beside them."""
        return not self._dirty

    @property
    def is_beside(self) -> bool:
        """Whether the store holds the text beside the revisions."""
        return self._beside

    @property
    def is_aside(self) -> bool:
        """Whether the text lies in the file elsewhere."""
        return self._aside is not None

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
        self._late.start()
        begun = self._round
        self._session.do(
            self._write,
            done=lambda result: self._on_answer(begun, lambda: self._on_written(result)),
            failed=lambda error: self._on_answer(begun, lambda: self._on_failed(error)),
        )

    def flush(self) -> bool:
        """Save now and wait for it; returns whether a revision holds the text."""
        if self._dirty or self._queued:
            if not self._take():
                return False
            try:
                self._on_written(self._write())
            except DeskError as error:
                self._on_failed(error)
        return not (self._dirty or self._beside)

    def forget(self) -> None:
        """Begin anew with another draft."""
        self._timer.stop()
        self._late.stop()
        self._dirty = self._queued = self._beside = False
        self._aside = None
        self._round += 1

    def _on_answer(self, begun: int, tell: Callable[[], None]) -> None:
        if begun == self._round:
            self._queued = False
            self._late.stop()
            tell()

    def _take(self) -> bool:
        """Keep the text for the next save."""
        self._timer.stop()
        self._waiting = self._latest = self._snapshot()
        self._dirty = False
        return self._waiting is not None

    def _write(self) -> Written | None:
        with self._turn:
            snapshot, self._waiting = self._waiting, None
            if snapshot is None:  # a later save has taken it along
                return None
            is_written = False
            try:
                written = self._keep(snapshot)
                is_written = True
            finally:  # whatever went wrong
                if not is_written:
                    self._put_aside(snapshot)
            self._drop_aside()
            return written

    def _keep(self, snapshot: Snapshot) -> Written:
        """Make the text a revision, or keep it beside them."""
        store, by = self._session.store, self._session.by()
        text = Text(snapshot.title, snapshot.body)
        sitting = self.seat.beat(snapshot.draft_id, by, snapshot.cursor)
        try:
            return Written(journal.save(store, sitting, text, by=by), by.now)
        except StoreError:
            raise
        except DeskError as refusal:
            journal.keep_unsaved(store, replace(sitting, unsaved=text))
            return Written(None, by.now, refusal)

    def _put_aside(self, snapshot: Snapshot) -> None:
        sitting = self.seat.beat(snapshot.draft_id, self._session.by(), snapshot.cursor)
        held = replace(sitting, unsaved=Text(snapshot.title, snapshot.body))
        self._aside = None
        with suppress(StoreError):
            self._session.store.aside.put(held)
            self._aside = held

    def _drop_aside(self) -> None:
        held, self._aside = self._aside, None
        if held is not None:
            with suppress(StoreError):
                self._session.store.aside.drop(held.draft_id, held.window)

    def _on_late(self) -> None:
        """The store is busy with something long: do not let the text wait for it."""
        if self._queued and self._latest is not None:
            self._put_aside(self._latest)

    def _on_written(self, result: Written | None) -> None:
        if result is None:
            return
        self._beside = result.refusal is not None
        if result.refusal is not None:
            self.kept_beside.emit(result.refusal)
        else:
            self.saved.emit(result.draft, result.when)
        self._session.changed.emit(frozenset({Topic.DRAFTS}))

    def _on_failed(self, error: Exception) -> None:
        self._dirty = True
        self._since.start()
        if isinstance(error, DeskError):
            self._timer.start(RETRY_MS)
            self.failed.emit(str(error))
        else:
            self._session.fail(error)
