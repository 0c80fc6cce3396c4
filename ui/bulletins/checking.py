"""Hold a bulletin's text against the ledger while it is edited."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desk.bulletins.bulletin import Text
from desk.bulletins.making import survey_of
from desk.bulletins.passage import Flag, Passage
from desk.bulletins.passages import flags, written
from desk.surveys.stretch import Stretch
from desk.surveys.survey import Survey
from ui.session import Session

_PAUSE_MS = 400


@dataclass(frozen=True, slots=True)
class Checked:
    """What the ledger says to a text: its flags, and the passages as they are written now."""

    passages: tuple[Passage, ...]
    flags: tuple[Flag, ...]
    fresh: tuple[Passage, ...]


class Checking(QObject):
    """Reads the survey once, and looks at the text whenever it has changed.

    Signals:
        read(): the ledger was read, anew or for the first time.
        checked(Checked): the newest text was looked at.
    """

    read = Signal()
    checked = Signal(object)

    def __init__(self, session: Session, text: Callable[[], Text], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._text = text
        self._stretch: Stretch | None = None
        self._asked = self._round = 0
        self.survey: Survey | None = None
        self.result: Checked | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, stretch: Stretch, known: Survey | None = None) -> None:
        """Hold against the ledger of these days, read anew unless it is known."""
        self._stretch, self.result, self.survey = stretch, None, known
        self._asked += 1
        self._round += 1
        if known is None:
            self.again()
        else:
            self.look()

    def again(self) -> None:
        """Read the ledger anew; until it is read, what was known of it stays."""
        if self._stretch is None:
            return
        self._round += 1
        session, stretch, begun = self._session, self._stretch, self._round
        store, office = session.store, session.settings.office
        today = session.today()
        session.look(
            lambda: survey_of(store, stretch, office=office, today=today),
            partial(self._on_survey, begun),
        )

    def touch(self) -> None:
        """Note a change of the text."""
        self._timer.start()

    def look(self) -> None:
        """Look at the text now."""
        self._timer.stop()
        if self.survey is None:
            return
        self._asked += 1
        held, text, asked = self.survey, self._text(), self._asked
        self._session.look(lambda: checked(held, text), partial(self._on_checked, asked))

    def _on_survey(self, begun: int, found: Survey) -> None:
        if begun == self._round:
            self.survey = found
            self.read.emit()
            self.look()

    def _on_checked(self, asked: int, found: Checked) -> None:
        if asked == self._asked:
            self.result = found
            self.checked.emit(found)


def checked(held: Survey, text: Text) -> Checked:
    """Look at a text; raises TemplateError."""
    fresh = written(held, text.template, text.options)
    found = flags(text.passages, held, text.template, text.options)
    return Checked(text.passages, found, fresh)
