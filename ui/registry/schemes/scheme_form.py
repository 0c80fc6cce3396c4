"""The form of a scheme: its head, the grid of points, and every other table row by row."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desk.errors import DeskError, FieldError
from desk.publications import Publication
from desk.scoring.scheme import Scheme
from desk.scoring.schemes.differences import GRID, HEAD
from ui import style
from ui.field import Field
from ui.keys import bind
from ui.registry.points_grid import PointsGrid
from ui.registry.schemes.complaint_list import ComplaintList
from ui.registry.schemes.drafting import Drafting
from ui.registry.schemes.head_form import HeadForm
from ui.registry.schemes.offering import Offering
from ui.registry.schemes.table_list import TableList
from ui.registry.schemes.table_pane import TablePane
from ui.registry.schemes.tables import GRID_ABOUT, counts, table_named
from ui.registry.side_form import SideForm
from ui.session import Session

_WARNING = (
    "▲ 这个办法已在执行：改动会马上改变 {:%Y-%m-%d} 以来的得分。"
    "要从以后某一天起换办法，请按“照此新建”。"
)
_GRID_WIDTH = 760  # figures stay near the names they belong to
_ROWS = "rows"  # what an error in a row is told of


class SchemeForm(SideForm[Scheme]):
    """``tables`` chooses what is shown; it stands beside the list of schemes.

    Signals:
        edited(): something was changed by hand.
    """

    edited = Signal()

    def __init__(self, session: Session) -> None:
        self._session = session
        self._drafting = Drafting(Scheme("", date(2000, 1, 1), ()))
        self._publications: Sequence[Publication] = ()
        self._current = HEAD
        self._panes: dict[str, TablePane] = {}
        super().__init__()
        self.action_row.addWidget(self.complaints.button)
        bind(self, "Ctrl+Shift+L", self.complaints.button.click)
        self.fields.update(self.head.fields)
        self.fields["rules"] = self._grid_field

    @override
    def body(self) -> QWidget:
        self.warning = QLabel()
        self.warning.setObjectName("note")
        self.warning.setWordWrap(True)
        self.warning.setContentsMargins(16, 0, 16, 0)
        self.offering = Offering()
        self.tables = TableList(self._session)
        self.tables.chosen.connect(self._on_table)
        self.tables.opened.connect(self.enter_table)
        self.head, self.grid = HeadForm(), PointsGrid(self._session)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.head)
        self.pages.addWidget(self._grid_page())
        self.complaints = ComplaintList(self._session, self._typed)
        self._watch()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.warning)
        column.addWidget(self.pages, 1)
        column.addWidget(self.complaints)
        return holder

    @property
    def name(self) -> Any:  # noqa: ANN401 - QLineEdit, by its short name
        """The input of the name."""
        return self.head.name

    @property
    def current(self) -> str:
        """The table shown."""
        return self._current

    def pane(self, name: str) -> TablePane:
        """The rows of a table and their form, made when first shown."""
        if name not in self._panes:
            table = table_named(name)
            assert table is not None  # noqa: S101 - the list names no others
            made = TablePane(self._session, table, self._drafting, self.offering)
            made.edited.connect(self._on_rows)
            made.undone.connect(self._on_undone)
            self._panes[name] = made
            self.pages.addWidget(made)
            made.refill(0)
        return self._panes[name]

    def show_table(self, name: str, at: int = 0) -> None:
        """Show a table, with one of its rows."""
        self._current = name
        if name in (HEAD, GRID):
            self.pages.setCurrentIndex((HEAD, GRID).index(name))
        else:
            pane = self.pane(name)
            if pane.form.error is None:  # what is typed wrongly stays to be mended
                pane.refill(at)
            self.offering.show_scheme(self._drafting.scheme)
            self.pages.setCurrentWidget(pane)
        self._tell_counts()

    def enter_table(self) -> None:
        """Go to what is shown of the table."""
        if self._current == HEAD:
            self.head.name.setFocus()
        elif self._current == GRID:
            self.grid.view.take_focus()
        else:
            self.pane(self._current).rows.view.take_focus()

    def show_publications(self, publications: Sequence[Publication]) -> None:
        """Offer the places of these publications."""
        self.grid.show_publications(publications)

    @override
    def fill(self, record: Scheme) -> None:
        same = bool(record.id) and record.id == self._drafting.scheme.id
        self._drafting.begin(record)
        self.offering.show_scheme(record)
        self.head.fill(record)
        self.grid.show_rules(record.rules)
        today = self._session.today()
        in_force = bool(record.id) and record.valid_from <= today
        self.warning.setText(_WARNING.format(record.valid_from) if in_force else "")
        self.warning.setVisible(in_force)
        for pane in self._panes.values():
            pane.refill(pane.at if same else 0)
        self._tell_counts()
        self.complaints.look_again()

    def start_with(self, scheme: Scheme) -> None:
        """Show a scheme that is not kept yet, and let its name be typed."""
        self.show_record(scheme, "新增计分办法")
        self.begin()

    @property
    def typed(self) -> Scheme:
        """The scheme as typed, without what is wrong in it."""
        rules = self.grid.all_rules()
        try:
            return replace(self.head.put_into(self._drafting.scheme), rules=rules)
        except DeskError:
            return replace(self._drafting.scheme, rules=rules)

    @override
    def value(self) -> Scheme:
        for name, pane in self._panes.items():
            error = pane.form.error
            if error is not None:
                raise FieldError(f"{_ROWS}:{name}", f"“{name}”第 {pane.at + 1} 行：{error}")
        return replace(self.head.put_into(self._drafting.scheme), rules=self.grid.rules())

    @override
    def show_error(self, error: DeskError) -> None:
        field = error.field if isinstance(error, FieldError) else ""
        kind, _, table = field.partition(":")
        if kind == _ROWS and table in self._panes:
            self.show_table(table, self._panes[table].at)
            self.error.setText(str(error))
            self.error.show()
            self._panes[table].form.go_to_problem()
            return
        if field in self.fields:
            self.show_table(GRID if field == "rules" else HEAD)
        super().show_error(error)

    @override
    def begin(self) -> None:
        self.show_table(HEAD)
        super().begin()

    def _typed(self) -> Scheme | None:
        """The scheme as typed; None while something in it is half typed."""
        try:
            return self.value()
        except DeskError:
            return None

    def _go_to(self, table: str, row: int) -> None:
        """Show the row a complaint is about, from 1."""
        if not self._may_leave_row():
            return
        self.show_table(table, max(0, row - 1))
        if table == GRID:
            self.grid.choose_filled(row - 1)
        self.enter_table()

    def _grid_page(self) -> QWidget:
        self._grid_field = Field("", self.grid)
        note = QLabel(f"{GRID_ABOUT}直接输入，不填表示没有分值；综合分不填同单条。")
        note.setObjectName("muted")
        note.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(style.GAP)
        column.addWidget(note)
        self.grid.setMaximumWidth(style.Look(self._session.settings.scale).px(_GRID_WIDTH))
        column.addWidget(self._grid_field, 1)
        return page

    def _watch(self) -> None:
        self.edited.connect(self.complaints.look_again)
        self.complaints.opened.connect(self._go_to)
        self.grid.failed.connect(self.show_error)
        self.grid.typed.connect(self._on_grid)
        for line in (self.head.name, self.head.valid_from, self.head.source, self.head.progress):
            line.textEdited.connect(lambda _text: self.edited.emit())
        for box in (self.head.purpose, self.head.joint, self.head.pace):
            box.activated.connect(lambda _at: self.edited.emit())
        self.head.start_month.valueChanged.connect(lambda _month: self.edited.emit())

    def _on_grid(self) -> None:
        self.clear_errors()
        self._tell_counts()
        self.edited.emit()

    def _on_table(self, name: str) -> None:
        if name != self._current and self._may_leave_row():
            self.show_table(name)

    def _may_leave_row(self) -> bool:
        """Keep a row with a wrong field in view: what was typed there would be lost."""
        pane = self._panes.get(self._current)
        if pane is None or pane.form.error is None:
            return True
        pane.form.go_to_problem()
        self._tell_counts()
        return False

    def _on_rows(self) -> None:
        self.error.hide()
        self._tell_counts()
        self.edited.emit()

    def _on_undone(self, name: str, at: int) -> None:
        self.pane(name).refill(at)
        self.show_table(name, at)
        self._on_rows()

    def _tell_counts(self) -> None:
        held = counts(self._drafting.scheme)
        held[GRID] = self.grid.filled
        with QSignalBlocker(self.tables):
            self.tables.show_counts(held, self._current)
