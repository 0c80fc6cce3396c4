"""Checks the text while it is typed, a moment after the last key press; a long one beside it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from desk.body import Body
from desk.checking import CheckedFinding, Knowledge, check_draft, manuscript_of
from desk.checks.manuscript import Manuscript
from desk.checks.office import Profile
from desk.checks.passage import Field
from desk.checks.rule import Finding
from desk.drafts import Draft
from ui.editor.body_edit import BodyEdit
from ui.editor.counts import Counts, count
from ui.editor.document import Reading
from ui.editor.finding_rows import Place, places
from ui.editor.findings_panel import FindingsPanel
from ui.editor.marks import Mark, Spot
from ui.editor.placing import table_marks, table_spots, text_marks, text_spots, title_marks
from ui.editor.title_edit import TitleEdit
from ui.session import Session

_PAUSE_MS = 300
_SLOWEST_SHARE = 8  # the pause is at least this many times what the last check took
_LONG = 3_000  # characters, tables included, from which on the window does not wait for a check


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found, in which text, and by what it was judged."""

    draft: Draft
    findings: tuple[CheckedFinding, ...]
    manuscript: Manuscript

    @property
    def open(self) -> list[Finding]:
        """The findings that nobody keeps."""
        return [one.finding for one in self.findings if not one.waived]

    @property
    def texts(self) -> dict[str, str]:
        """The texts by their fields."""
        return {field.value: text for field, text in self.manuscript.fields}


