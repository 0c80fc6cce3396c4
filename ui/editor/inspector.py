"""Checks the text while it is typed, a moment after the last key press."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk.checking import CheckedFinding, check_draft
from desk.checks.rule import Severity
from desk.drafts import Draft, Waiver
from ui.editor.body_edit import BodyEdit
from ui.editor.counts import count
from ui.editor.finding_rows import places
from ui.editor.findings_panel import FindingsPanel
from ui.editor.marks import Mark, place
from ui.editor.title_edit import TitleEdit

_PAUSE_MS = 300
_SLOWEST_SHARE = 8  # the pause is at least this many times what the last check took


class Inspector(QObject):
    """Finds what is wrong in the draft on show, underlines and lists it.

    Signals:
        counted(Counts): the figures of the text.
    """

    counted = Signal(object)

    def __init__(
        self, title: TitleEdit, text: BodyEdit, panel: FindingsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._text = text
        self._panel = panel
        self._draft: Draft | None = None
        self._names: Sequence[str] = ()
        self._waivers: Sequence[Waiver] = ()
        self._cost_ms = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)

    def watch(self, draft: Draft, names: Sequence[str], waivers: Sequence[Waiver]) -> None:
        """Check this draft from now on."""
        before = self._known()
        self._draft, self._names, self._waivers = draft, list(names), list(waivers)
        if self._known() != before:
            self.hurry()

    def _known(self) -> object:
        """What findings depend on beside the text."""
        draft = self._draft
        facts = (draft.id, draft.kind, draft.event_date, draft.report_date) if draft else ()
        return facts, list(self._names), list(self._waivers)

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
        checked = check_draft(now, self._names, self._waivers)
        self._show(checked, now, reading.position)
        self.counted.emit(count(reading.body))
        self._cost_ms = clock.elapsed()

    def _show(
        self, checked: Sequence[CheckedFinding], now: Draft, position: Callable[[int], int]
    ) -> None:
        still = [one.finding for one in checked if not one.waived]
        self._title.show_findings([one for one in still if one.field == "title"])
        body = [one for one in still if one.field == "body"]
        text = now.body.text
        self._text.marks.show_marks(place(body, text, position))
        found = places(self.marks, {"title": now.title, "body": text})
        self._panel.show_findings(found, [one for one in checked if one.waived])

    @property
    def marks(self) -> list[Mark]:
        """Open findings, the title's first, then by place."""
        return [*self._title.marks.marks, *self._text.marks.marks]

    def errors(self) -> int:
        """How many open findings are errors."""
        return sum(mark.finding.severity is Severity.ERROR for mark in self.marks)

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


def _key(mark: Mark) -> tuple[bool, int]:
    return mark.finding.field != "title", mark.start
