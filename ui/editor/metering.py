"""Measures the draft on show for the section it is meant for; the page is set on the worker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from typing_extensions import override

from desk.drafts import Draft
from desk.extent import Extent, extent
from desk.fees import FeeClass, class_of
from desk.layout.content import ItemContent
from desk.publications import Publication, Section, Tier
from desk.units import Unit
from ui.editor.counts import Counts
from ui.editor.feature import Feature
from ui.editor.meter_words import Measured

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_PAUSE_MS = 400


class Metering(Feature):
    """Shows counts with every check, and the lines a moment after typing has paused."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self.bar = page.middle.figures
        self._units: Sequence[Unit] = ()
        self._publications: Sequence[Publication] = ()
        self._classes: Sequence[FeeClass] = ()
        self._counts: Counts | None = None
        self._extent: Extent | None = None
        self._shown = self._asked = 0
        self._timer = QTimer(page, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._set)
        page.inspector.counted.connect(self._on_counted)
        self.bar.longest.connect(self.select_longest)

    @override
    def show(self, draft: Draft) -> None:
        with self.page.session.store.read() as work:
            self._units = work.registry.units()
            self._publications = work.catalogue.publications()
            self._classes = work.fees.classes()
        if draft.id != self._shown:
            self._shown, self._extent, self._counts = draft.id, None, None
            self.bar.clear()

    def select_longest(self) -> None:
        """Select the longest sentence in the text."""
        if self._counts is None or not self._counts.longest:
            return
        text = self.page.middle.text
        reading, (start, end) = text.reading(), self._counts.place
        cursor = text.textCursor()
        cursor.setPosition(reading.position(start))
        cursor.setPosition(reading.position(end), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        text.ensureCursorVisible()
        text.setFocus()

    def _on_counted(self, counts: Counts) -> None:
        self._counts = counts
        self._show()
        self._timer.start()

    def _show(self) -> None:
        draft, counts = self.page.draft, self._counts
        if draft is None or counts is None:
            return
        publication, _section = self._target()
        self.bar.show_measured(
            Measured(
                counts,
                self.page.inspector.profile,
                self._extent,
                f"《{publication.name}》" if publication else "",
                class_of(self._classes, counts.characters, draft.kind),
            )
        )

    def _target(self) -> tuple[Publication | None, Section | None]:
        """The publication meant, else the first one printed here, whose pages are alike."""
        carrier = self.page.side.findings.carrier.current
        known = {one.id: one for one in self._publications}
        found = known.get(carrier.publication_id)
        if found is None or not found.template:
            own = (one for one in self._publications if one.active and one.tier is Tier.OWN)
            found = next((one for one in own if one.template), None)
        return found, found.section(carrier.section_id) if found else None

    def _set(self) -> None:
        """Set the item as its issue would, and show how long it gets."""
        draft, (publication, section) = self.page.draft, self._target()
        if draft is None or publication is None:
            return
        names = {unit.id: unit.short for unit in self._units}
        units = tuple(names[one] for one in draft.unit_ids if one in names)
        title, body = self.page.middle.title.title, self.page.middle.text.reading().body
        item = ItemContent(title, body, units, str(draft.id))
        first = publication.sections[0].name if publication.sections else ""
        name, folder = section.name if section else first, publication.template
        self._asked += 1
        asked = self._asked

        def measure() -> Extent:
            from desk.layout.fonts import installed_fonts  # noqa: PLC0415 - heavy, loaded on use

            return extent(item, folder, name, installed_fonts())

        self.page.session.look(measure, lambda found: self._on_set(asked, found))

    def _on_set(self, asked: int, found: Extent) -> None:
        if asked == self._asked:
            self._extent = found
            self._show()
