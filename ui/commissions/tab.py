"""The 约稿 tab: every commission, and beside it the units asked and what became of them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desk.commissions.commission import Commission
from desk.store import Work
from ui.lists.column import Column
from ui.tasks.list_tab import TaskListTab

_EMPTY = "还没有约稿。\n按“新约稿”（Ctrl+N）写题目、选单位、定时限，一次发给多家。"
_COLUMNS: tuple[Column[Commission], ...] = (
    Column("number", "编号", lambda one: one.number, 140),
    Column("title", "题目", lambda one: one.title, 260, stretch=True),
)


class CommissionsTab(TaskListTab[Commission]):
    """Commissions, the newest first."""

    title = "约稿"
    kinds = ("commission",)
    columns = _COLUMNS
    empty = _EMPTY

    @override
    def rows(self, work: Work) -> Sequence[Commission]:
        return work.matters.all(Commission)

    @override
    def subject_of(self, row: Commission) -> str:
        return row.subject

    @override
    def is_in(self, row: Commission, state: str) -> bool:
        return True

    @override
    def make_side(self) -> QWidget:
        return QLabel("", wordWrap=True)

    @override
    def show_row(self, row: Commission | None) -> None:
        side = self.side
        assert isinstance(side, QLabel)  # noqa: S101 - made above
        side.setText(row.title if row else "")
