"""The tables of a scheme, with how many rows each has."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.registry.schemes.tables import NAMES
from ui.session import Session

_ROW_HEIGHT = 25  # so that all tables are seen at once


@dataclass(frozen=True, slots=True)
class Listed:
    """A table by name; None rows where it has none to count."""

    name: str
    rows: int | None


class TableList(QWidget):
    """Always shows all tables, so that a clerk sees what there is.

    Signals:
        chosen(str): another table became current.
        opened(): on to its rows.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        columns: tuple[Column[Listed], ...] = (
            Column("name", "各张表", lambda row: row.name, 120, stretch=True, bold=_is_filled),
            Column("rows", "行", _rows_text, 44, right=True),
        )
        self.model: MemoryModel[Listed] = MemoryModel(columns)
        self.view = ListView(session, self.model, "办法的各张表")
        self.view.setSortingEnabled(False)
        look = style.Look(session.settings.scale)
        self.view.verticalHeader().setDefaultSectionSize(look.px(_ROW_HEIGHT))
        self.model.set_rows([Listed(name, None) for name in NAMES])
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(lambda _number: self.opened.emit())

    def show_counts(self, counts: Mapping[str, int], current: str) -> None:
        """Show how many rows each table has."""
        with QSignalBlocker(self.view):
            self.model.set_rows([Listed(name, counts.get(name)) for name in NAMES])
            self.view.choose(NAMES.index(current))

    def _on_chosen(self, number: int) -> None:
        if number >= 0:
            self.chosen.emit(self.model.row(number).name)


def _rows_text(row: Listed) -> str:
    return str(row.rows) if row.rows else ""


def _is_filled(row: Listed) -> bool:
    return bool(row.rows)
