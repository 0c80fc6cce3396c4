"""The 约稿 tab: every commission, and beside it the units asked and what became of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from desk.commissions.asked import AskedRow
from desk.commissions.commission import Commission
from desk.commissions.standing import Stage
from desk.store import Work
from ui.commissions.columns import COMMISSIONS, Row, row_of
from ui.commissions.deeds import Deeds
from ui.commissions.more_tools import MoreTools
from ui.commissions.notice_paper import NoticePaper
from ui.commissions.notice_window import NoticeWindow
from ui.commissions.reason_window import ReasonWindow
from ui.commissions.results_window import ResultsWindow
from ui.commissions.rules_window import RulesWindow
from ui.commissions.side import CommissionSide
from ui.commissions.wish import NoticeWish
from ui.keys import bind
from ui.lists.column import Column
from ui.manual.context import tell_of
from ui.tasks.list_tab import TaskListTab

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_EMPTY = "没有约稿。\n按“新约稿”（Ctrl+N）写题目、选单位、定时限，一次发给多家。"
_OPEN, _ALL = "未了", "全部"
_DONE = (Stage.CLOSED, Stage.WITHDRAWN)
_DRAFT = "这份约稿还没有发出，没有单位欠着"


class CommissionsTab(TaskListTab[Row]):
    """Commissions, the newest first."""

    title = "约稿"
    kinds = ("commission",)
    primary = "新约稿"
    primary_tip = "写一份约稿通知"
    columns: ClassVar[tuple[Column[Row], ...]] = COMMISSIONS
    empty = _EMPTY
    states = (_OPEN, "今天到期", "逾期", "待定结果", "已办结", _ALL)

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        tell_of(self, "commissions")
        self._notice: NoticeWindow | None = None
        self._paper: NoticePaper | None = None
        self._reason: ReasonWindow | None = None
        self._results: ResultsWindow | None = None
        self._rules: RulesWindow | None = None
        self.deeds = Deeds(self.session, self._reason_window)
        self._add_tools()
        self._bind()

    @classmethod
    @override
    def knows(cls, target: object) -> bool:
        return isinstance(target, NoticeWish) or super().knows(target)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, NoticeWish):
            self.notice_window.begin(target)
        else:
            super().show_target(target)

    @override
    def rows(self, work: Work) -> Sequence[Row]:
        now = self.session.clock()
        return [row_of(one, now) for one in work.matters.all(Commission)]

    @override
    def subject_of(self, row: Row) -> str:
        return row.commission.subject

    @override
    def is_in(self, row: Row, state: str) -> bool:
        if state == _OPEN:
            return row.stage not in _DONE
        if state == Stage.CLOSED:
            return row.stage in _DONE
        return state in (_ALL, row.stage)

    @override
    def make_side(self) -> CommissionSide:
        side = CommissionSide(self.session)
        side.view.opened.connect(lambda _row: self.open_draft())
        return side

    @override
    def show_row(self, row: Row | None) -> None:
        self.told.show_commission(row.commission if row else None)

    @override
    def begin(self) -> None:
        self.notice_window.begin(NoticeWish())

    @override
    def open_row(self, number: int) -> None:
        held = self.model.row(number).commission
        if held.upper and not held.tasks:
            self.more.go_on(held)
        elif held.issued is None:
            self.notice_window.change(held)
        else:
            self.told.view.take_focus()

    @property
    def told(self) -> CommissionSide:
        """What stands beside the list."""
        assert isinstance(self.side, CommissionSide)  # noqa: S101 - made above
        return self.side

    @property
    def commission(self) -> Commission | None:
        """The commission chosen."""
        return self.row.commission if self.row else None

    @property
    def notice_window(self) -> NoticeWindow:
        """Where notices are written."""
        self._notice = self._notice or NoticeWindow(self.session, self, self._sent, self._kept)
        return self._notice

    @property
    def paper(self) -> NoticePaper:
        """Where notices are printed."""
        self._paper = self._paper or NoticePaper(self.session, self)
        return self._paper

    def print_notices(self) -> None:
        """Show 约稿通知单 of the commission chosen."""
        self._with(self.paper.open_for)

    def copy_text(self) -> None:
        """Put its text for the work group on the clipboard."""
        self._with(self.deeds.copy)

    def copy_for_units(self) -> None:
        """Put the text for the units selected on the clipboard."""
        self._with_units(self.deeds.copy_for)

    def extend(self) -> None:
        """延期 for the units selected."""
        self._with_units(self.deeds.extend)

    def exempt(self) -> None:
        """免报 for the units selected."""
        self._with_units(self.deeds.exempt)

    def demand(self) -> None:
        """取消延期、免报 of the units selected."""
        self._with_units(self.deeds.demand)

    def judge(self) -> None:
        """登记结果 of the units selected, or of all."""
        self._with(lambda held: self._judge(held, self.told.meant))

    def send_again(self) -> None:
        """照这份再发."""
        self._with(self.notice_window.send_again)

    def correct(self) -> None:
        """更正, or go on with a draft."""
        self._with(self.notice_window.change)

    def withdraw(self) -> None:
        """撤回, or throw a draft away."""
        self._with(self.deeds.withdraw)

    def close_or_reopen(self) -> None:
        """办结, or take up again."""
        self._with(self.deeds.close)

    def open_draft(self) -> None:
        """Go to the draft that answers it, of the unit under the cursor."""
        rows = self.told.selected
        drafts = rows[0].task.drafts if rows else ()
        if drafts:
            self.session.go("life", drafts[0])
        elif rows:
            self.session.messages.note(f"{rows[0].unit.short}还没有关联的来稿")

    def open_unit(self) -> None:
        """Show the card of the unit under the cursor."""
        self._with_units(lambda _held, rows: self.session.called.emit(rows[0].unit.id))

    def go_on(self) -> None:
        """Make the reply to the upper level, or send on what it asks."""
        held = self.commission
        if held is None or held.upper is None:
            self.session.messages.note("这一件不是上级约的稿")
        else:
            self.more.go_on(held)

    def open_rules(self) -> None:
        """约稿办法."""
        self._rules = self._rules or RulesWindow(self.session, self)
        self._rules.open_now()

    def _judge(self, held: Commission, rows: Sequence[AskedRow]) -> None:
        if held.issued is None or held.withdrawn:
            self.session.messages.note(_DRAFT)
            return
        self._results = self._results or ResultsWindow(self.session, self, self.deeds)
        self._results.open_for(held, rows)

    def _sent(self, out: Commission, former: Commission) -> None:
        self._kept(out)
        self.deeds.sent(out, former)

    def _kept(self, kept: Commission) -> None:
        """Show it when it is read; it may be read already."""
        self._wanted = kept.subject
        if any(one.commission.id == kept.id for one in self._rows):
            self._find()

    def _reason_window(self) -> ReasonWindow:
        self._reason = self._reason or ReasonWindow(self.session, self)
        return self._reason

    def _with(self, act: Callable[[Commission], object]) -> None:
        if self.commission is None:
            self.session.messages.note("请先在列表里选一份约稿")
        else:
            act(self.commission)

    def _with_units(self, act: Callable[[Commission, Sequence[AskedRow]], object]) -> None:
        held, rows = self.commission, self.told.selected
        if held is None or not rows:
            self.session.messages.note("请先在右边选单位，可以多选（Ctrl+A 全选）")
        else:
            act(held, rows)

    def _add_tools(self) -> None:
        side = self.told
        side.add_button("登记结果", "选中的单位，没选就是全部（Ctrl+R）", self.judge)
        side.add_button("延期", "选中的单位延期（Ctrl+D）", self.extend)
        side.add_button("免报", "选中的单位免报（Ctrl+M）", self.exempt)
        side.add_button("通知单", "约稿通知单：打印、PDF、Word（Ctrl+Shift+P）", self.print_notices)
        side.add_button("复制文字", "通知文字，贴到工作群（Ctrl+Shift+C）", self.copy_text)
        for words, act in (
            ("复制给选中单位的文字", self.copy_for_units),
            ("单位卡片", self.open_unit),
            ("取消延期、免报", self.demand),
            ("应约综合、分给单位……", self.go_on),
            ("照这份再发", self.send_again),
            ("更正、修改", self.correct),
            ("撤回、删去草稿", self.withdraw),
            ("办结、重新打开", self.close_or_reopen),
        ):
            side.add_more(words, act)
        side.end_buttons()
        self.more = MoreTools(self.session, self, self.tools)
        rules = QPushButton("约稿办法……")
        rules.setToolTip("编号样式、默认时限、联系人、回执")
        rules.clicked.connect(self.open_rules)
        self.tools.addWidget(rules)

    def _bind(self) -> None:
        for keys, act in (
            ("Ctrl+R", self.judge),
            ("Ctrl+D", self.extend),
            ("Ctrl+M", self.exempt),
            ("Ctrl+Shift+P", self.print_notices),
            ("Ctrl+Shift+C", self.copy_text),
        ):
            bind(self, keys, act)
