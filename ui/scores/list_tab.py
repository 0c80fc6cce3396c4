"""A tab of the 考核 page that is one list made from the table of scores."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desk.scoring.results import ScoreTable
from desk.units import Unit
from ui import style
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.tab import Export, ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

R = TypeVar("R")


class ListTab(ScoresTab, Generic[R]):
    """Rows of one kind; subclasses say which, and whose each is."""

    columns: ClassVar[tuple[Column[R], ...]]
    empty: ClassVar[str]
    heading: ClassVar[str] = (
        ""  # of its list in files and on paper, where the title says too little
    )

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._rows: Sequence[R] = ()
        self.model: MemoryModel[R] = MemoryModel(self.columns)
        self.view = ListView(self.session, self.model, self.heading or self.title, empty=self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.addWidget(self.view)
        self.view.opened.connect(self._open)

    def rows(self, table: ScoreTable) -> Iterator[R]:
        """The rows of a table of scores."""
        raise NotImplementedError

    def unit_of(self, row: R) -> Unit:
        """The unit a row belongs to: it is opened with it, and narrowed by its group."""
        raise NotImplementedError

    @override
    def show_table(self, table: ScoreTable) -> None:
        self._rows = tuple(self.rows(table))
        self.narrow()

    @override
    def narrow(self) -> None:
        group = self.page.group_id
        self.model.set_rows(
            [row for row in self._rows if group in (None, self.unit_of(row).group_id)]
        )
        self.model.set_filter(self.page.words)

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def exports(self) -> Sequence[Export]:
        return (Export(f"{self.title}（Excel）", self.view.export),)

    def _open(self, number: int) -> None:
        """Show the lines behind a row's unit."""
        self.page.show_target(self.unit_of(self.model.row(number)).id)
