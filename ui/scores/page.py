"""The 考核 page: the days that are looked at, and tabs on what was reached in them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
)
from typing_extensions import override

from desk.closings.books import shown
from desk.closings.closing import Closing
from desk.reports.register import Register
from desk.reports.score_summary import summary
from desk.scoring.results import ScoreTable
from desk.surveys.survey import Survey
from desk.surveys.surveying import survey
from ui import style
from ui.keys import bind
from ui.lazy_tabs import LazyTabs
from ui.lists.list_register import list_register
from ui.lists.list_view import ListView
from ui.meeting.meeting_menu import MeetingMenu
from ui.packs.pack_window import PackWindow
from ui.page import Page
from ui.period_picker import PeriodPicker
from ui.scores.board_tab import BoardTab
from ui.scores.families import Families
from ui.scores.group_tabs import GroupTabs
from ui.scores.tab import ScoresTab
from ui.scores.tabs import TABS
from ui.session import Session, Topic

TabT = TypeVar("TabT", bound=ScoresTab)


class ScoresPage(Page):
    """One period for all tabs; a tab is made and read when it comes on view."""

    topics = frozenset({Topic.SCORES, Topic.REGISTRY, Topic.DRAFTS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "考核")
        self._table: ScoreTable | None = None
        self._survey: Survey | None = None
        self._waiting: list[Callable[[Survey], object]] = []  # for the survey that is being read
        self._closing: Closing | None = None
        self._about = ""  # what the figures are of, for paper
        self._asked = 0
        self._showed: dict[ScoresTab, object] = {}
        self.days = PeriodPicker(self.today())
        self.days.period.setToolTip("看哪一段时间：选，或者打 2026Q3、9月、上半年（Ctrl+G）")
        self.group = GroupTabs()
        self.search = QLineEdit(placeholderText="筛选单位……", clearButtonEnabled=True)
        self.search.setToolTip("几个词用空格隔开，都要出现（Ctrl+F）")
        self.summary = QLabel()
        self.call_button = self.secondary("来电", "单位来电话：马上说出它的得分、名次、差距（F12）")
        self.meeting_button = self.secondary(
            "会议模式", "全屏放映图和表（F11），选哪几页，存为 PDF"
        )
        self.pack_button = self.secondary(
            "会议材料", "通报、图表、统计表、函件、依据、投影，一次都写进一个文件夹（Ctrl+Shift+M）"
        )
        self.export_button = self.secondary("导出", "导出当前这一页（Ctrl+E）")
        self.export_menu = QMenu(self)
        self.export_button.setMenu(self.export_menu)
        self.pack_window = PackWindow(self.session, self, lambda: self.show_target("结账"))
        self.meeting = MeetingMenu(self, self.meeting_button)
        self.print_button = self.primary("打印", "用系统打印窗口打印当前这一页（Ctrl+P）")
        titles = {kind: kind.title for kind in TABS}
        self.tabs: LazyTabs[ScoresTab] = LazyTabs(titles, lambda kind: kind(self), framed=True)
        self.families = Families(self.tabs, self)
        self._lay_out()
        self._connect()
        self._offer_exports()

    @property
    def table(self) -> ScoreTable | None:
        """The scores of the page's days, once they are read."""
        return self._table

    @property
    def group_id(self) -> int | None:
        """The group that is looked at; None for all."""
        return self.group.group_id

    @property
    def words(self) -> str:
        """What the list is filtered by."""
        return self.search.text()

    def tab(self, kind: type[TabT]) -> TabT:
        """The tab of that kind, made when it is first asked for."""
        return self.tabs.tab(kind)

    @property
    def current(self) -> ScoresTab:
        """The tab on view."""
        return self.tabs.current

    def window_days(self) -> tuple[date, date]:
        """The first and the last day shown."""
        return self.days.days()

    def period_title(self) -> str:
        """What files and printed pages of these days are headed with."""
        return f"{self.session.settings.office}信息工作目标完成情况（{self.days_told()}）"

    def paper(self, view: ListView) -> Register:
        """A list of this page for paper, headed with what it is of and when."""
        group = f"{self.group.currentText()}　" if self.group_id is not None else ""
        made = f"{self.today():%Y-%m-%d} {self.session.by().who} 制表"
        title = f"{self.session.settings.office}信息工作{view.heading}（{self.days_told()}）"
        about = f"{group}{self._about}"
        return list_register(view, title, about, made, self.today())

    def survey(self, done: Callable[[Survey], object]) -> None:
        """Hand over the survey of the page's days; it is read once for all who ask.

        Who asked for days that are no longer shown is not answered.
        """
        if self._survey is not None:
            done(self._survey)
            return
        self._waiting.append(done)
        if len(self._waiting) == 1:
            store, office = self.session.store, self.session.settings.office
            (first, last), today, asked = self.window_days(), self.today(), self._asked
            self.session.look(
                lambda: survey(store, first, last, office=office, today=today),
                partial(self._on_survey, asked),
            )

    def look_at(self, first: date, last: date, unit_id: int) -> None:
        """Show a unit's lines of other days."""
        self.days.show_days(first, last)
        self.show_target(unit_id)
        self.tab(BoardTab).show_lines()
        self.refresh()

    def today(self) -> date:
        """The day it is for the clerk."""
        return self.session.today()

    @override
    def refresh(self) -> None:
        first, last = self.window_days()
        self._asked += 1
        self._table = self._survey = None
        self._waiting.clear()
        self._showed.clear()
        store, today, asked = self.session.store, self.today(), self._asked
        with store.read() as work:
            earliest = work.ledger.first_day()
        if earliest:
            self.days.offer_since(earliest.year)
        self.session.look(
            lambda: shown(store, first, last, today=today), partial(self._on_table, asked)
        )
        self._show_current()

    @override
    def enter(self) -> None:
        super().enter()
        if not self.isAncestorOf(self.focusWidget()):
            self.current.take_focus()

    @override
    def show_target(self, target: object) -> None:
        for at, kind in enumerate(TABS):
            if kind.knows(target):
                self.families.follow(at)
                if target != kind.title:
                    self.group.show_all()
                    self.search.clear()
                    self.current.show_target(target)
                self.current.take_focus()
                return

    @override
    def leave(self) -> None:
        for tab in self.tabs.made:
            tab.leave()

    @override
    def may_close(self) -> bool:
        return all(tab.may_close() for tab in self.tabs.made)

    def _on_table(self, asked: int, found: tuple[ScoreTable, Closing | None]) -> None:
        if asked != self._asked:
            return
        table, closing = found
        self._table, self._closing = table, closing
        self.group.show_groups(one.group for one in table.groups)
        frozen = f"。{closing.name}已结账，显示公布的数" if closing else ""
        self._about = f"{summary(table)}{frozen}"
        self.summary.setText(self._about.partition("，")[2])  # the days stand beside it
        self._show_current()

    def _on_survey(self, asked: int, found: Survey) -> None:
        if asked == self._asked:
            self._survey, waiting, self._waiting = found, self._waiting, []
            for done in waiting:
                done(found)

    def _show_current(self) -> None:
        """Show the current tab what it has not seen yet."""
        tab = self.current
        seen: object = self._table if tab.needs_table else self._asked
        if seen is None or self._showed.get(tab) is seen:
            return
        self._showed[tab] = seen
        if tab.needs_survey:
            self.survey(tab.show_survey)
        elif tab.needs_table and self._table is not None:
            tab.show_table(self._table)
        else:
            tab.show_days()

    def _on_tab(self) -> None:
        self.families.follow(self.tabs.currentIndex())
        self._offer_exports()
        self._show_current()
        self._narrow()  # group or words may have changed on another tab

    def _on_tab_clicked(self, at: int) -> None:
        if at == self.tabs.currentIndex():
            self.current.take_focus()

    def _narrow(self) -> None:
        self.current.narrow()

    def _offer_exports(self) -> None:
        self.export_menu.clear()
        for one in self.current.exports():
            self.export_menu.addAction(one.words, partial(self._act, one.act))
        self.export_button.setEnabled(bool(self.export_menu.actions()))

    def _export(self) -> None:
        """Do the first export of the current tab (Ctrl+E)."""
        for one in self.current.exports()[:1]:
            self._act(one.act)

    def _print(self) -> None:
        self._act(self.current.print_out)

    def _open_pack(self) -> None:
        self._act(lambda: self.pack_window.open_for(self.window_days(), self._closing))

    def _act(self, act: Callable[[], object]) -> None:
        """Save or print what is shown, but not the former figures under the name of new days."""
        tab = self.current
        lacks_survey = tab.needs_survey and self._survey is None
        if lacks_survey or (tab.needs_table and self._table is None):
            self.session.messages.note("所选时段的分还没有算出来，请稍候再按一次")
        else:
            act()

    def days_told(self) -> str:
        """The days on view, by their name where they have one."""
        first, last = self.window_days()
        return self.days.name or f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}"

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        look = style.Look(self.session.settings.scale)
        self.summary.setWordWrap(True)
        self.summary.setObjectName("muted")
        self.search.setAccessibleName("筛选")
        self.search.setFixedWidth(look.px(180))
        first.setSpacing(2 * style.GAP)
        first.addWidget(self.days)
        first.addWidget(self.summary, 1)
        second.setSpacing(style.GAP)
        second.addWidget(self.group, 1)
        second.addWidget(self.search)
        self.content.addLayout(first)
        self.content.addLayout(second)
        self.tabs.setCornerWidget(self.families, Qt.Corner.TopLeftCorner)
        self.content.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.days.changed.connect(self.refresh)
        self.group.currentChanged.connect(lambda _at: self._narrow())
        self.search.textChanged.connect(lambda _words: self._narrow())
        self.tabs.currentChanged.connect(lambda _at: self._on_tab())
        self.tabs.tabBarClicked.connect(self._on_tab_clicked, Qt.ConnectionType.QueuedConnection)
        self.call_button.clicked.connect(lambda: self.session.called.emit(0))
        self.print_button.clicked.connect(self._print)
        self.pack_button.clicked.connect(self._open_pack)
        bind(self, "Ctrl+Shift+M", self._open_pack)
        bind(self, "Ctrl+E", self._export)
        bind(self, "Ctrl+P", self._print)
        bind(self, "Ctrl+F", self.search.setFocus)
        bind(self, "Ctrl+G", self.days.begin)
        self.days.bind_keys(self)
        self.group.bind_keys(self)
