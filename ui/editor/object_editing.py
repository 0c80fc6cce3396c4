"""Tables and pictures in the text on show: put in, edited in their place, taken out."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from desk import tabling
from desk.body import Picture, Table
from desk.drafts import Draft
from ui.dialogs import open_paths
from ui.editor import document as documents
from ui.editor.feature import Feature
from ui.editor.finding_rows import Place
from ui.editor.object_place import ObjectPlace
from ui.editor.pasting import File
from ui.editor.picture_editing import KINDS, keep, renewed
from ui.editor.picture_form import PictureForm
from ui.editor.table_chooser import TableChooser
from ui.editor.table_frame import TableFrame
from ui.editor.table_places import At
from ui.manual.context import tell_of

if TYPE_CHECKING:
    from ui.editor.page import EditorPage


class ObjectEditing(Feature):
    """Ctrl+Alt+T, and Enter or a double click on a table or picture."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._text = text = page.middle.text
        self.table, self.picture = TableFrame(text), PictureForm(text)
        self.chooser = TableChooser(text)
        self._place: ObjectPlace | None = None
        self._writing = False
        text.opened.connect(self.open)
        text.read_soon.connect(self._write)
        text.document().contentsChanged.connect(self._on_changed)
        text.marks.drawn.connect(self._show_looks)
        text.verticalScrollBar().valueChanged.connect(lambda _to: self._cover())
        page.middle.bar.table.clicked.connect(self.ask_for_table)
        page.side.findings.explained.connect(self._lead)
        self.chooser.chosen.connect(self._insert_table)
        for frame in (self.table, self.picture, self.chooser):
            frame.finished.connect(self.close)
            tell_of(frame, "structure")
        for one in (self.table, self.picture):
            one.touched.connect(text.edited)
            one.removed.connect(self._remove)
        self.picture.touched.connect(self._write)
        self.picture.replaced.connect(self._replace)

    @override
    def keys(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+Alt+T": self.ask_for_table}

    @override
    def menu(self) -> Sequence[tuple[str, str]]:
        return [("插入表格", "Ctrl+Alt+T")]

    @override
    def show(self, draft: Draft) -> None:
        if self._place is not None and self._place.now is None:
            self._end()

    @override
    def put_down(self) -> None:
        if self._place is not None or self.chooser.isVisible():
            self.close()

    @property
    def place(self) -> ObjectPlace | None:
        """The table or picture that is being edited."""
        return self._place

    def ask_for_table(self) -> None:
        """Ask how large a table is wanted at the cursor."""
        if self.may_write():
            self.close()
            self.chooser.ask(self._text.cursorRect().toRectF())

    def open(self, position: int, at: At | None = None) -> None:
        """Edit the table or picture at a position; a table that may not be edited is shown."""
        self.close()
        self._begin(ObjectPlace(self._text.document(), position), at)

    def _insert_table(self, rows: int, columns: int) -> None:
        self._text.insert([tabling.blank(rows, columns)])
        found = documents.object_before(self._text.textCursor())
        if found >= 0:
            self._begin(ObjectPlace(self._text.document(), found, joined=True), None)

    def _begin(self, place: ObjectPlace, at: At | None) -> None:
        block, editable = place.block, not self._text.isReadOnly()
        if block is None or (isinstance(block, Picture) and not editable):
            return
        self._place = place
        cursor = self._text.textCursor()
        cursor.setPosition(place.position)
        self._text.setTextCursor(cursor)
        self._text.show_cell(place.position, at or At(0, 0))
        if isinstance(block, Table):
            self.table.begin(block, at or self._found_cell(), editable=editable)
            self._show_looks()
        else:
            self.picture.begin(block)
        self._cover()

    def _cover(self) -> None:
        """Let the open frame stand where its table or picture is drawn now."""
        for frame in (self.table, self.picture):
            if self._place is not None and frame.isVisible():
                frame.cover(self._text.object_rect(self._place.position))

    def _found_cell(self) -> At | None:
        """The cell of the finding that is explained now, else of the first one in this table."""
        assert self._place is not None  # noqa: S101 - asked while one is open
        current = self.page.side.findings.place
        marks = [one for one in self._text.marks.marks if one.start == self._place.position]
        if current is not None:
            marks = [one for one in marks if one is current.mark] + marks
        return next((one.cells[0] for one in marks if one.cells), None)

    def close(self) -> None:
        """Be done: what was changed stays, as one step of the text."""
        self._write()
        self._end()

    def _end(self) -> None:
        self._place = None
        frames = (self.table, self.picture, self.chooser)
        keys = QApplication.focusWidget()
        had_keys = keys is not None and any(one.isAncestorOf(keys) for one in frames)
        for frame in frames:
            frame.hide()
        if had_keys:
            self._text.setFocus()

    def _write(self) -> None:
        """Put what was typed so far into the text."""
        if self._place is None or self._writing or self._text.isReadOnly():
            return
        self._writing = True
        block = self._place.block
        self._place.write(self.table.taken if isinstance(block, Table) else self.picture.taken)
        self._writing = False
        if self._place.block is not block:
            self._cover()

    def _remove(self) -> None:
        if self._place is not None:
            self._writing = True
            self._place.remove()
            self._writing = False
            self._end()

    def _replace(self) -> None:
        """Ask for another file in the picture's place."""
        place = self._place
        paths = open_paths(self.page, "换一张图片", KINDS)[:1]

        def put(new: Picture) -> None:
            if place is not None and place is self._place:
                self.picture.take(renewed(self.picture.taken, new))
                self._write()

        for path in paths:
            keep(self.page, [File(path.name, path=path)], lambda pictures: put(pictures[0]))

    def _on_changed(self) -> None:
        """Follow what somebody else does to the text: a fix, an undo, another draft."""
        if self._place is None or self._writing or self._text.marks.is_drawing:
            return
        now = self._place.now
        if now == self._place.block:
            return
        self._place.block = now
        if isinstance(now, Table) and self.table.isVisible():
            self.table.take(now)
        elif isinstance(now, Picture) and self.picture.isVisible():
            self.picture.take(now)
        else:
            self._end()

    def _show_looks(self) -> None:
        if self._place is not None and self.table.isVisible():
            self.table.cells.show_looks(self._text.marks.cells_at(self._place.position))

    def _lead(self, place: Place | None) -> None:
        """Bring the cell of the finding that is explained into view."""
        if place is not None and place.mark.cells:
            if self._place is not None and self._place.position == place.mark.start:
                self.table.grid.go(*place.mark.cells[0])
            elif self._place is None:
                self._text.show_cell(place.mark.start, place.mark.cells[0])
