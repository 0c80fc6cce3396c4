"""The rows of a table: a list with what each row says, and what can be done with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desk.scoring.clauses.told import Told
from desk.scoring.schemes.shapes import field_text
from ui import style
from ui.flow_layout import FlowLayout
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.registry.cells import CellsModel
from ui.registry.schemes.tables import Table
from ui.session import Session

_FIXED = 2  # number and sentence stand before the fields
_WORDS_WIDTH, _FIELD_WIDTH, _WIDE_WIDTH = 440, 84, 180
_WIDE = frozenset({"when", "unless", "source"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its place in the table, from 0."""

    at: int
    held: Any
    words: str


class RowsPane(QWidget):
    """Insert adds, Ctrl+D copies, Delete takes out, Alt+arrows move, Ctrl+Z takes back.

    Signals:
        chosen(int): another row became current, by its place; -1 when none is.
        opened(): the clerk wants to edit the current row.
        adding(), copying(), removing(), undoing(): of the current or the selected rows.
        moving(int): the current row by so many places.
    """

    chosen = Signal(int)
    opened = Signal()
    adding = Signal()
    copying = Signal()
    removing = Signal()
    undoing = Signal()
    moving = Signal(int)

    def __init__(self, session: Session, table: Table) -> None:
        super().__init__()
        self.table = table
        columns: tuple[Column[Row], ...] = (
            Column("at", "行", lambda row: str(row.at + 1), 40, right=True),
            Column(
                "words", "这一行说的", lambda row: row.words, _WORDS_WIDTH,
                tip=lambda row: row.words,
            ),
            *(self._column(told) for told in table.fields),
        )  # fmt: skip
        self.model: CellsModel[Row] = CellsModel(columns, (), lambda *_typed: None)
        empty = f"“{table.name}”还没有填\n\n按 Insert 添加一行"
        self.view = ListView(session, self.model, f"办法·{table.name}", empty=empty)
        self.view.setSortingEnabled(False)
        self.setFocusProxy(self.view)
        self.view.setToolTip(table.about)
        self.about = QLabel(table.about)
        self.head = FlowLayout(style.GAP)
        self._look = style.Look(session.settings.scale)
        self._make_buttons()
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(lambda _number: self.opened.emit())

    def show_rows(self, rows: Sequence[Any], at: int) -> None:
        """List rows and make one of them current."""
        self.view.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.model.set_rows([Row(n, one, self.table.words(one)) for n, one in enumerate(rows)])
        self._hide_unused(rows)
        self.about.setVisible(self.window().height() >= self._look.px(style.ROOMY))
        numbers = [row.at for row in self.model.rows]
        if at in numbers:
            self.view.choose(numbers.index(at))
        self.view.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def change_row(self, at: int, rows: Sequence[Any]) -> None:
        """Show what one of the rows has become, without touching the others."""
        held = next(row for row in self.model.all_rows if row.at == at)
        self.model.change(held, Row(at, rows[at], self.table.words(rows[at])))
        self._hide_unused(rows)

    def places(self) -> list[int]:
        """The places of the selected rows."""
        return [self.model.row(number).at for number in self.view.selected()]

    def _column(self, told: Told) -> Column[Row]:
        text = partial(_cell, told, self.table.kind)
        width = _WIDE_WIDTH if told.attribute in _WIDE else _FIELD_WIDTH
        return Column(told.attribute, told.label, text, width, tip=text)

    def _hide_unused(self, rows: Sequence[Any]) -> None:
        """Show the fields that say something in any row."""
        for number, told in enumerate(self.table.fields, _FIXED):
            said = any(getattr(row, told.attribute) != told.default for row in rows)
            self.view.setColumnHidden(number, not (said or (told.required and bool(rows))))

    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(self.model.row(number).at if number >= 0 else -1)

    def _make_buttons(self) -> None:
        self._button("添加", "在选中的行后面添加一行", "Insert", self.adding.emit)
        self._button("复制一行", "照选中的行再来一行", "Ctrl+D", self.copying.emit)
        self._button("删除", "去掉选中的行，可以撤销", "Delete", self.removing.emit)
        self._button("上移", "往前排一位", "Alt+Up", partial(self.moving.emit, -1))
        self._button("下移", "往后排一位", "Alt+Down", partial(self.moving.emit, 1))
        self._button("撤销", "收回上一步对各行的改动", "Ctrl+Z", self.undoing.emit)

    def _button(self, text: str, tip: str, key: str, slot: Callable[[], object]) -> None:
        button = QPushButton(text)
        shown = key.replace("Up", "↑").replace("Down", "↓")
        button.setToolTip(f"{tip}（{shown}）")
        button.clicked.connect(lambda _on: slot())
        bind(self, key, slot)
        self.head.addWidget(button)

    def _lay_out(self) -> None:
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(self.head)
        column.addWidget(self.about)
        column.addWidget(self.view, 1)


def _cell(told: Told, kind: type[Any], row: Row) -> str:
    value = getattr(row.held, told.attribute)
    same = not told.required and value == told.default
    return "" if same and not isinstance(value, StrEnum) else field_text(told, kind, value)
