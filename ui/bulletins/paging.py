"""The true pages of a bulletin: the very PDF that is printed and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desk.bulletins.bulletin import Text
from desk.bulletins.press import Press
from desk.layout.preview import page_count
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
        self._press = Press({})
        self._ask: Callable[[], tuple[Survey, Text, date] | None] = lambda: None
        self._busy = False
        self._wanted = False
        self._round = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._lay_out)

    def begin(self, press: Press, ask: Callable[[], tuple[Survey, Text, date] | None]) -> None:
        """Lay out what ``ask`` gives from now on."""
        self._press, self._ask = press, ask
        self._round += 1
        self._busy = self._wanted = False

    def touch(self) -> None:
        """Note a change."""
        self._timer.start()

    def _lay_out(self) -> None:
        if self._busy:
            self._wanted = True
            return
        asked = self._ask()
        if asked is None:
            return
        self._busy, self._wanted = True, False
        self._session.do(
            partial(laid_out, self._press, *asked),
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
