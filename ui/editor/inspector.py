"""Checks the text while it is typed, a moment after the last key press."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

from desk.body import Body
from desk.checking import CheckedFinding, Knowledge, check_draft, manuscript_of
from desk.checks.passage import Field
from desk.checks.rule import Severity
from desk.drafts import Draft
from ui.editor.body_edit import BodyEdit
from ui.editor.counts import count
from ui.editor.document import Reading
from ui.editor.finding_rows import Place, places
from ui.editor.findings_panel import FindingsPanel
from ui.editor.marks import Mark, Spot
from ui.editor.placing import table_marks, table_spots, text_marks, text_spots
from ui.editor.title_edit import TitleEdit

_PAUSE_MS = 300
_SLOWEST_SHARE = 8  # the pause is at least this many times what the last check took


class Inspector(QObject):
    """Lists and underlines what ``engine`` finds wrong in the draft on show.

    Signals:
        counted(Counts): the figures of the text.
        checked(Draft, list[CheckedFinding], Knowledge): what was found, and in what.
    """

    counted = Signal(object)
    checked = Signal(object, object, object)

    def __init__(
        self, title: TitleEdit, text: BodyEdit, panel: FindingsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._text = text
        self._panel = panel
        self._draft: Draft | None = None
        self.engine = check_draft
        self._knowledge = Knowledge()
        self._reading = Reading(Body(), (), ())
        self._cost_ms = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)
        panel.explained.connect(self._set_off)

    def watch(self, draft: Draft, knowledge: Knowledge) -> None:
        """Check this draft from now on, with all that is known about it."""
        before = self._facts()
        self._draft, self._knowledge = draft, knowledge
        if self._facts() != before:
            self.hurry()

    def _facts(self) -> object:
        """What findings depend on beside the text."""
        if self._draft is None:
            return None
        bare = replace(self._draft, title="", body=Body())
        return bare.id, manuscript_of(bare, self._knowledge), self._knowledge.waivers

    def touch(self) -> None:
        """Note a change; called on every key press."""
        self._timer.start(max(_PAUSE_MS, _SLOWEST_SHARE * self._cost_ms))

    def hurry(self) -> None:
        """Check as soon as the window is idle."""
        self._timer.start(0)

    def check(self) -> None:
        """Check the text as it stands now."""
        self._timer.stop()
        if self._draft is None:
            return
        clock = QElapsedTimer()
        clock.start()
        reading = self._text.reading()
        now = replace(self._draft, title=self._title.title, body=reading.body)
        self._reading = reading
        checked = self.engine(now, self._knowledge)
        self._show(checked, now)
        self.checked.emit(now, checked, self._knowledge)
        self.counted.emit(count(reading.body))
        self._cost_ms = clock.elapsed()

    def _show(self, checked: Sequence[CheckedFinding], now: Draft) -> None:
        still = [one for one in checked if not one.waived]
        here = {name: [one for one in still if one.finding.field == name] for name in Field}
        self._title.marks.show_marks(text_marks(here[Field.TITLE], self._title.position))
        in_text = text_marks(here[Field.BODY], self._reading.position)
        in_tables = table_marks(here[Field.TABLE], self._reading)
        self._text.marks.show_marks([*in_text, *in_tables])
        texts = {name.value: text for name, text in manuscript_of(now, self._knowledge).fields}
        found = places(self.marks, texts)
        self._panel.show_findings(found, [one for one in checked if one.waived])

    def _set_off(self, place: Place | None) -> None:
        """Set off the figures that a finding is made of."""
        if place is not None and self._timer.isActive():
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

    def errors(self) -> int:
        """How many open findings are errors."""
        return sum(mark.finding.severity is Severity.ERROR for mark in self.marks)

    def at_cursor(self) -> Mark | None:
        """The finding that the cursor stands on while the clerk is in the text; the shortest."""
        for view in (self._title, self._text):
            if view.hasFocus():
                here = [one for one in view.marks.marks if _covers(one, view.textCursor())]
                return min(here, key=lambda one: one.end - one.start, default=None)
        return None

    def neighbour(self, step: int) -> Mark | None:
        """The next (1) or previous (-1) finding from the cursor, round the end."""
        everything = self.marks
        if not everything:
            return None
        title = self._title.hasFocus()
        cursor = (self._title if title else self._text).textCursor()
        if step > 0:
            here = (not title, cursor.selectionEnd())
            after = [one for one in everything if _key(one) >= here]
            return after[0] if after else everything[0]
        here = (not title, cursor.selectionStart())
        before = [one for one in everything if _key(one) < here]
        return before[-1] if before else everything[-1]


def _covers(mark: Mark, cursor: QTextCursor) -> bool:
    return mark.start <= cursor.selectionStart() and cursor.selectionEnd() <= mark.end


def _key(mark: Mark) -> tuple[bool, int]:
    return mark.finding.field != "title", mark.start
