"""The tab 操作记录 of 设置: every change with its moment and person, and whether all are there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from desk.audit_check import Checked, check_trail, known_heads
from desk.audit_lines import AuditLine, is_there, lines_of
from desk.jobs import Job
from desk.matters.kinds import noun_of
from desk.reports.register import MOST, register_pdf
from ui import style
from ui.audit.columns import COLUMNS
from ui.audit.filters import REGISTER, Filters
from ui.export import Export
from ui.keys import bind
from ui.leaving import ask_and_print
from ui.lists.list_register import list_register
from ui.lists.list_view import ListView
from ui.lists.windowed_model import WindowedModel
from ui.manual.context import tell_of
from ui.tabbed_page import Tab, TabbedPage

_FIRST = 200  # records that are shown before all are found: a million take a second
_COUNTING = "记录还没有读完。请稍等，看到总条数以后再试一次。"


class AuditTab(Tab):
    """The list is read on the worker, its rows a page at a time as they are seen."""

    title = "操作记录"
    primary = "核对"
    primary_tip = "逐条核对操作记录有没有被改动、删除或插入，并与各份备份对照"
    prints = True

    def __init__(self, page: TabbedPage) -> None:
        super().__init__(page)
        self._asked = 0
        self._is_whole = True
        self.filters = Filters(self.session.today(), style.Look(self.session.settings.scale))
        self.model: WindowedModel[AuditLine] = WindowedModel(COLUMNS, self._fetch)
        self.view = ListView(
            self.session,
            self.model,
            "操作记录",
            empty="这里没有操作记录。换一段时间，或放宽上面的条件。",
        )
        self.count = QLabel()
        self.result = QLabel(wordWrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        for widget in (self.filters, self.result, self.count):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        tell_of(self, "audit")
        self.filters.changed.connect(self.narrow)
        self.view.opened.connect(self.lead)
        bind(self, "Ctrl+F", self.filters.words.setFocus)
        bind(self, "F5", self.refresh)
        self.filters.period.bind_keys(self)

    @override
    def refresh(self) -> None:
        self.narrow()
        store = self.session.store

        def read() -> tuple[list[str], list[str]]:
            with store.read() as work:
                return work.audit.people(), work.audit.actions()

        self.session.look(read, lambda found: self.filters.offer(*found))

    def narrow(self) -> None:
        """Show the records that answer the filters."""
        self._asked += 1
        self._look(self._show, _FIRST)

    @override
    def begin(self) -> None:
        store = self.session.store

        def check() -> Job[Checked]:
            return (yield from check_trail(store, known_heads(store)))

        self.session.start(check(), done=self._tell)

    @override
    def show_target(self, target: object) -> None:
        if str(target).endswith(REGISTER):
            self.filters.show_register()

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("操作记录（Excel）", self._export),)

    @override
    def print_out(self) -> None:
        if not self.model.rowCount():
            self.session.messages.note("这里没有内容，不用打印")
            return
        if not self._is_whole:
            self.session.messages.note(_COUNTING)
            return
        if self.model.rowCount() > MOST:
            self.session.messages.error(
                f"现在有 {self.model.rowCount():,} 条，一次最多打印 {MOST:,} 条。"
                "请缩短时间或加条件。"
            )
            return
        today, (first, last) = self.session.today(), self.filters.period.days()
        made = f"{today:%Y-%m-%d} {self.session.by().who} 制表"
        self._name_list()
        title = f"{self.session.settings.office}{self.view.heading}"
        paper = list_register(self.view, title, f"{first} 至 {last}", made, today)
        self.session.look(lambda: register_pdf(paper), self._print)

    def lead(self, number: int) -> None:
        """Go to what a record concerns."""
        subject = self.model.row(number).record.subject
        kind, _, key = subject.partition(":")
        if not is_there(self.session.store, subject):
            self.session.messages.note("这条记录涉及的内容已经不在了")
        elif kind == "draft":
            self.session.go("life", int(key))
        elif kind == "issue":
            self.session.go("issue", int(key))
        elif kind == "unit" and key.isdecimal():
            self.session.go("scores", int(key))
        elif noun_of(subject):
            self.session.go("tasks", subject)
        else:
            self.session.messages.note("这条记录没有可以打开的页面，内容都在列表里")

    def _export(self) -> None:
        if not self._is_whole:
            self.session.messages.note(_COUNTING)
            return
        self._name_list()
        self.view.export()

    def _name_list(self) -> None:
        """Call what leaves by what is shown: the register alone, or the whole trail."""
        self.view.heading = REGISTER if self.filters.query().beginnings else self.title

    def _print(self, pdf: bytes) -> None:
        ask_and_print(self, self.session, pdf, self.view.heading, landscape=True)

    def _look(self, show: Callable[[int, list[int]], None], limit: int | None = None) -> None:
        store, query = self.session.store, self.filters.query()

        def read() -> list[int]:
            with store.read() as work:
                return work.audit.ids(query, limit)

        self.session.look(read, partial(show, self._asked))

    def _fetch(self, ids: Sequence[int]) -> list[AuditLine]:
        with self.session.store.read() as work:
            return lines_of(work, ids)

    def _show(self, asked: int, ids: list[int]) -> None:
        if asked != self._asked:
            return
        self.model.set_ids(ids)
        self._is_whole = len(ids) < _FIRST
        self.count.setText(_counted(ids) if self._is_whole else "最近的在前，正在数……")
        if ids:
            self.view.choose(0)
        if not self._is_whole:
            self._look(self._complete)

    def _complete(self, asked: int, ids: list[int]) -> None:
        if asked == self._asked:
            self.model.complete(ids)
            self._is_whole = True
            self.count.setText(_counted(ids))

    def _tell(self, found: Checked) -> None:
        self.result.setText(("！" if found.faults else "✓ ") + found.words)
        self.result.setObjectName("fieldError" if found.faults else "")
        self.result.style().polish(self.result)
        self.result.show()


def _counted(ids: Sequence[int]) -> str:
    return f"{len(ids):,} 条，最近的在前"
