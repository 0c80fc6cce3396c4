"""A table of a scheme: its rows, and the form of the row that is current."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ui import style
from ui.registry.schemes.drafting import Drafting
from ui.registry.schemes.offering import Offering
from ui.registry.schemes.row_form import RowForm
from ui.registry.schemes.rows_pane import RowsPane
from ui.registry.schemes.tables import Table
from ui.session import Session

_ROWS_WIDTH, _FORM_WIDTH = 560, 380


class TablePane(QWidget):
    """Edits go into the drafting at once, and stay there until the scheme is saved.

    Signals:
        edited(): rows changed.
        undone(str, int): a step was taken back in this table or another, at a place.
    """

    edited = Signal()
    undone = Signal(str, int)

    def __init__(
        self, session: Session, table: Table, drafting: Drafting, offering: Offering
    ) -> None:
        super().__init__()
        self._session, self._drafting, self.table = session, drafting, table
        self.at = -1
        self.rows = RowsPane(session, table)
        look = style.Look(session.settings.scale)
        self.form = RowForm(table, offering.words, offering.values, look)
        # At once would be too early: the view is still busy with the selection it reports.
        self._return = QTimer(self, singleShot=True, interval=0)
        self._return.timeout.connect(self._choose_again)
        self._lay_out()
        self._connect()

    def refill(self, at: int) -> None:
        """Show the rows as they are in the drafting, with one of them current."""
        held = self._drafting.rows(self.table)
        self.at = min(max(at, 0), len(held) - 1)
        self.rows.show_rows(held, self.at)
        self.form.show_row(held[self.at] if self.at >= 0 else None)

    def add(self) -> None:
        """Add an empty row after the current one and go to its form."""
        self._insert([self.table.blank()], self.at + 1)
        self.form.begin()

    def copy(self) -> None:
        """Add a row like the current one after it."""
        held = self._drafting.rows(self.table)
        if self.at >= 0:
            self._insert([held[self.at]], self.at + 1)
            self.form.begin()

    def remove(self) -> None:
        """Take the selected rows out, with the way back offered."""
        places = self.rows.places()
        if not places:
            return
        self._drafting.remove(self.table, places)
        self.refill(min(places))
        self.rows.view.setFocus()
        self.edited.emit()
        said = f"已删除“{self.table.name}”的 {len(places)} 行，保存以后才生效"
        self._session.messages.note(said, self.undo)

    def shift(self, by: int) -> None:
        """Move the current row."""
        if self.at >= 0 and self._may_leave() and self._drafting.move(self.table, self.at, by):
            self.refill(self.at + by)
            self.edited.emit()

    def undo(self) -> None:
        """Take the last step back, wherever it was."""
        place = self._drafting.undo()
        if place is None:
            self._session.messages.note("没有可以撤销的改动")
        else:
            self.undone.emit(*place)

    def _insert(self, rows: list[Any], at: int) -> None:
        if self._may_leave():
            self._drafting.insert(self.table, at, rows)
            self.refill(at)
            self.edited.emit()

    def _may_leave(self) -> bool:
        if self.form.error is None:
            return True
        self.form.go_to_problem()
        return False

    def _on_row(self, row: Any) -> None:  # noqa: ANN401 - of the table
        if self.at < 0:
            return
        self._drafting.change(self.table, self.at, row)
        self.rows.change_row(self.at, self._drafting.rows(self.table))
        self.edited.emit()

    def _on_chosen(self, at: int) -> None:
        if at in (-1, self.at):
            return
        if self._may_leave():
            self.at = at
            self.form.show_row(self._drafting.rows(self.table)[at])
        else:
            self._return.start()

    def _choose_again(self) -> None:
        """Go back to the row with a wrong field: what was typed there would be lost."""
        self.rows.show_rows(self._drafting.rows(self.table), self.at)
        self.form.go_to_problem()

    def _connect(self) -> None:
        rows = self.rows
        rows.chosen.connect(self._on_chosen)
        rows.opened.connect(self.form.begin)
        rows.adding.connect(self.add)
        rows.copying.connect(self.copy)
        rows.removing.connect(self.remove)
        rows.moving.connect(self.shift)
        rows.undoing.connect(self.undo)
        self.form.edited.connect(self._on_row)

    def _lay_out(self) -> None:
        look = style.Look(self._session.settings.scale)
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.setHandleWidth(style.GAP)
        split.addWidget(self.rows)
        split.addWidget(self.form)
        split.setSizes([look.px(_ROWS_WIDTH), look.px(_FORM_WIDTH)])
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(split)
