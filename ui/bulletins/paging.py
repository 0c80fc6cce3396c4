"""The true pages of a bulletin: the very PDF that is printed and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desk.bulletins.bulletin import Bulletin, Text
from desk.bulletins.keeping import frozen
from desk.bulletins.press import Press
from desk.layout.preview import page_count
from desk.store import Store
from desk.surveys.survey import Survey
from ui.session import Session

_PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class Pages:
    """A bulletin as it is printed, and the text it was made of."""

    text: Text
    pdf: bytes
    count: int


class Paging(QObject):
    """Lays the text out whenever it has changed; only the newest text is waited for.

    Signals:
        laid_out(Pages): the newest text as pages.
        failed(Exception): it could not be laid out.
    """

    laid_out = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ask: Callable[[], Callable[[], Pages] | None] = lambda: None
        self._busy = False
        self._wanted = False
        self._round = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._lay_out)

    def begin(self, ask: Callable[[], Callable[[], Pages] | None]) -> None:
        """Show from now on what ``ask`` gives a way to make."""
        self._ask = ask
        self._round += 1
        self._busy = self._wanted = False

    def touch(self) -> None:
        """Note a change."""
        self._timer.start()

    def _lay_out(self) -> None:
        if self._busy:
            self._wanted = True
            return
        make = self._ask()
        if make is None:
            return
        self._busy, self._wanted = True, False
        self._session.do(
            make,
            done=partial(self._on_done, self._round),
            failed=partial(self._on_failed, self._round),
        )

    def _on_done(self, begun: int, found: Pages) -> None:
        if begun == self._round:
            self._go_on()
            self.laid_out.emit(found)

    def _on_failed(self, begun: int, error: Exception) -> None:
        if begun == self._round:
            self._go_on()
            self.failed.emit(error)

    def _go_on(self) -> None:
        self._busy = False
        if self._wanted:
            self._timer.start()


def laid_out(press: Press, survey: Survey, text: Text, day: date) -> Pages:
    """A text as pages."""
    pdf = press.pdf(survey, text, day)
    return Pages(text, pdf, page_count(pdf))


def frozen_pages(store: Store, bulletin: Bulletin) -> Pages:
    """A finished bulletin as it went out."""
    pdf = frozen(store, bulletin)[0]
    return Pages(bulletin.text, pdf, page_count(pdf))
