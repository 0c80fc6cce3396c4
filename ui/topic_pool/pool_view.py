"""The pool: every topic with where it came from and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desk.commissions.commission import Commission
from desk.drafts import DraftRow
from desk.store import Work
from desk.topic_pool.alike import Told, alike, told_before
from desk.topic_pool.listing import line_of
from desk.topic_pool.noting import (
    drop_topics,
    forget_topics,
    note_topics,
    put_back,
)
from desk.topic_pool.point_list import PointLine
from desk.topic_pool.rules import TopicRules
from desk.topic_pool.standing import PoolRow, is_due, pool
from desk.topic_pool.topic import PoolTopic, Standing
from ui import style
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind, bind_done
from ui.lists.column import Column
from ui.session import Topic, Undo
from ui.tasks.list_tab import TaskListTab
from ui.topic_pool.asking import ask
from ui.topic_pool.choose_list import ChooseListWindow
from ui.topic_pool.quick_line import QuickLine
from ui.topic_pool.telling import Telling, fact, heading, link, muted, said
from ui.topic_pool.topic_window import TopicWindow

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_EMPTY = (
    "还没有选题。\n开会、阅文、跟领导调研时想到的，写在上面一行，按 Enter 就记下一条；\n"
    "会商纪要里加“★”的行和“可预见日历”里的节点也会记到这里"
)
_ALL = "全部"
_REASONS = ("已有同类稿件", "时机已过", "不宜报送", "情况不实", "已由上级约走")


@dataclass(frozen=True, slots=True)
class Row:
    """A topic as the list shows it."""

    held: PoolRow
    units: str
    overdue: bool
    drafts: tuple[DraftRow, ...] = ()

    @property
    def topic(self) -> PoolTopic:
        """The topic itself."""
        return self.held.topic


def _wanted(row: Row) -> str:
    return f"{row.topic.wanted:%m-%d}" if row.topic.wanted else ""


_COLUMNS: tuple[Column[Row], ...] = (
    Column("title", "选题", lambda one: one.topic.title, 260, stretch=True,
           tip=lambda one: one.topic.title),
    Column("source", "来源", lambda one: one.topic.source, 80),
    Column("origin", "出处", lambda one: one.topic.origin, 130, hidden=True,
           tip=lambda one: one.topic.origin),
    Column("day", "记于", lambda one: f"{one.topic.day:%m-%d}", 60, sort=lambda one: one.topic.day),
    Column("wanted", "要在", _wanted, 56,
           sort=lambda one: (one.topic.wanted is None, str(one.topic.wanted or "")),
           colour=lambda one: style.RED if one.overdue else None,
           tip=lambda one: "到时间了，还没有约" if one.overdue else ""),
    Column("state", "状态", lambda one: one.held.standing, 60),
    Column("units", "可写单位", lambda one: one.units, 130, tip=lambda one: one.units),
    Column("kind", "类型", lambda one: one.topic.kind or "", 70, hidden=True),
    Column("tags", "标签", lambda one: "、".join(one.topic.tags), 100, hidden=True),
    Column("lists", "要点", lambda one: "、".join(held.period for held in one.held.lists), 70),
)  # fmt: skip


class PoolView(TaskListTab[Row]):
    """Quick entry above the list; several rows are dealt with at once."""

    title = "选题池"
    kinds = (PoolTopic.KIND,)
    primary = "记选题"
    primary_tip = "写一行按 Enter，接着写下一行"
    columns = _COLUMNS
    empty = _EMPTY
    states = (*map(str, Standing), _ALL)

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self._told: Sequence[Told] = ()
        self._sources: Sequence[str] = ()
        self.quick = QuickLine(self.session.settings.scale)
        self.strip = ReasonStrip(self.session.settings.scale)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - it was laid out above
        column.insertWidget(0, self.quick)
        column.insertWidget(1, self.strip)
        self.ask_button = self.add_tool("约稿", "约写选中的选题（Ctrl+Enter）", self.ask)
        self.list_button = self.add_tool(
            "加入要点……", "把选中的选题加进一期要点（Ctrl+L）", self.list_up
        )
        self.drop_button = self.add_tool("不用……", "选中的选题不用了，写明理由（Del）", self.drop)
        self.edit_button = self.add_tool(
            "改……", "改选中的选题：单位、时间、标签（Enter）", self.edit
        )
        self.quick.noted.connect(self.note)
        bind_done(self.view, self.ask)
        bind(self.view, "Ctrl+L", self.list_up)
        bind(self.view, "Del", self.drop)

    @override
    def rows(self, work: Work) -> Sequence[Row]:
        units = {one.id: one.short for one in work.registry.units()}
        today = self.session.today()
        held = pool(work)
        drafts = {
            one.id: one
            for one in work.drafts.rows(list({one for row in held for one in row.drafts}))
        }
        self._told = told_before(work, today)
        self._sources = work.matters.policy(TopicRules()).sources
        return [
            Row(
                one,
                "、".join(units[unit] for unit in one.topic.units if unit in units),
                is_due(one, today),
                tuple(drafts[draft] for draft in one.drafts if draft in drafts),
            )
            for one in held
        ]

    @override
    def narrow(self) -> None:
        super().narrow()
        self.quick.show_told(self._told)
        self.quick.show_sources(self._sources)

    @override
    def subject_of(self, row: Row) -> str:
        return row.topic.subject

    @override
    def is_in(self, row: Row, state: str) -> bool:
        return state in (_ALL, row.held.standing)

    @override
    def make_side(self) -> QWidget:
        return Telling(self.session)

    @override
    def show_row(self, row: Row | None) -> None:
        side = self.side
        assert isinstance(side, Telling)  # noqa: S101 - made above
        side.show_parts(self._parts(row) if row else ())
        for button in (self.ask_button, self.list_button, self.drop_button, self.edit_button):
            button.setEnabled(row is not None)

    @override
    def begin(self) -> None:
        self.quick.begin()

    @override
    def open_row(self, number: int) -> None:
        self.form.open_for(self.model.row(number).topic)

    def edit(self) -> None:
        """Change the row that is current."""
        if self.row:
            self.form.open_for(self.row.topic)

    @cached_property
    def form(self) -> TopicWindow:
        """The window a topic is changed in."""
        return TopicWindow(self.session, self)

    @cached_property
    def choice(self) -> ChooseListWindow:
        """The window a list is chosen in."""
        return ChooseListWindow(self.session, self)

    def note(self, titles: Sequence[str]) -> None:
        """Put titles into the pool, all from the source chosen."""
        today, store, by = self.session.today(), self.session.store, self.session.by()
        source, origin = self.quick.source.currentText(), self.quick.origin.text().strip()
        wanted = [PoolTopic(title=one, day=today, source=source, origin=origin) for one in titles]
        made: list[PoolTopic] = []
        self.choose_state(Standing.OPEN)
        self.session.do(
            lambda: made.extend(note_topics(store, wanted, by=by)),
            Topic.TASKS,
            note=f"已记选题 {len(titles)} 条" if len(titles) > 1 else f"已记选题：{titles[0]}",
            undo=Undo(
                lambda: forget_topics(store, [one.id for one in made], by=self.session.by()),
                "已撤销刚记的选题",
            ),
        )

    def chosen(self) -> list[Row]:
        """The rows selected."""
        return [self.model.row(number) for number in self.view.selected()]

    def ask(self) -> None:
        """Begin a commission of the topics selected."""
        ask(self.page, [one.topic for one in self.chosen()])

    def list_up(self) -> None:
        """Choose the list the topics selected go into."""
        lines: list[PointLine] = [line_of(one.held) for one in self.chosen()]
        if lines:
            self.choice.open_for(lines)

    def drop(self) -> None:
        """Ask why the topics selected are not used."""
        ids = [one.topic.id for one in self.chosen()]
        if ids:
            what = f"这 {len(ids)} 条选题不用了？" if len(ids) > 1 else "这条选题不用了？"
            answer = Answer("不用", lambda reason: self._drop(ids, reason))
            self.strip.ask(what, _REASONS, (answer,), self.view.take_focus)

    def _drop(self, ids: Sequence[int], reason: str) -> None:
        store, by, former = self.session.store, self.session.by(), list[PoolTopic]()
        self.session.do(
            lambda: former.extend(drop_topics(store, ids, reason, by=by)),
            Topic.TASKS,
            note=f"{len(ids)} 条选题记为不用",
            undo=Undo(lambda: put_back(store, former, by=self.session.by()), "选题已恢复"),
        )

    def _parts(self, row: Row) -> Sequence[str]:
        topic, held = row.topic, row.held
        like = alike(topic.title, self._told, topic.subject)
        lists = (link(one.title, "tasks", one.subject) for one in held.lists)
        return (
            heading(topic.title),
            said("状态", f"{held.standing}{f'：{topic.dropped}' if topic.dropped else ''}"),
            said("来源", f"{topic.came_from}，{topic.day:%Y-%m-%d} 记"),
            self._origin(topic),
            said("要在", f"{topic.wanted:%Y-%m-%d}" if topic.wanted else ""),
            said("类型", topic.kind or ""),
            said("标签", "、".join(topic.tags)),
            said("可写单位", row.units),
            said("说明", topic.remark),
            fact("约稿", "<br>".join(_commission(one) for one in held.commissions)),
            fact("来稿", "<br>".join(_draft(one) for one in row.drafts)),
            fact("要点", "<br>".join(lists)),
            fact("相近的", "<br>".join(_told(one.told) for one in like)),
        )

    @staticmethod
    def _origin(topic: PoolTopic) -> str:
        if not topic.consultation_id:
            return ""
        return fact("", link("看会商纪要", "tasks", f"consultation:{topic.consultation_id}"))


def _commission(one: Commission) -> str:
    return link(f"{one.number or '拟稿'}　{one.title}", "tasks", one.subject)


def _draft(one: DraftRow) -> str:
    return f"{link(one.title, 'life', one.id)}　{muted(f'{one.units} {one.status}')}"


def _told(one: Told) -> str:
    return f"{link(one.title, one.page, one.target)}　{muted(f'{one.what} {one.day:%Y-%m-%d}')}"
