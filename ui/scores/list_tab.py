"""A tab of the 考核 page that is one list, of units or of what is theirs."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from desk.scoring.results import ScoreTable
from desk.units import Unit
from ui import style
from ui.export import Export
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

R = TypeVar("R")


class ListTab(ScoresTab, Generic[R]):
    """Rows of one kind; subclasses say which, and whose each is. ``head`` is the line above."""

    columns: ClassVar[tuple[Column[R], ...]]
    empty: ClassVar[str]
    heading: ClassVar[str] = (
        ""  # of its list in files and on paper, where the title says too little
    )

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._rows: Sequence[R] = ()
        self._asked = 0
        self.model: MemoryModel[R] = MemoryModel(self.columns)
        self.view = ListView(self.session, self.model, self.heading or self.title, empty=self.empty)
        self.head = QHBoxLayout()
        self.head.setSpacing(style.GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(self.head)
        layout.addWidget(self.view, 1)
        self.view.opened.connect(self.open_row)

    def rows(self, table: ScoreTable) -> Iterator[R]:
        """The rows of a table of scores, where the list is made from it."""
        raise NotImplementedError

    def unit_of(self, row: R) -> Unit:
        """The unit a row belongs to: it is opened with it, and narrowed by its group."""
        raise NotImplementedError

    def shows(self, row: R) -> bool:
        """Whether a row is to be seen; the words of the filter are the list's own matter."""
        return self.page.group_id in (None, self.unit_of(row).group_id)

    def read(self, query: Callable[[], Sequence[R]]) -> None:
        """Show what a query finds, unless another was asked since."""
        self._asked += 1
        self.session.look(query, partial(self._on_read, self._asked))

    def _on_read(self, asked: int, rows: Sequence[R]) -> None:
        if asked == self._asked:
            self._rows = rows
            self.narrow()

    def open_row(self, number: int) -> None:
        """Show the lines behind a row's unit."""
        self.page.show_target(self.unit_of(self.model.row(number)).id)

    @override
    def show_table(self, table: ScoreTable) -> None:
        self._rows = tuple(self.rows(table))
        self.narrow()

    @override
    def narrow(self) -> None:
        self.model.set_rows([row for row in self._rows if self.shows(row)])
        self.model.set_filter(self.page.words)

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def exports(self) -> Sequence[Export]:
        return (Export(f"{self.view.heading}（Excel）", self.view.export),)
