"""The lists of points (信息报送要点): written, issued, and what came of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.layout.document_parts import Document
from desk.office_clock import office_time
from desk.store import Work
from desk.topic_pool.covering import Cover, cover_of
from desk.topic_pool.listing import (
    add_again,
    issue_list,
    put_list_back,
    remove_list,
    withdraw_list,
)
from desk.topic_pool.papers import addressees, list_document, list_text
from desk.topic_pool.point_list import PointList
from desk.topic_pool.rules import TopicRules
from ui import style
from ui.export import Export
from ui.keys import bind
from ui.leaving import copy_plain
from ui.lists.column import Column
from ui.session import Topic, Undo
from ui.tasks.list_tab import TaskListTab
from ui.topic_pool.cover_window import CoverWindow
from ui.topic_pool.paper import save_word, show_paper
from ui.topic_pool.points_window import PointsWindow
from ui.topic_pool.telling import Telling, heading, muted, red, said

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_EMPTY = (
    "还没有要点。\n按“拟要点”（Ctrl+N）选一个月或季度：选题池、可预见日历和上期要点里的内容勾一勾就成，\n"
    "印发后看每条来了多少稿、采用多少、哪些单位没有动静"
)
_MOST = 12  # lists whose coverage is looked up


@dataclass(frozen=True, slots=True)
class Row:
    """A list, and what came of it; None where it is not issued, or too old to be looked up."""

    points: PointList
    cover: Cover | None
    to: str

    @property
    def state(self) -> str:
        """Whether it was issued, and when."""
        issued = self.points.issued
        return f"{office_time(issued):%m-%d} 印发" if issued else "拟稿"


def _empty_count(row: Row) -> str:
    return str(len(row.cover.empty)) if row.cover else ""


_COLUMNS: tuple[Column[Row], ...] = (
    Column("title", "要点", lambda one: one.points.title, 220, stretch=True),
    Column("number", "编号", lambda one: one.points.number, 130),
    Column("state", "状态", lambda one: one.state, 90),
    Column("due", "截止", lambda one: f"{one.points.due:%m-%d}" if one.points.due else "", 60),
    Column("lines", "条数", lambda one: str(len(one.points.lines)), 50, right=True,
           sort=lambda one: len(one.points.lines)),
    Column("empty", "没有来稿", _empty_count, 84, right=True,
           sort=lambda one: len(one.cover.empty) if one.cover else 0,
           colour=lambda one: style.RED if one.cover and one.cover.empty else None),
    Column("to", "发给", lambda one: one.to, 160, tip=lambda one: one.to),
)  # fmt: skip


class PointsView(TaskListTab[Row]):
    """Lists by the day they were written or issued."""

    title = "信息要点"
    kinds = (PointList.KIND,)
    primary = "拟要点"
    primary_tip = "拟一个月或季度的信息报送要点"
    columns = _COLUMNS
    empty = _EMPTY

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self._rules = TopicRules()
        self._names: Mapping[int, str] = {}
        self.cover_button = self.add_tool(
            "覆盖情况", "每条要点来了什么稿、哪些单位没有动静（Ctrl+L）", self.show_cover
        )
        self.paper_button = self.add_tool("打印要点", "看打印样子、打印、存 PDF", self.show_paper)
        self.copy_button = self.add_tool(
            "复制群文", "复制成文字，粘贴到工作群（Ctrl+Shift+C）", self.copy_text
        )
        self.issue_button = self.add_tool("印发", "记为已印发，今天的日期", self.issue)
        self.drop_button = self.add_tool("删除", "删除还没有印发的一期（Del）", self.remove)
        self.edit_button = self.add_tool("改……", "改选中的一期（Enter）", self.edit)
        bind(self.view, "Ctrl+L", self.show_cover)
        bind(self.view, "Ctrl+Shift+C", self.copy_text)
        bind(self.view, "Del", self.remove)

    @override
    def rows(self, work: Work) -> Sequence[Row]:
        self._rules = work.matters.policy(TopicRules())
        self._names = {one.id: one.short for one in work.registry.units()}
        groups = {one.id: one.name for one in work.registry.groups()}
        return [
            Row(
                one,
                cover_of(work, one) if one.issued and at < _MOST else None,
                addressees(one, groups, self._names),
            )
            for at, one in enumerate(work.matters.all(PointList))
        ]

    @override
    def subject_of(self, row: Row) -> str:
        return row.points.subject

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
        issued = row is not None and row.points.issued is not None
        for button in (self.cover_button, self.paper_button, self.copy_button, self.issue_button):
            button.setEnabled(row is not None)
        for button in (self.drop_button, self.edit_button):
            button.setEnabled(row is not None and not issued)
        self.issue_button.setText("收回印发" if issued else "印发")

    @override
    def begin(self) -> None:
        self.form.begin()

    @override
    def open_row(self, number: int) -> None:
        row = self.model.row(number)
        if row.points.issued:
            self.show_cover()
        else:
            self.form.open_for(row.points)

    @override
    def exports(self) -> Sequence[Export]:
        return (*super().exports(), Export("选中的要点（Word）", self.save_word))

    @cached_property
    def form(self) -> PointsWindow:
        """The window a list is written in."""
        return PointsWindow(self.session, self)

    @cached_property
    def covers(self) -> CoverWindow:
        """The window that tells what came of a list."""
        return CoverWindow(self.session, self)

    def edit(self) -> None:
        """Change the list chosen."""
        if self.row and not self.row.points.issued:
            self.form.open_for(self.row.points)

    def show_cover(self) -> None:
        """Show what came of the list chosen."""
        if self.row:
            self.covers.open_for(self.row.points.id)

    def show_paper(self) -> None:
        """Show the list chosen as it is printed."""
        if self.row:
            show_paper(self.session, self, self._document(self.row))

    def save_word(self) -> None:
        """Keep the list chosen as a Word file."""
        if self.row:
            save_word(self.session, self, self.row.points.title, self._document(self.row))

    def copy_text(self) -> None:
        """Put the list chosen on the clipboard as plain lines."""
        if self.row:
            office = self.session.settings.office
            text = list_text(self.row.points, self._names, office, self._rules)
            copy_plain(text)
            self.session.messages.note("要点已复制，可以粘贴到工作群")

    def issue(self) -> None:
        """Mark the list chosen as issued, or take that back."""
        if self.row is None:
            return
        points, store, by = self.row.points, self.session.store, self.session.by()
        act = withdraw_list if points.issued else issue_list
        words = "已收回印发" if points.issued else "已印发"
        self._change(
            lambda: act(store, points.id, by=by), f"{words}：{points.title}", put_list_back
        )

    def remove(self) -> None:
        """Forget the list chosen, if it was not issued."""
        if self.row and not self.row.points.issued:
            points, store, by = self.row.points, self.session.store, self.session.by()
            self._change(
                lambda: remove_list(store, points.id, by=by), f"已删除：{points.title}", add_again
            )

    def _change(self, act: Callable[[], PointList], note: str, back: Callable[..., None]) -> None:
        store, former = self.session.store, list[PointList]()
        self.session.do(
            lambda: former.append(act()),
            Topic.TASKS,
            note=note,
            undo=Undo(lambda: back(store, former[0], by=self.session.by()), "要点已恢复"),
        )

    def _document(self, row: Row) -> Callable[[], Document]:
        names, office, rules = self._names, self.session.settings.office, self._rules
        return lambda: list_document(row.points, names, row.to, office, rules)


def _parts(row: Row) -> Sequence[str]:
    points, found = row.points, row.cover
    parts = [
        heading(points.title),
        said("编号", points.number),
        said("状态", row.state),
        said("发给", row.to),
        said("截止", f"{points.due:%Y-%m-%d}" if points.due else ""),
        said("覆盖", found.words if found else ""),
    ]
    counts = {id(one.line): one for one in found.lines} if found else {}
    for title in points.headings:
        parts.append(f"<p><b>{escape(title or '其他')}</b></p>")
        for at, line in points.under(title):
            one = counts.get(id(line))
            told = ""
            if one:
                told = muted(f"{one.sent} 篇，采用 {one.adopted}") if one.sent else red("没有来稿")
            parts.append(f"<p>{at + 1}. {escape(line.text)}　{told}</p>")
    return parts
