"""Compare the text with the original, or any two versions: Ctrl+E, and back."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from typing_extensions import override

from desk.body import Table
from desk.comparison.model import Comparison
from desk.comparison.texts import Text, compare
from desk.comparison.versions import Version, versions
from desk.drafts import Draft
from desk.reports.collation import Collation
from ui import style
from ui.editor.compare_pane import ComparePane
from ui.editor.compare_paper import ComparePaper
from ui.editor.feature import Feature
from ui.manual.context import tell_of

if TYPE_CHECKING:
    from ui.editor.page import EditorPage

_LONG = 6_000  # characters of two texts, tables included, from which on nobody waits for them


class Comparing(Feature):
    """Shows the comparison in the text's place; touching the text brings it back."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        look = style.Look(page.session.settings.scale)
        self.pane = ComparePane(page.pictures, look, self._ask)
        tell_of(self.pane, "comparing")
        self._draft_id = 0  # 0 while the text itself is on show
        self._is_covered = False  # whether the comparison stands in its place
        self._next: list[Callable[[], None]] = []  # to be done with what is being compared
        self.paper = ComparePaper(page.session, page)
        self.pane.left.connect(self.back)
        self.pane.bar.printed.connect(self.print_out)
        self.pane.bar.saved_as.connect(self._save_as)
        self.pane.entered.connect(self._enter)
        self.pane.compared.connect(self._on_compared)
        page.side.history.compared.connect(self.compare)
        page.middle.text.cursorPositionChanged.connect(self._uncover)
        page.middle.text.edited.connect(self._uncover)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+E": self.toggle,
            "F4": lambda: self._step(1),
            "Shift+F4": lambda: self._step(-1),
            "Ctrl+Alt+E": self.print_out,
        }

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return (
            ("与原稿对照", "Ctrl+E"),
            ("下一处改动", "F4"),
            ("打印对照稿", "Ctrl+Alt+E"),
        )

    @override
    def show(self, draft: Draft) -> None:
        if self._draft_id and draft.id != self._draft_id:
            self._uncover()
        elif self._draft_id:
            self._follow(draft)

    def toggle(self) -> None:
        """Compare with the original, or go back to the text."""
        if self._draft_id:
            self.back()
        else:
            self.compare(0, -1)

    def compare(self, old: int, new: int) -> None:
        """Compare two versions by their numbers: 0 is the original, -1 the present text."""
        self.page.saved_first(lambda: self._compare(old, new))

    def print_out(self) -> None:
        """Show what is compared as pages to print; the original with the text if nothing is."""
        if not self._draft_id:
            self.compare(0, -1)
        self._then(self._print)

    def _print(self) -> None:
        collation = self._collation()
        if collation:
            self.paper.show(collation)

    def _then(self, action: Callable[[], None]) -> None:
        """Do something with the comparison, once there is one."""
        if self.pane.comparison is not None:
            action()
        elif self._draft_id:
            self._next.append(action)

    def _save_as(self, suffix: str) -> None:
        collation = self._collation()
        if collation:
            self.paper.save(collation, suffix)

    def _collation(self) -> Collation | None:
        draft, comparison = self.page.draft, self.pane.comparison
        if draft is None or draft.id != self._draft_id or comparison is None:
            return None
        return self.paper.collation(draft, self.pane.chosen, comparison)

    def back(self) -> None:
        """Show the text again."""
        self._uncover()
        self.page.middle.text.setFocus()

    def _compare(self, old: int, new: int) -> None:
        draft = self.page.draft
        if draft is None:
            return
        found = self._versions(draft)
        places = {one.number: at for at, one in enumerate(found)} | {-1: len(found) - 1}
        self._draft_id, self._is_covered = draft.id, False
        self._next.clear()
        self.pane.pixels = self.page.middle.text.pixels
        self.pane.show_versions(found, places.get(old, 0), places.get(new, len(found) - 1))

    def _ask(self, old: Text, new: Text, done: Callable[[Comparison], None]) -> None:
        """Compare here, or long texts on the worker unless it has long work to do."""
        session = self.page.session
        if session.is_working or _size(old) + _size(new) <= _LONG:
            done(compare(old, new))
        else:
            session.look(lambda: compare(old, new), done)

    def _on_compared(self) -> None:
        """Show the comparison, unless the clerk has gone on in the text."""
        if not self._draft_id:
            return
        if not self._is_covered:
            self._is_covered = True
            self.page.middle.cover(self.pane)
            self.pane.setFocus()
        self._ask_for_pictures()
        waiting, self._next = self._next, []
        for action in waiting:
            action()

    def _ask_for_pictures(self) -> None:
        if self.page.draft is not None:
            texts = (one.text.body for one in self.pane.chosen)
            own = self.page.draft.body, self.page.draft.original.body
            self.page.pictures.ask_for(*own, *texts)

    def _follow(self, draft: Draft) -> None:
        """Compare anew when there are other texts than before."""
        found = self._versions(draft)
        if [one.text for one in found] != [one.text for one in self.pane.versions]:
            old, new = (one.number for one in self.pane.chosen)
            was_last = new == self.pane.versions[-1].number
            self._compare(old, -1 if was_last else new)

    def _versions(self, draft: Draft) -> list[Version]:
        with self.page.session.store.read() as work:
            return versions(draft, work.drafts.revisions(draft.id))

    def _step(self, step: int) -> None:
        """Go to the next change, comparing first where that is not yet done."""
        if not self._draft_id:
            self.compare(0, -1)
        self._then(lambda: self.pane.view.go_by(step))

    def _uncover(self) -> None:
        if self._draft_id:
            self._draft_id, self._is_covered = 0, False
            self._next.clear()
            self.page.middle.uncover()

    def _enter(self, paragraph: int, offset: int) -> None:
        """Go to a change in the text."""
        self._uncover()
        middle = self.page.middle
        if not paragraph:
            middle.title.setFocus()
            return
        reading = middle.text.reading()
        if paragraph <= len(reading.starts):
            cursor = QTextCursor(middle.text.document())
            cursor.setPosition(reading.position(reading.starts[paragraph - 1] + offset))
            middle.text.setTextCursor(cursor)
        middle.text.setFocus()


def _size(text: Text) -> int:
    tables = [block for block in text.body.blocks if isinstance(block, Table)]
    cells = (len(cell) for table in tables for row in table.rows for cell in row)
    return len(text.body.text) + sum(cells)
