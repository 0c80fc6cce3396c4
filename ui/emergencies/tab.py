"""The 紧急 tab: every emergency with its clocks, and beside it its chain of reports."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desk.calendar import by_day
from desk.emergencies.breaching import standing
from desk.emergencies.emergency import Emergency
from desk.emergencies.rules import EmergencyRules
from desk.store import Work
from ui.emergencies.columns import COLUMNS, EmergencyRow, row_of
from ui.emergencies.emergency_window import emergency_window
from ui.emergencies.judge_window import JudgeWindow
from ui.emergencies.monthly_window import MonthlyWindow
from ui.emergencies.rules_window import RulesWindow
from ui.emergencies.side_pane import EmergencySide
from ui.export import Export
from ui.keys import bind
from ui.manual.context import tell_of
from ui.tasks.list_tab import TaskListTab

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_EMPTY = "还没有紧急信息。\n在任何地方按 F10 就能登记：地点、事件一写，标题和首报就好了。"
_MINUTE_MS = 60_000


class EmergenciesTab(TaskListTab[EmergencyRow]):
    """Emergencies, the newest first; the clocks go on while it is on view."""

    title = "紧急"
    kinds = ("emergency",)
    primary = "登记紧急信息"
    primary_tip = "登记紧急信息（在任何地方按 F10）"
    states = ("在办", "需续报", "已终报", "全部")
    columns = COLUMNS
    empty = _EMPTY

    def __init__(self, page: "TasksPage") -> None:
        self._names: dict[int, str] = {}
        self.judging: JudgeWindow | None = None
        self.monthly: MonthlyWindow | None = None
        self.rules: RulesWindow | None = None
        super().__init__(page)
        tell_of(self, "emergencies")
        self.month_button = QPushButton("紧急信息统计")
        self.month_button.setToolTip("按月、类别、等级、单位统计（Ctrl+M）")
        self.rules_button = QPushButton("紧急报送规则")
        self.rules_button.setToolTip("时限、续报时间、类别和要素、范围和标准")
        self.month_button.clicked.connect(self.show_month)
        self.rules_button.clicked.connect(self.show_rules)
        self.tools.addWidget(self.month_button)
        self.tools.addWidget(self.rules_button)
        bind(self, "Ctrl+M", self.show_month)
        bind(self, "Ctrl+J", self.judge)
        ticking = QTimer(self, interval=_MINUTE_MS)
        ticking.timeout.connect(self._tick)
        ticking.start()

    @override
    def rows(self, work: Work) -> Sequence[EmergencyRow]:
        now = self.session.clock()
        rules = work.matters.policy(EmergencyRules())
        specials = by_day(work.lists.special_days())
        self._names = {one.id: one.short for one in work.registry.units()}
        held = work.matters.all(Emergency)
        return [row_of(one, self._names, rules, now, specials) for one in held]

    @override
    def subject_of(self, row: EmergencyRow) -> str:
        return row.one.subject

    @override
    def is_in(self, row: EmergencyRow, state: str) -> bool:
        if state == "全部":
            return True
        if state == "在办":
            return row.one.ended is None or row.one.is_open
        if state == "已终报":
            return row.one.ended is not None
        return row.state == state

    @override
    def make_side(self) -> QWidget:
        self.pane = EmergencySide()
        self.pane.opened.connect(self._open)
        self.pane.judging.connect(self.judge)
        self.pane.followed.connect(self._follow)
        return self.pane

    @override
    def show_row(self, row: EmergencyRow | None) -> None:
        booked = {}
        if row is not None and row.one.breaches:
            with self.session.store.read() as work:
                booked = standing(work, row.one.breaches)
        self.pane.show_row(row, self._names, booked)

    @override
    def open_row(self, number: int) -> None:
        emergency_window(self.session, self).open(self.model.row(number).one.id)

    @override
    def begin(self) -> None:
        emergency_window(self.session, self).begin()

    @override
    def exports(self) -> Sequence[Export]:
        return (*super().exports(), Export("紧急信息统计……", self.show_month))

    def judge(self) -> None:
        """Decide how the unit of the row chosen has reported (Ctrl+J)."""
        if self.row is not None:
            self.judging = self.judging or JudgeWindow(self.session, self.window())
            self.judging.open(self.row.one.id)

    def show_month(self) -> None:
        """Show the statistics (Ctrl+M)."""
        self.monthly = self.monthly or MonthlyWindow(self.session, self.window())
        self.monthly.open()

    def show_rules(self) -> None:
        """Show the limits, categories and standards, to be changed."""
        self.rules = self.rules or RulesWindow(self.session, self.window())
        self.rules.open()

    def _open(self) -> None:
        if self.row is not None:
            emergency_window(self.session, self).open(self.row.one.id)

    def _follow(self, link: str) -> None:
        kind, _, number = link.partition(":")
        if kind == "draft":
            self.session.go("life", int(number))

    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()