class Inspector(QObject):
    """Lists and underlines what ``engine`` finds wrong in the draft on show.

    Signals:
        counted(Counts): the figures of the text.
        checked(Result): what was found.
    """

    counted = Signal(object)
    checked = Signal(object)

    def __init__(
        self,
        session: Session,
        title: TitleEdit,
        text: BodyEdit,
        panel: FindingsPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._title = title
        self._text = text
        self._panel = panel
        self._draft: Draft | None = None
        self.engine = check_draft
        self._knowledge = Knowledge()
        self._reading = Reading(Body(), (), ())
        self.result: Result | None = None
        self._cost_ms = 0
        self._changes = self._judged = 0  # counts what may change findings; up to where they are
        self._is_beside = False  # whether the worker is checking
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._check_in_time)
        panel.explained.connect(self._set_off)

    def watch(self, draft: Draft, knowledge: Knowledge) -> None:
        """Check this draft from now on, with all that is known about it."""
        before = self._facts()
        self._draft, self._knowledge = draft, knowledge
        if self._facts() != before:
            self.hurry()

    @property
    def profile(self) -> Profile | None:
        """What the publication the draft is meant for asks of it."""
        return self._knowledge.profile

    def _facts(self) -> object:
        """What findings depend on beside the text."""
        if self._draft is None:
            return None
        bare = replace(self._draft, title="", body=Body())
        return bare.id, manuscript_of(bare, self._knowledge), self._knowledge.waivers

    def touch(self) -> None:
        """Note a change; called on every key press."""
        self._changes += 1
        self._timer.start(max(_PAUSE_MS, _SLOWEST_SHARE * self._cost_ms))

    def hurry(self) -> None:
        """Check as soon as the window is idle."""
        self._changes += 1
        self._timer.start(0)

    def begin(self) -> None:
        """Check another text; what was found in the one before has no place in it."""
        self.result = None
        self.hurry()

    def check(self) -> None:
        """Check the text as it stands now."""
        self._timer.stop()
        if self._draft is None:
            return
        clock = QElapsedTimer()
        clock.start()
        reading = self._text.reading()
        now, manuscript = self._read(self._draft, reading)
        checked = tuple(self.engine(now, self._knowledge))
        self._tell(Result(now, checked, manuscript), reading, count(reading.body))
        self._cost_ms = clock.elapsed()

    def _read(self, draft: Draft, reading: Reading) -> tuple[Draft, Manuscript]:
        """The draft as it stands now."""
        now = replace(draft, title=self._title.title, body=reading.body)
        return now, manuscript_of(now, self._knowledge)

    def _check_in_time(self) -> None:
        """Check a long text on the worker, unless long work would keep it waiting there."""
        if self._is_beside:
            self._timer.start(_PAUSE_MS)
            return
        if self._draft is None or self._session.is_working:
            self.check()
            return
        reading = self._text.reading()
        now, manuscript = self._read(self._draft, reading)
        if sum(len(text) for _field, text in manuscript.fields) <= _LONG:
            self.check()
        else:
            self._check_beside(now, manuscript, reading)

    def _check_beside(self, now: Draft, manuscript: Manuscript, reading: Reading) -> None:
        """Check on the worker; what it finds counts only if nothing was typed meanwhile."""
        engine, knowledge, asked = self.engine, self._knowledge, self._changes
        if self.result is None:  # nobody may mend this text by what was found in another
            self._panel.show_findings([], [])
        self._is_beside = True

        def look() -> tuple[Result, Counts]:
            try:
                return Result(now, tuple(engine(now, knowledge)), manuscript), count(now.body)
            finally:
                self._is_beside = False

        def tell(found: tuple[Result, Counts]) -> None:
            if asked == self._changes:
                clock = QElapsedTimer()
                clock.start()
                self._tell(found[0], reading, found[1])
                self._cost_ms = clock.elapsed()

        self._session.look(look, tell)

    def _tell(self, result: Result, reading: Reading, counts: Counts) -> None:
        self.result, self._reading = result, reading
        self._judged = self._changes
        self._show(result)
        self.checked.emit(result)
        self.counted.emit(counts)

    def _show(self, result: Result) -> None:
        still = [one for one in result.findings if not one.waived]
        here = {name: [one for one in still if one.finding.field == name] for name in Field}
        in_title = title_marks(here[Field.TITLE], result.draft.title, self._title.position)
        self._title.marks.show_marks(in_title)
        in_text = text_marks(here[Field.BODY], self._reading.position)
        in_tables = table_marks(here[Field.TABLE], self._reading)
        self._text.marks.show_marks([*in_text, *in_tables])
        kept = [one for one in result.findings if one.waived]
        self._panel.show_findings(places(self.marks, result.texts), kept)

    def _set_off(self, place: Place | None) -> None:
        """Set off the figures that a finding is made of."""
        if place is not None and self._judged != self._changes:
            return  # the text has moved on; after the check it is explained anew
        operands = place.mark.finding.operands if place else ()
        here = {name: [one for one in operands if one.field == name] for name in Field}
        self._title.marks.show_spots(text_spots(here[Field.TITLE], self._title.position))
        spots = text_spots(here[Field.BODY], self._reading.position)
        for one in here[Field.TABLE]:
            spots += table_spots(self._reading, one.start, one.end)
        if place is not None and place.mark.cells:
            spots.append(Spot(place.mark.start, place.mark.end, place.mark.cells))
        self._text.marks.show_spots(spots)

    @property
    def marks(self) -> list[Mark]:
        """Open findings, the title's first, then by place."""
        return [*self._title.marks.marks, *self._text.marks.marks]

    def at_cursor(self) -> list[Mark]:
        """The findings that the cursor stands on while the clerk is in a text, shortest first."""
        for view in (self._title, self._text):
            if view.hasFocus():
                here = [one for one in view.marks.marks if _covers(one, view.textCursor())]
                return sorted(here, key=lambda one: one.end - one.start)
        return []

    def neighbour(self, step: int) -> Mark | None:
        """The next (1) or previous (-1) finding, round the end.

        Counted from the current finding while the cursor selects it, else from the cursor.
        """
        everything = self.marks
        if not everything:
            return None
        place = self._panel.place
        if place is not None and self._selects(place.mark):
            numbers = {id(one): number for number, one in enumerate(everything)}
            return everything[(numbers[id(place.mark)] + step) % len(everything)]
        title = self._title.hasFocus()
        cursor = (self._title if title else self._text).textCursor()
        here = (not title, cursor.selectionStart())
        if step > 0:
            return next((one for one in everything if _key(one) >= here), everything[0])
        return next((one for one in reversed(everything) if _key(one) < here), everything[-1])

    def _selects(self, mark: Mark) -> bool:
        """Whether a mark of this check is selected; a table is, where the cursor is before it."""
        view = self._title if mark.finding.field == Field.TITLE else self._text
        if all(one is not mark for one in view.marks.marks):
            return False
        cursor = view.textCursor()
        end = mark.start if mark.cells else mark.end
        return (cursor.selectionStart(), cursor.selectionEnd()) == (mark.start, end)


def _covers(mark: Mark, cursor: QTextCursor) -> bool:
    return mark.start <= cursor.selectionStart() and cursor.selectionEnd() <= mark.end


def _key(mark: Mark) -> tuple[bool, int]:
    return mark.finding.field != "title", mark.start
