"""The 批示 tab: every instruction by state, and beside it its words, its units, its course."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from desk.instructions.booking import offer, words_of
from desk.instructions.instruction import State
from desk.instructions.listing import InstructionRow, rows
from desk.store import Work
from ui import style
from ui.export import Export
from ui.instructions.columns import COLUMNS
from ui.instructions.counting_window import CountingWindow
from ui.instructions.deeds import Deed, Deeds
from ui.instructions.page_html import page_html
from ui.instructions.rules_window import RulesWindow
from ui.instructions.side import InstructionSide
from ui.keys import bind
from ui.manual.context import tell_of
from ui.tasks.list_tab import TaskListTab

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

NEW = "new"  # as "instruction:new:12:3": register one on the draft 12, printed by the issue 3
_UNDONE = "未办结"
_ALL = "全部"


class InstructionsTab(TaskListTab[InstructionRow]):
    """Instructions, what presses first."""

    title = "批示"
    kinds = ("instruction",)
    primary = "登记批示"
    primary_tip = "登记领导批示，当时就可以交办"
    columns = COLUMNS
    empty = "没有批示。\n按“登记批示”（Ctrl+N）选稿件、写领导、贴原文，当时交给承办单位。"
    states = (_UNDONE, *(one.value for one in State), _ALL)

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        self._names: dict[int, str] = {}
        self._counting: CountingWindow | None = None
        self._rules: RulesWindow | None = None
        self._shown = 0
        tell_of(self, "instructions")
        more = QPushButton("统计和规则")
        menu = QMenu(more)
        menu.addAction("批示统计、月报、年度汇编……", self.count)
        menu.addAction("打印批示催办单", self.chase)
        menu.addAction("批示办理规则……", self.set_rules)
        more.setMenu(menu)
        self.tools.addWidget(more)

    @override
    def rows(self, work: Work) -> Sequence[InstructionRow]:
        self._names = {one.id: one.short for one in work.registry.units()}
        return rows(work, self.session.clock())

    @override
    def subject_of(self, row: InstructionRow) -> str:
        return row.instruction.subject

    @override
    def is_in(self, row: InstructionRow, state: str) -> bool:
        if state == _UNDONE:
            return row.state is not State.CLOSED
        return state in (_ALL, row.state.value)

    @override
    def make_side(self) -> QWidget:
        side = InstructionSide(self.session)
        side.followed.connect(self._follow)
        self.deeds = Deeds(self.session, self, lambda: self.row)
        self._buttons: list[tuple[Deed, QPushButton | QAction]] = []
        menu = QMenu(side)
        for one in self.deeds.main():
            button = side.add_button(one.words, f"{one.tip}（{one.key}）", one.act)
            self._buttons.append((one, button))
        for one in self.deeds.more(self.show_target):
            words = f"{one.words}\t{one.key}" if one.key else one.words
            self._buttons.append((one, menu.addAction(words, one.act)))
        for one, _button in self._buttons:
            if one.key:
                bind(self, one.key, partial(self._do, one))
        side.add_button("更多", "其余的事", lambda: None).setMenu(menu)
        return side

    @override
    def show_row(self, row: InstructionRow | None) -> None:
        side = self._side
        for deed, button in self._buttons:
            button.setEnabled(row is not None and deed.when(row))
        if row is None:
            side.clear()
            return
        self._shown += 1
        self._tell(row, row.account)
        side.show_scans(row.instruction.scans)
        if not row.account and not row.instruction.is_awaited:
            self._weigh(row, self._shown)

    @override
    def open_row(self, number: int) -> None:
        self.deeds.correct(self.show_target)

    @override
    def begin(self) -> None:
        self.deeds.register_window.begin(self.show_target)

    @override
    def show_target(self, target: object) -> None:
        kind, _, told = str(target).partition(":")
        if kind in self.kinds and told.startswith(NEW):
            draft_id, _, issue_id = told.removeprefix(NEW).strip(":").partition(":")
            window = self.deeds.register_window
            window.begin(self.show_target, int(draft_id or 0), int(issue_id or 0))
        else:
            super().show_target(target)

    @override
    def exports(self) -> Sequence[Export]:
        return (
            *super().exports(),
            Export("批示统计、月报、年度汇编……", self.count),
            Export("打印批示催办单", self.chase),
        )

    def count(self) -> None:
        """Open statistics, monthly lists and the yearly file."""
        self._counting = self._counting or CountingWindow(self.session, self)
        self._counting.open()

    def set_rules(self) -> None:
        """Open the office's rules."""
        self._rules = self._rules or RulesWindow(self.session, self)
        self._rules.open()

    def chase(self) -> None:
        """Show the chase list of everything owed."""
        owed = [row for row in self._rows if row.instruction.owing or row.instruction.is_awaited]
        if owed:
            self.deeds.papers.chase(owed)
        else:
            self.session.messages.note("没有欠反馈和待批的，不用催")

    @property
    def _side(self) -> InstructionSide:
        side = self.side
        assert isinstance(side, InstructionSide)  # noqa: S101 - it was made so
        return side

    def _do(self, deed: Deed) -> None:
        row = self.row
        if row is not None and deed.when(row):
            deed.act()

    def _tell(self, row: InstructionRow, account: str) -> None:
        look = style.Look(self.session.settings.scale)
        now = self.session.clock()
        self._side.show_page(page_html(row, self._names, account, now, look))

    def _weigh(self, row: InstructionRow, shown: int) -> None:
        """Say what it would earn; that is reckoned on the worker."""
        store, names = self.session.store, self._names

        def read() -> str:
            with store.read() as work:
                found = offer(work, row.instruction)
            if found is None:
                return "没有供稿单位，不记分"
            told = "台账里已经有，不再记" if found.held else words_of(found, names)
            return f"{told}（Ctrl+B）"

        def tell(account: str) -> None:
            if shown == self._shown:
                self._tell(row, account)

        self.session.look(read, tell)

    def _follow(self, link: str) -> None:
        kind, _, number = link.partition(":")
        if kind == "draft":
            self.session.go("life", int(number))
        elif kind == "unit":
            self.session.go("scores", int(number))
