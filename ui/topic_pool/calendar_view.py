"""The foreseeable calendar: what comes, from when to ask for it, and whether it was taken up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desk.store import Work
from desk.topic_pool.foreseeable import TERMS, Ahead, Foreseeable, laid_out, shipped, taken_up
from desk.topic_pool.foreseeing import (
    reset_occasion,
    restore_calendar,
    switch,
    take_up,
    wave_off,
)
from desk.topic_pool.noting import forget_topics
from desk.topic_pool.occasion import Happening, happenings
from desk.topic_pool.topic import PoolTopic
from ui import style
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind, bind_done
from ui.lists.column import Column
from ui.session import Topic, Undo
from ui.tasks.list_tab import TaskListTab
from ui.topic_pool.asking import ask
from ui.topic_pool.occasion_window import OccasionWindow
from ui.topic_pool.telling import Telling, fact, heading, link, red, said
from ui.topic_pool.year_window import YearWindow

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

KIND = "occasion"
_EMPTY = "这里没有节点。\n按“加节点”（Ctrl+N）写上本地的日子，例如荔枝上市、庙会、年度招商会"
_SOON, _TO_ASK, _WHOLE, _OFF = "60 天内", "该约了", "今后一年", "停用的"
_DAYS, _YEAR = timedelta(60), timedelta(365)
_REASONS = ("单位自报", "今年不搞", "上级已约", "本地没有")


@dataclass(frozen=True, slots=True)
class Row:
    """A happening as the list shows it; ``is_off``: the office does not want it."""

    ahead: Ahead
    today: date
    is_off: bool = False

    @property
    def found(self) -> Happening:
        """The happening itself."""
        return self.ahead.happening

    @property
    def state(self) -> str:
        """How it stands, in a word."""
        return "停用" if self.is_off else self.ahead.state(self.today)


def _red(row: Row) -> str | None:
    return style.RED if not row.is_off and row.ahead.is_to_ask(row.today) else None


_COLUMNS: tuple[Column[Row], ...] = (
    Column("days", "日期", lambda one: one.found.days, 186, sort=lambda one: one.found.first),
    Column("title", "节点", lambda one: one.found.occasion.title, 220, stretch=True),
    Column("family", "类别", lambda one: one.found.occasion.family, 90),
    Column("from", "几时起约", lambda one: f"{one.found.ask_from:%m-%d}", 80,
           sort=lambda one: one.found.ask_from, colour=_red),
    Column("lead", "提前", lambda one: f"{one.found.occasion.lead} 天", 60, right=True,
           sort=lambda one: one.found.occasion.lead, hidden=True),
    Column("state", "状态", lambda one: one.state, 80, colour=_red),
    Column("units", "约哪些单位", lambda one: "、".join(one.found.occasion.units), 150, hidden=True,
           tip=lambda one: "、".join(one.found.occasion.units)),
)  # fmt: skip


class CalendarView(TaskListTab[Row]):
    """The coming days first; one key makes a topic or a notice of an occasion."""

    title = "可预见日历"
    kinds = (KIND,)
    primary = "加节点"
    primary_tip = "加一个本地的节点：哪天、提前几天约、约哪些单位"
    columns = _COLUMNS
    empty = _EMPTY
    states = (_SOON, _TO_ASK, _WHOLE, _OFF)

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self.strip = ReasonStrip(self.session.settings.scale)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - it was laid out above
        column.insertWidget(0, self.strip)
        self.take_button = self.add_tool("记选题", "把选中的节点记入选题池（Ctrl+L）", self.take_up)
        self.ask_button = self.add_tool("约稿", "记入选题池并拟约稿通知（Ctrl+Enter）", self.ask)
        self.wave_button = self.add_tool(
            "今年不约……", "今年不提醒了，写明理由（Del）", self.wave_off
        )
        self.off_button = self.add_tool("停用", "以后也不要这个节点", self.switch)
        self.edit_button = self.add_tool("改……", "改日期、提前天数、单位（Enter）", self.edit)
        self.year_button = self.add_tool("全年", "一年十二个月的节点", self.show_year)
        self.reset_action = QAction("恢复原样（本办加的就删除）", self)
        self.reset_action.triggered.connect(self.reset)
        self.view.extra_actions.append(self.reset_action)
        bind_done(self.view, self.ask)
        bind(self.view, "Ctrl+L", self.take_up)
        bind(self.view, "Del", self.wave_off)

    @override
    def rows(self, work: Work) -> Sequence[Row]:
        today = self.session.today()
        plan = work.matters.policy(Foreseeable())
        held = laid_out(plan, taken_up(work, today), today, today + _YEAR)
        off = (
            next(happenings(one, today, today + _YEAR), None)
            for one in plan.occasions
            if plan.is_off(one.key)
        )
        return [
            *(Row(one, today) for one in held),
            *(Row(Ahead(one), today, is_off=True) for one in off if one),
        ]

    @override
    def subject_of(self, row: Row) -> str:
        return f"{KIND}:{row.found.key}"

    @override
    def is_in(self, row: Row, state: str) -> bool:
        if row.is_off or state == _OFF:
            return row.is_off and state == _OFF
        if state == _TO_ASK:
            return row.ahead.is_to_ask(row.today)
        if state == _WHOLE:
            return True
        is_near = row.found.first <= row.today + _DAYS and row.found.last >= row.today
        return is_near and (row.found.occasion.family != TERMS or row.found.first >= row.today)

    @override
    def make_side(self) -> QWidget:
        return Telling(self.session)

    @override
    def show_row(self, row: Row | None) -> None:
        side = self.side
        assert isinstance(side, Telling)  # noqa: S101 - made above
        side.show_parts(_parts(row) if row else ())
        is_free = row is not None and not row.is_off and not row.ahead.topic
        for button in (self.take_button, self.wave_button):
            button.setEnabled(is_free)
        self.ask_button.setEnabled(row is not None and not row.is_off)
        self.off_button.setEnabled(row is not None)
        self.off_button.setText("启用" if row and row.is_off else "停用")
        self.edit_button.setEnabled(row is not None)

    @override
    def begin(self) -> None:
        self.form.begin()

    @override
    def open_row(self, number: int) -> None:
        self.form.open_for(self.model.row(number).found.occasion)

    @cached_property
    def form(self) -> OccasionWindow:
        """The window an occasion is changed in."""
        return OccasionWindow(self.session, self)

    @cached_property
    def year(self) -> YearWindow:
        """The window of a whole year."""
        return YearWindow(self.session, self)

    def edit(self) -> None:
        """Change the occasion chosen."""
        if self.row:
            self.form.open_for(self.row.found.occasion)

    def show_year(self) -> None:
        """Show the whole year."""
        self.year.open_for(self.session.today().year)

    def chosen(self) -> list[Row]:
        """The rows selected that are in use."""
        rows = (self.model.row(number) for number in self.view.selected())
        return [one for one in rows if not one.is_off]

    def take_up(self) -> None:
        """Make topics of the occasions selected."""
        self._take_up(lambda _made: None)

    def ask(self) -> None:
        """Draft notices of the occasions selected, through their topics."""
        ready = [one.ahead.topic for one in self.chosen() if one.ahead.topic]
        if any(one.ahead.topic is None for one in self.chosen()):
            self._take_up(lambda made: ask(self.page, [*ready, *made]))
        else:
            ask(self.page, ready)

    def wave_off(self) -> None:
        """Ask why the occasions selected are not asked for this year."""
        found = [one.found for one in self.chosen() if not one.ahead.is_settled]
        if found:
            names = "、".join(one.occasion.title for one in found[:3])
            answer = Answer("今年不约", lambda reason: self._wave_off(found, reason))
            self.strip.ask(f"“{names}”今年不约了？", _REASONS, (answer,), self.view.take_focus)

    def switch(self) -> None:
        """Use the occasion chosen no longer, or again."""
        if self.row:
            occasion, on = self.row.found.occasion, self.row.is_off
            store, by = self.session.store, self.session.by()
            words = "启用" if on else "停用"
            self._change(
                lambda: switch(store, occasion.key, on=on, by=by), f"已{words}：{occasion.title}"
            )

    def reset(self) -> None:
        """Make a changed occasion as it was shipped; an own one goes."""
        if self.row:
            occasion = self.row.found.occasion
            store, by = self.session.store, self.session.by()
            self._change(
                lambda: reset_occasion(store, occasion.key, by=by),
                f"已恢复原样：{occasion.title}",
            )

    def _take_up(self, then: Callable[[Sequence[PoolTopic]], None]) -> None:
        found = [one.found for one in self.chosen() if one.ahead.topic is None]
        store, by, made = self.session.store, self.session.by(), list[PoolTopic]()
        if found:
            self.session.do(
                lambda: made.extend(take_up(store, found, by=by)),
                Topic.TASKS,
                note=f"已记入选题池 {len(found)} 条",
                undo=Undo(
                    lambda: forget_topics(store, [one.id for one in made], by=self.session.by()),
                    "已撤销刚记的选题",
                ),
                done=lambda _none: then(made),
            )

    def _wave_off(self, found: Sequence[Happening], reason: str) -> None:
        store, by = self.session.store, self.session.by()
        self._change(lambda: wave_off(store, found, reason, by=by), f"{len(found)} 个节点今年不约")

    def _change(self, act: Callable[[], Foreseeable], note: str) -> None:
        store, former = self.session.store, list[Foreseeable]()
        self.session.do(
            lambda: former.append(act()),
            Topic.TASKS,
            note=note,
            undo=Undo(
                lambda: restore_calendar(store, former[0], by=self.session.by()), "日历已恢复"
            ),
        )


def _parts(row: Row) -> Sequence[str]:
    found, ahead = row.found, row.ahead
    occasion = found.occasion
    is_own = all(one != occasion for one in shipped())
    state = red(row.state) if _red(row) else row.state
    topic = link(ahead.topic.title, "tasks", ahead.topic.subject) if ahead.topic else ""
    return (
        heading(occasion.title),
        said("日期", f"{found.first.year}年{found.days}"),
        fact("状态", f"{state}{f'：{ahead.waved}' if ahead.waved else ''}"),
        fact("选题", topic),
        said("几时起约", f"{found.ask_from:%Y-%m-%d}（提前 {occasion.lead} 天）"),
        said("类型", occasion.kind or ""),
        said("约哪些单位", "、".join(occasion.units)),
        said("标签", "、".join(occasion.topics)),
        said("请着重写明", occasion.points),
        said("", "只在日历上看，不提醒" if not occasion.remind else ""),
        said("", "本办加的或改过的节点" if is_own else ""),
    )
