"""Save a bulletin as it is typed: at the latest a second after the typing stops."""

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk.bulletins.bulletin import Bulletin, Text
from desk.bulletins.keeping import EDITED, save
from desk.errors import DeskError
from ui.editor.autosave import PATIENCE_MS, RETRY_MS, pause_ms
from ui.session import Session


class Saving(QObject):
    """Keeps the text of the bulletin on show; one save at a time, each of the newest text.

    Signals:
        saved(Bulletin): the store holds this.
        failed(str): the store does not; the text is still in the window.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, text: Callable[[], Text], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._text = text
        self._held: Bulletin | None = None
        self._deed = EDITED
        self._dirty = False
        self._waiting: tuple[Text, str] | None = None
        self._turn = Lock()
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._save)
        # The worker may be busy with pages: then the few milliseconds are spent here.
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._late.timeout.connect(self._on_late)

    @property
    def is_pending(self) -> bool:
        """Whether the store lacks something of the text, as far as is known."""
        return self._dirty or self._waiting is not None

    def begin(self, bulletin: Bulletin) -> None:
        """Go on from a bulletin as the store has it."""
        self._timer.stop()
        self._held, self._dirty, self._deed = bulletin, False, EDITED

    def touch(self, deed: str = EDITED) -> None:
        """Note a change; a deed that is not typing makes a version of its own."""
        if self._held is None or self._held.is_final:
            return
        if deed != EDITED:
            self._deed = deed
        if not self._dirty:
            self._dirty = True
            self._since.start()
        self._timer.start(pause_ms(self._since.elapsed()))

    def flush(self) -> bool:
        """Save now and wait for it; returns whether the store holds the text."""
        self._timer.stop()
        try:
            if self._dirty:
                self._take()
            self._on_saved(self._write())
        except DeskError as error:
            self._on_failed(error)
        return not self._dirty

    def _save(self) -> None:
        self._take()
        self._late.start()
        self._session.do(self._write, done=self._on_saved, failed=self._on_failed)

    def _take(self) -> None:
        """Keep the text for the next write, which takes the newest there is."""
        self._waiting = self._text(), self._deed
        self._deed, self._dirty = EDITED, False

    def _write(self) -> Bulletin | None:
        with self._turn:
            waiting, self._waiting = self._waiting, None
            held = self._held
            if waiting is None or held is None:  # a later write has taken it along
                return None
            text, deed = waiting
            store, by = self._session.store, self._session.by()
            self._held = save(store, held.id, held.generation, text, by=by, deed=deed)
            return self._held

    def _on_saved(self, kept: Bulletin | None) -> None:
        if kept is not None:
            self.saved.emit(kept)

    def _on_late(self) -> None:
        if self._waiting is not None:
            self.flush()

    def _on_failed(self, error: Exception) -> None:
        self._dirty = True
        self._since.start()
        if isinstance(error, DeskError):
            self._timer.start(RETRY_MS)
            self.failed.emit(str(error))
        else:
            self._session.fail(error)
