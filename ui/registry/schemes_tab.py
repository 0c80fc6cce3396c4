"""计分办法: schemes by their first day, each with all its tables."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from desk import registering, scheming
from desk.office_clock import office_time
from desk.scoring.scheme import Purpose, Scheme
from ui import style
from ui.keys import bind
from ui.lists.column import Column
from ui.registry.record_tab import RecordTab
from ui.registry.schemes.comparison import ComparisonWindow
from ui.registry.schemes.filing import export_scheme, import_scheme
from ui.registry.schemes.offering import read_met
from ui.registry.schemes.scheme_form import SchemeForm
from ui.registry.schemes.trial_window import TrialWindow
from ui.registry.snapshot import Snapshot
from ui.session import Session, Undo

_EMPTY = "还没有计分办法\n\n先在“刊物与栏目”里登记刊物，再按 Ctrl+N 新增办法、填写分值"
_LIST_WIDTH, _WIDEST, _FORM_WIDTH = 236, 270, 1024
_NAMED = 3  # closed periods told by name
_LIST_HEIGHT, _TABLES_HEIGHT = 130, 460


class SchemesTab(RecordTab[Scheme]):
    """Schemes and their tables at the left, what is in the chosen table at the right."""

    noun = "计分办法"

    def __init__(self, session: Session) -> None:
        self.form: SchemeForm = SchemeForm(session)
        self._knows_books = False
        self._has_begun = False
        self._comparison: ComparisonWindow | None = None
        self._trial: TrialWindow | None = None
        columns: tuple[Column[Scheme], ...] = (
            Column("name", "办法", lambda row: row.name, 130, stretch=True, tip=_told),
            Column(  # names hardly fit beside it; it stands in the form
                "valid_from", "执行日期", lambda row: f"{row.valid_from:%Y-%m-%d}", 92, hidden=True
            ),
        )
        super().__init__(session, self.form, columns, _EMPTY)
        self._make_scheme_tools()
        self.filter.hide()
        self._put_tables_below()

    @override
    def rows(self, snapshot: Snapshot) -> Sequence[Scheme]:
        return snapshot.schemes

    @override
    def blank(self) -> Scheme:
        year = office_time(self.session.clock()).year
        last = self.snapshot.schemes[-1] if self.snapshot.schemes else None
        if last is None:
            return Scheme("", date(year, 1, 1), ())
        return replace(last, id=0, name="", valid_from=date(last.valid_from.year + 1, 1, 1))

    def copy_shown(self) -> None:
        """Begin a new scheme like the one shown, for the year after, once that is kept."""
        self.save_typed(self._start_copy)

    @override
    def save(self, then: Callable[[], None] = lambda: None) -> None:
        if self._may_change_closed():
            super().save(then)

    @override
    def revert(self) -> None:
        """Show the scheme as it is stored; an hour's typing can be had back."""
        typed = self.form.typed if self.form.is_changed else None
        super().revert()
        if typed is not None:
            self.session.messages.note("已恢复成保存过的样子", lambda: self.form.fill(typed))

    @override
    def keep(self, record: Scheme) -> Scheme:
        return registering.save_scheme(self.session.store, record, by=self.session.by())

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.form.offering.show_snapshot(snapshot)
        if not self.form.is_changed:
            self.form.show_publications(snapshot.publications)
        super().show_snapshot(snapshot)
        self.form.complaints.forget_office()
        if snapshot.schemes and not self._has_begun:
            self._has_begun = True
            self._begin_with_the_one_in_force()

    @override
    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if not self._knows_books:
            self._knows_books = True
            store, today = self.session.store, self.session.today()
            self.session.look(lambda: read_met(store, today), self.form.offering.show_met)

    def _begin_with_the_one_in_force(self) -> None:
        """Show what counts today, not an empty form."""
        if self._stored() is not None or self.form.is_changed:
            return
        today = self.session.today()
        schemes = self.snapshot.schemes
        counting = [one for one in schemes if one.purpose is Purpose.POINTS]
        in_force = [one for one in counting if one.valid_from <= today]
        best = max(in_force or counting or schemes, key=lambda one: one.valid_from)
        self.view.choose(schemes.index(best))

    def _make_scheme_tools(self) -> None:
        self.tool("新增办法", "照最近的办法新增一个，改分值和执行日期（Ctrl+N）", self.start_new)
        self.tool(
            "照此新建",
            "照选中的办法新建下一年的，改名称和执行日期（Ctrl+Shift+N）",
            self.copy_shown,
        )
        self.tool("导入", "从计分办法文件（.toml）导入，可以撤销", self._import)
        self.tool("导出", "把选中的办法存成文件，可以发给别的单位、存档", self._export)
        self.tool("比较", "两个办法有什么不同，逐行说明", self._compare)
        self.tool(
            "拿去年的台账试算", "照正在编辑的办法算一遍去年，和现在的比；不用先保存", self._try
        )
        self.tool("删除办法", "删除选中的办法，可以撤销", self._delete)
        bind(self, "Ctrl+Shift+N", self.copy_shown)

    def _start_copy(self) -> None:
        shown = self._stored()
        if shown is None:
            self.start_new()
            return
        year = shown.valid_from.year
        name = shown.name.replace(str(year), str(year + 1))
        first = shown.valid_from.replace(year=year + 1, day=min(shown.valid_from.day, 28))
        self.forget()
        self.view.clearSelection()
        self.form.start_with(
            replace(shown, id=0, name=name if name != shown.name else "", valid_from=first)
        )

    def _may_change_closed(self) -> bool:
        """Ask before a scheme is changed that closed periods were reckoned by."""
        stored = self._stored()
        if stored is None:
            return True
        with self.session.store.read() as work:
            closed = [one for one in work.closings.holding() if one.last >= stored.valid_from]
        if not closed:
            return True
        names = "、".join(one.name for one in closed[-_NAMED:])
        more = f"等 {len(closed)} 期" if len(closed) > _NAMED else ""
        return self.session.messages.ask(
            f"“{stored.name}”执行以来，{names}{more}已经结账。\n"
            "结了账的数不会变，但“按现在的办法重算”会和通报过的不一样。"
            "要从以后某一天起换办法，请用“照此新建”。\n\n还是要改这个办法吗？",
            "改这个办法",
            danger=True,
        )

    def _import(self) -> None:
        self.save_typed(lambda: import_scheme(self, self.session, self.report))

    def _export(self) -> None:
        self.save_typed(self._export_shown)

    def _export_shown(self) -> None:
        shown = self._stored()
        if shown is None:
            self.session.messages.note("先选中一个办法，再导出")
        else:
            export_scheme(self, self.session, shown)

    def _compare(self) -> None:
        schemes = self.snapshot.schemes
        if not schemes:
            self.session.messages.note("还没有计分办法，没有可以比较的")
            return
        if self._comparison is None:
            self._comparison = ComparisonWindow(self.session, self)
        shown = self._stored()
        at = schemes.index(shown) if shown else len(schemes) - 1
        self._comparison.show_schemes(schemes, self.snapshot.publications, at)

    def _try(self) -> None:
        """Try the scheme as it is typed, in a window beside."""
        if self._trial is None:
            self._trial = TrialWindow(self.session, self, self.form.value)
        self._trial.begin()

    def _delete(self) -> None:
        shown = self._stored()
        if shown is None:
            self.session.messages.note("先选中一个办法，再删除")
            return
        if not self._may_change_closed():
            return
        store, by = self.session.store, self.session.by
        self.forget()
        self.session.do(
            lambda: scheming.delete_scheme(store, shown, by=by()),
            *self.topics,
            note=f"已删除计分办法“{shown.name}”，它执行期间的得分改由前一个办法算",
            undo=Undo(
                lambda: registering.save_scheme(store, replace(shown, id=0), by=by()),
                f"已恢复计分办法“{shown.name}”",
            ),
        )

    def _put_tables_below(self) -> None:
        """Leave the width to what is in the tables."""
        look = style.Look(self.session.settings.scale)
        left = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        left.setHandleWidth(style.GAP)
        left.addWidget(self.view)
        left.addWidget(self.form.tables)
        left.setSizes([look.px(_LIST_HEIGHT), look.px(_TABLES_HEIGHT)])
        left.setStretchFactor(1, 1)
        self.split.insertWidget(0, left)
        self.split.setSizes([min(look.px(_LIST_WIDTH), _WIDEST), look.px(_FORM_WIDTH)])
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)


def _told(row: Scheme) -> str:
    first = f"从 {row.valid_from:%Y-%m-%d} 起执行"
    use = f"用途：{row.purpose}　联合报送：{row.joint}"
    return f"{row.name}\n{first}\n{row.source or '没有写依据'}\n{use}"
