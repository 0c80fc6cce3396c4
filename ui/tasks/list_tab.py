"""A tab of the 督办 page that is one list, and beside it what is told of the row chosen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.reports.register import register_pdf
from desk.store import Work
from ui import style
from ui.buttons import push_button
from ui.export import Export
from ui.keys import bind
from ui.lists.column import Column
from ui.lists.filter_field import FilterField
from ui.lists.list_register import list_register
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.side import Side
from ui.tasks.tab import TaskTab
from ui.two_sides import TwoSides

if TYPE_CHECKING:
    from ui.tabbed_page import TabbedPage

R = TypeVar("R")
_FILTER = 160  # pixels at 100 %: the chips and the tools stand in the same line


class TaskListTab(TaskTab, Generic[R]):
    """Rows of one kind, read on the worker; chips narrow them by state."""

    columns: ClassVar[tuple[Column[R], ...]]
    empty: ClassVar[str]  # says what to do where there is none
    states: ClassVar[tuple[str, ...]] = ()  # of the chips; the first one is on at the beginning

    def __init__(self, page: "TabbedPage") -> None:
        super().__init__(page)
        self._rows: Sequence[R] = ()
        self._asked = 0
        self._wanted = ""  # the subject to be shown, while it is not there yet
        self.model: MemoryModel[R] = MemoryModel(self.columns)
        self.view = ListView(self.session, self.model, f"督办{self.title}", empty=self.empty)
        self.view.heading = self.title
        look = style.Look(self.session.settings.scale)
        self.filter = FilterField(self.model, look)
        self.filter.setFixedWidth(look.px(_FILTER))
        self.chips = QButtonGroup(self)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(style.GAP)
        self.side = self.make_side()
        self._lay_out()
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self.open_row)
        self.filter.left.connect(self.view.take_focus)
        bind(self, "Ctrl+F", self.filter.setFocus)

    def rows(self, work: Work) -> Sequence[R]:
        """All rows; comes on the worker."""
        raise NotImplementedError

    def subject_of(self, row: R) -> str:
        """What links call a row, as "commission:3"."""
        raise NotImplementedError

    def is_in(self, row: R, state: str) -> bool:
        """Whether a row is shown while a chip is on."""
        raise NotImplementedError

    def make_side(self) -> QWidget:
        """What tells of the row chosen."""
        raise NotImplementedError

    def show_row(self, row: R | None) -> None:
        """Tell of a row; None: none is chosen."""
        raise NotImplementedError

    def open_row(self, number: int) -> None:
        """Enter or a double click on a row."""

    @property
    def row(self) -> R | None:
        """The row chosen, if there is one."""
        number = self.view.currentIndex().row()
        return self.model.row(number) if 0 <= number < self.model.rowCount() else None

    @property
    def state(self) -> str:
        """The chip that is on."""
        return self.states[max(0, self.chips.checkedId())] if self.states else ""

    def choose_state(self, state: str) -> None:
        """Put a chip on."""
        self.chips.button(self.states.index(state)).setChecked(True)
        self.narrow()

    @override
    def refresh(self) -> None:
        self._asked += 1
        store = self.session.store

        def read() -> Sequence[R]:
            with store.read() as work:
                return self.rows(work)

        self.session.look(read, partial(self._on_read, self._asked))

    def add_tool(self, words: str, tip: str, act: Callable[[], object]) -> QPushButton:
        """Put a button beside the filter."""
        made = push_button(words, tip)
        made.clicked.connect(act)
        self.tools.addWidget(made)
        return made

    def narrow(self) -> None:
        """Show the rows of the chip that is on, the one chosen still chosen."""
        row = self.row
        wanted = self._wanted or (self.subject_of(row) if row is not None else "")
        for at, state in enumerate(self.states):
            count = sum(self.is_in(one, state) for one in self._rows)
            self.chips.button(at).setText(f"{state}　{count}")
        shown = [one for one in self._rows if not self.states or self.is_in(one, self.state)]
        self.model.set_rows(shown)
        self._choose(wanted)

    @override
    def show_target(self, target: object) -> None:
        title, _, state = str(target).partition("/")
        if state in self.states:
            self.choose_state(state)
        self._wanted = str(target) if title != self.title else ""
        if self._rows:
            self._find()

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def exports(self) -> Sequence[Export]:
        return (Export(f"{self.title}（Excel）", self.view.export),)

    @override
    def print_out(self) -> None:
        if not self.model.rowCount():
            self.session.messages.note("这里没有内容，不用打印")
            return
        today = self.session.today()
        made = f"{today:%Y-%m-%d} {self.session.by().who} 制表"
        title = f"{self.session.settings.office}{self.title}登记表"
        paper = list_register(self.view, title, self.state, made, today)
        self.session.look(
            lambda: register_pdf(paper),
            lambda pdf: self.send_to_printer(pdf, landscape=paper.landscape),
        )

    def _on_read(self, asked: int, rows: Sequence[R]) -> None:
        if asked == self._asked:
            self._rows = rows
            self.narrow()
            if self._wanted:
                self._find()

    def _find(self) -> None:
        """Show the row that was asked for, under whichever chip it is."""
        row = next((one for one in self._rows if self.subject_of(one) == self._wanted), None)
        if row is not None:
            self.filter.clear()
            if self.states and not self.is_in(row, self.state):
                state = next(one for one in self.states if self.is_in(row, one))
                self.chips.button(self.states.index(state)).setChecked(True)
            self.narrow()
        self._wanted = ""

    def _choose(self, subject: str) -> None:
        numbers = (at for at, one in enumerate(self.model.rows) if self.subject_of(one) == subject)
        number = next(numbers, 0 if self.model.rowCount() else -1)
        if number >= 0:
            self.view.choose(number)
        self.show_row(self.row)

    def _on_chosen(self, _number: int) -> None:
        self.show_row(self.row)

    def _lay_out(self) -> None:
        top = QWidget()
        row = TwoSides(style.GAP)
        top.setLayout(row)
        for at, state in enumerate(self.states):
            chip = QToolButton()
            chip.setText(state)
            chip.setCheckable(True)
            chip.setObjectName("chip")
            chip.setToolTip(f"只看“{state}”" if state != "全部" else "都看")
            self.chips.addButton(chip, at)
            row.addWidget(chip)
        if self.states:
            self.chips.button(0).setChecked(True)
            self.chips.idClicked.connect(lambda _at: self.narrow())
        row.addWidget(self.filter)
        tools = QWidget()
        self.tools.setContentsMargins(0, 0, 0, 0)
        tools.setLayout(self.tools)
        row.add_right(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(top)
        halves = Side(self.view, self.side, self.session.paths.data, f"tasks/{self.title}")
        layout.addWidget(halves, 1)
