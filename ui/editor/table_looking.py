"""The tables of a text that is only read: a grid over them shows all their columns."""

from desk.body import Table
from ui.editor import document as documents
from ui.editor.table_frame import TableFrame
from ui.editor.table_places import At
from ui.editor.text_view import TextView


class TableLooking:
    """Opens the table that is double-clicked in a text, to be read and copied from."""

    def __init__(self, view: TextView) -> None:
        self._view = view
        self.frame = TableFrame(view)
        self.frame.finished.connect(self.frame.hide)
        view.opened.connect(self._open)
        view.document().contentsChanged.connect(self._on_changed)

    def _open(self, position: int, at: At | None) -> None:
        table = documents.object_at(self._view.document(), position)
        if isinstance(table, Table):
            self.frame.begin(table, at, editable=False)
            self.frame.cover(self._view.object_rect(position))

    def _on_changed(self) -> None:
        """Be done when another text is shown; marks that are drawn are no such change."""
        if not self._view.marks.is_drawing:
            self.frame.hide()
