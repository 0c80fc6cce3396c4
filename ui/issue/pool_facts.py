"""Finds out, behind the window, what the pool tells of each draft: lines, errors, twins."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desk.choosing import errors_of, lines_of, printed_twins
from desk.errors import DeskError
from desk.layout.dressing import dress
from desk.layout.fonts import installed_fonts
from desk.layout.shelf import in_use
from desk.layout.styles import Template
from desk.publications import Publication, Section
from desk.store import Store
from ui.issue.pool import Facts, PoolRow
from ui.session import Session

T = TypeVar("T")
Key = tuple[object, ...]
_AT_ONCE_S = 0.04  # so long the pages of the issue may have to wait
_PORTION = 8
_PAUSE_MS = 500  # checking is heavy: not while the clerk is at it
_CHECKED = 120  # so many are checked without being looked at


@dataclass(frozen=True, slots=True)
class Place:
    """Where drafts would be printed: ``section`` takes those whose kind suggests none."""

    publication: Publication
    section: str
    template: Template

    def style_of(self, row: PoolRow) -> Key:
        """What decides how many lines a row takes there."""
        return self.template.grid, self.template.item_style(self.section_of(row))

    def section_of(self, row: PoolRow) -> str:
        """The section a row would go into."""
        return row.section or self.section


def place_in(publication: Publication, section: Section | None) -> Place | None:
    """A section of a publication as it is printed now; None where its template is faulty."""
    try:
        template = dress(in_use().load(publication.template), publication.appearance)
    except DeskError:
        return None  # the pages say what is wrong with it
    return Place(publication, section.name if section else "", template)


class PoolFacts(QObject):
    """Remembers what it found for as long as a text, its units and its place are the same.

    Signals:
        found(dict[int, Facts]): more is known of these drafts.
    """

    found = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._place: Place | None = None
        self._rows: Sequence[PoolRow] = ()
        self._lines: dict[Key, int] = {}
        self._errors: dict[Key, int] = {}
        self._twins: dict[int, tuple[str, ...]] = {}
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)

    def look_into(self, rows: Sequence[PoolRow], place: Place | None) -> None:
        """Find out what is not known yet of these rows, the first ones first."""
        self._rows, self._place = rows, place
        self._turn += 1
        self._pause.stop()
        self._go_on(self._turn)

    def stop(self) -> None:
        """Find out nothing more."""
        self._turn += 1
        self._pause.stop()

    def facts(self, row: PoolRow, place: Place | None) -> Facts:
        """What is known of a row by now."""
        if place is None:
            return Facts(None, None, self._twins.get(row.draft.id), is_pending=False)
        return Facts(
            self._lines.get(_lines_key(row, place)),
            self._errors.get(_errors_key(row, place)),
            self._twins.get(row.draft.id),
        )

    def forget(self) -> None:
        """Find all but the lines out anew: rules, words or pairs may have changed."""
        self._errors.clear()
        self._twins.clear()
        self._turn += 1
        self._go_on(self._turn)

    def _go_on(self, turn: int) -> None:
        """Ask for the next portion: lines of all, then twins, then after a pause errors."""
        place, rows = self._place, self._rows
        if turn != self._turn or not rows:
            return
        store = self._session.store
        blank = [one for one in rows if one.draft.id not in self._twins]
        if place:
            unset = [one for one in rows if _lines_key(one, place) not in self._lines]
            if unset:
                self._look(turn, unset, partial(_lines, store, place), self._keep_lines)
                return
        if blank:
            self._look(turn, blank, partial(_twins, store), self._keep_twins)
            return
        self._pause.start()

    def _check(self) -> None:
        """Ask for the next portion of errors; the clerk has not done anything for a while."""
        place = self._place
        if place is None:
            return
        unread = [
            one for one in self._rows[:_CHECKED] if _errors_key(one, place) not in self._errors
        ]
        if unread:
            query = partial(_errors, self._session.store, place)
            self._look(self._turn, unread, query, self._keep_errors, self._check)

    def _look(
        self,
        turn: int,
        rows: Sequence[PoolRow],
        query: Callable[[Sequence[PoolRow]], dict[int, T]],
        keep: Callable[[PoolRow, Place | None, T], None],
        then: Callable[[], None] | None = None,
    ) -> None:
        place = self._place

        def done(answers: dict[int, T]) -> None:
            told = {}
            for row in rows:
                if row.draft.id in answers:
                    keep(row, place, answers[row.draft.id])
                    told[row.draft.id] = self.facts(row, self._place)
            self.found.emit(told)  # also where another turn has begun: it won't ask again
            if turn == self._turn:
                if then:
                    then()
                else:
                    self._go_on(turn)

        self._session.look(lambda: query(rows), done)

    def _keep_lines(self, row: PoolRow, place: Place | None, lines: int) -> None:
        if place:
            self._lines[_lines_key(row, place)] = lines

    def _keep_errors(self, row: PoolRow, place: Place | None, errors: int) -> None:
        if place:
            self._errors[_errors_key(row, place)] = errors

    def _keep_twins(self, row: PoolRow, _place: Place | None, twins: tuple[str, ...]) -> None:
        self._twins[row.draft.id] = twins


def _lines_key(row: PoolRow, place: Place) -> Key:
    draft = row.draft
    text = (draft.id, draft.revision, draft.unit_ids)
    return (*text, *place.style_of(row))


def _errors_key(row: PoolRow, place: Place) -> Key:
    return row.draft.id, row.draft.revision, place.publication.id


def _lines(store: Store, place: Place, rows: Sequence[PoolRow]) -> dict[int, int]:
    fonts = installed_fonts()
    found: dict[int, int] = {}
    with store.read() as work:
        units = {unit.id: unit.short for unit in work.registry.units()}
        for some in _portions(rows):
            drafts = work.drafts.several([row.draft.id for row in some])
            sections = {row.draft.id: place.section_of(row) for row in some}
            found |= lines_of(drafts, sections, units, place.template, fonts)
    return found


def _errors(store: Store, place: Place, rows: Sequence[PoolRow]) -> dict[int, int]:
    found: dict[int, int] = {}
    with store.read() as work:
        for some in _portions(rows, 1):
            found |= errors_of(work, place.publication, [row.draft.id for row in some])
    return found


def _twins(store: Store, rows: Sequence[PoolRow]) -> dict[int, tuple[str, ...]]:
    ids = [row.draft.id for row in rows]
    with store.read() as work:
        return dict.fromkeys(ids, ()) | printed_twins(work, ids)


def _portions(rows: Sequence[PoolRow], size: int = _PORTION) -> Iterator[Sequence[PoolRow]]:
    """Portions of the rows, until the time is up; at least one."""
    end = monotonic() + _AT_ONCE_S
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
        if monotonic() > end:
            return
