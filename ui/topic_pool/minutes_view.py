"""The consultations: their minutes, and the topics that were made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.layout.document_parts import Document
from desk.store import Work
from desk.topic_pool.consultation import Consultation
from desk.topic_pool.papers import minutes_document
from desk.topic_pool.standing import PoolRow, pool
from ui.export import Export
from ui.lists.column import Column
from ui.tasks.list_tab import TaskListTab
from ui.topic_pool.minutes_window import MinutesWindow
from ui.topic_pool.paper import save_word, show_paper
from ui.topic_pool.telling import Telling, fact, heading, link, muted, said

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_EMPTY = (
    "还没有会商纪要。\n按“记会商”（Ctrl+N）：一行写一条，议定的选题行前加“★”，保存时记入选题池。\n"
    "每周哪一天会商，在“选题设置”里定，到那天今日会提醒"
)


@dataclass(frozen=True, slots=True)
class Row:
    """Minutes, and what became of their topics."""

    held: Consultation
    topics: tuple[PoolRow, ...]


_COLUMNS: tuple[Column[Row], ...] = (
    Column("day", "日期", lambda one: f"{one.held.day:%Y-%m-%d}", 96),
    Column("number", "编号", lambda one: one.held.number, 140),
    Column("title", "标题", lambda one: one.held.title, 240, stretch=True),
    Column("chair", "主持", lambda one: one.held.chair, 80),
    Column("count", "选题", lambda one: str(len(one.topics)), 50, right=True,
           sort=lambda one: len(one.topics)),
    Column("written", "成稿", lambda one: str(sum(bool(held.drafts) for held in one.topics)), 50,
           right=True, sort=lambda one: sum(bool(held.drafts) for held in one.topics)),
)  # fmt: skip


class MinutesView(TaskListTab[Row]):
    """Minutes by day, the newest first."""

    title = "会商纪要"
    kinds = (Consultation.KIND,)
    primary = "记会商"
    primary_tip = "记一次信息工作会商的纪要"
    columns = _COLUMNS
    empty = _EMPTY

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self.paper_button = self.add_tool("打印纪要", "看打印样子、打印、存 PDF", self.show_paper)
        self.edit_button = self.add_tool("改……", "改选中的纪要（Enter）", self.edit)

    @override
    def rows(self, work: Work) -> Sequence[Row]:
        topics: dict[int, list[PoolRow]] = {}
        for row in pool(work):
            topics.setdefault(row.topic.consultation_id, []).append(row)
        return [
            Row(one, tuple(reversed(topics.get(one.id, []))))
            for one in work.matters.all(Consultation)
        ]

    @override
    def subject_of(self, row: Row) -> str:
        return row.held.subject

    @override
    def is_in(self, row: Row, state: str) -> bool:
        return True

    @override
    def make_side(self) -> QWidget:
        return Telling(self.session)

    @override
    def show_row(self, row: Row | None) -> None:
        side = self.side
        assert isinstance(side, Telling)  # noqa: S101 - made above
        side.show_parts(_parts(row) if row else ())
        for button in (self.paper_button, self.edit_button):
            button.setEnabled(row is not None)

    @override
    def begin(self) -> None:
        self.form.begin()

    @override
    def open_row(self, number: int) -> None:
        self.form.open_for(self.model.row(number).held)

    @override
    def exports(self) -> Sequence[Export]:
        return (*super().exports(), Export("选中的会商纪要（Word）", self.save_word))

    @cached_property
    def form(self) -> MinutesWindow:
        """The window minutes are written in."""
        return MinutesWindow(self.session, self)

    def edit(self) -> None:
        """Change the minutes chosen."""
        if self.row:
            self.form.open_for(self.row.held)

    def show_paper(self) -> None:
        """Show the minutes chosen as they are printed."""
        if self.row:
            show_paper(self.session, self, self._document(self.row))

    def save_word(self) -> None:
        """Keep the minutes chosen as a Word file."""
        if self.row:
            save_word(self.session, self, self.row.held.title, self._document(self.row))

    def _document(self, row: Row) -> Callable[[], Document]:
        return lambda: minutes_document(row.held, self.session.settings.office)


def _parts(row: Row) -> Sequence[str]:
    held = row.held
    topics = (
        f"{link(one.topic.title, 'tasks', one.topic.subject)}　{muted(one.standing)}"
        for one in row.topics
    )
    return (
        heading(held.title),
        said("主持", held.chair),
        said("地点", held.place),
        said("参加", held.present),
        fact("选题", "<br>".join(topics)),
        said("内容", "\n".join(held.lines)),
    )
