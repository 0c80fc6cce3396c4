"""稿酬: the fees of what was printed in the page's days, confirmed and paid here."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from desk.errors import DeskError
from desk.fees import FeeClass, plain_yuan
from desk.payments import deciding
from desk.payments.fee import NOTHING, Fee, FeeState
from desk.payments.proposing import fees, told
from desk.payments.rules import FeeRules
from desk.payments.sheets import by_person, by_unit, item_by_item
from desk.payments.words import summary
from desk.reports.stat_workbook import TableSheet, stat_workbook
from desk.stat_table import StatTable
from desk.units import Unit
from ui import style
from ui.dialogs import save_path
from ui.export import Export
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.keys import bind, bind_done
from ui.leaving import keep_file
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.manual.context import tell_of
from ui.paper_window import PaperWindow
from ui.payments.fee_form import FeeForm
from ui.payments.rules_window import RulesWindow
from ui.scores.tab import ScoresTab
from ui.session import Topic, Undo
from ui.side import Side

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_EMPTY = "这段时间没有刊登的信息\n\n印发一期，或者在“登记事项”里登记采用，这里就按篇幅建议稿酬"
_REASONS = ("没有在本级刊物刊登", "转载稿", "领导署名稿", "署名有争议")
_MARKS = {
    FeeState.PROPOSED: "○",
    FeeState.CONFIRMED: "●",
    FeeState.PAID: "✓",
    FeeState.REFUSED: "✕",
}


class FeesTab(ScoresTab):
    """Ctrl+Enter confirms the rows selected as proposed, Ctrl+S the one in the form."""

    title = "稿酬"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "fees")
        self._fees: Sequence[Fee] = ()
        self._units: dict[int, Unit] = {}
        self._rules = FeeRules()
        self._asked = 0
        self.model: MemoryModel[Fee] = MemoryModel(self._columns())
        self.view = ListView(self.session, self.model, "稿酬", empty=_EMPTY)
        self.form = FeeForm()
        self.told = QLabel(wordWrap=True)
        self.strip = ReasonStrip(self.session.settings.scale)
        self.rules_window = RulesWindow(self.session, self, self._save_rules)
        self.paper: PaperWindow | None = None
        self.confirm_button = QPushButton("核定选中")
        self.pay_button = QPushButton("标记已发")
        self.rules_button = QPushButton("稿酬规则……")
        self._lay_out()
        self._connect()

    @override
    def show_days(self) -> None:
        self._asked += 1
        store, (first, last) = self.session.store, self.page.window_days()

        def read() -> tuple[list[Fee], list[FeeClass], FeeRules, list[Unit]]:
            with store.read() as work:
                rules = work.matters.policy(FeeRules())
                units = work.registry.units()
                return fees(work, first, last), work.fees.classes(), rules, units

        self.session.look(read, partial(self._on_read, self._asked))

    @override
    def narrow(self) -> None:
        chosen = self.view.currentIndex().row()
        group = self.page.group_id
        self.model.set_rows([one for one in self._fees if group in (None, self._group_of(one))])
        self.model.set_filter(self.page.words)
        if self.model.rowCount():
            self.view.choose(min(max(0, chosen), self.model.rowCount() - 1))
        self._show_row()

    @override
    def paper_list(self) -> ListView:
        return self.view

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("稿酬单：按人、按单位、逐篇（Excel）", self.export),
            Export("本页的列表（Excel）", self.view.export),
        )

    @override
    def print_out(self) -> None:
        tables = [self._sheets()[0].table, self._sheets()[2].table]
        if len(tables[0].rows) == 1:
            self.session.messages.note("还没有核定的稿酬，不用打印。请先核定。")
            return
        office, day = self.session.settings.office, self.page.today()

        def query() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf(tables, office, day)

        self.session.look(query, self._preview)

    def export(self) -> None:
        """Keep the pay sheets as an .xlsx file."""
        sheets = self._sheets()
        path = save_path(self, sheets[0].table.title, ".xlsx", "Excel 工作簿")
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, stat_workbook(sheets)),
                note=f"已存为 {path.name}",
            )

    def confirm(self) -> None:
        """Confirm the rows selected as they are proposed; those in doubt are left to the form."""
        chosen = [one for one in self._selected() if one.state is FeeState.PROPOSED]
        ready = [one for one in chosen if one.class_name and one.amounts.base]
        if not ready:
            self.session.messages.note("选中的里面没有可以照建议核定的")
            return
        store, by = self.session.store, self.session.by()
        left = len(chosen) - len(ready)
        more = f"，{left} 篇没有类别，要逐篇定" if left else ""
        self._do(
            lambda: deciding.confirm(store, ready, by=by), ready, f"已核定 {len(ready)} 篇{more}"
        )

    def save(self) -> None:
        """Confirm the one in the form as it stands there."""
        row = self._row()
        if row is None:
            return
        try:
            fee = self.form.value()
        except DeskError as error:
            self.form.show_error(error)
            return
        self.form.clear_errors()
        store, by = self.session.store, self.session.by()
        self._do(lambda: deciding.confirm(store, [fee], by=by), [row], f"已核定“{fee.title}”")

    def refuse(self) -> None:
        """Ask why nothing is paid for the rows selected."""
        chosen = self._selected()
        store = self.session.store

        def act(reason: str) -> None:
            by = self.session.by()
            note = f"{len(chosen)} 篇不计稿酬"
            self._do(lambda: deciding.refuse(store, chosen, reason, by=by), chosen, note)

        if chosen:
            self.strip.ask(f"{len(chosen)} 篇不计稿酬？", _REASONS, [Answer("不计", act)])

    def pay(self) -> None:
        """Mark all that is confirmed on this list as paid today."""
        ready = [one for one in self.model.rows if one.state is FeeState.CONFIRMED]
        total = sum((one.total for one in ready), NOTHING)
        if not ready:
            self.session.messages.note("这里没有已核定、还没有发的稿酬")
            return
        store, day = self.session.store, self.page.today()

        def act(_reason: str) -> None:
            by = self.session.by()
            self._do(lambda: deciding.pay(store, ready, day, by=by), ready, f"已发 {whole}")

        whole = f"{len(ready)} 篇、{plain_yuan(total)} 元"
        asked = f"把本页已核定的 {whole}标记为 {day:%Y-%m-%d} 已发？"
        self.strip.ask(asked, ("已发",), [Answer("标记已发", act, needs_reason=False)])

    def open_rules(self) -> None:
        """Show the rules to change them."""
        with self.session.store.read() as work:
            own = [one for one in work.catalogue.publications() if one.template and one.active]
        self.rules_window.open_for(self._rules, own, self.page.window_days()[1].year)

    def _do(self, action: Callable[[], Sequence[Fee]], former: Sequence[Fee], note: str) -> None:
        store, kept = self.session.store, list[Fee]()

        def act() -> None:
            kept.extend(action())

        def back() -> None:
            deciding.put_back(store, former, kept, by=self.session.by())

        self.session.do(act, Topic.SCORES, note=note, undo=Undo(back, "已恢复"))

    def _save_rules(self, rules: FeeRules) -> None:
        store, before = self.session.store, self._rules
        self.session.do(
            lambda: deciding.save_rules(store, rules, by=self.session.by()),
            Topic.SCORES,
            note="已保存稿酬规则",
            undo=Undo(
                lambda: deciding.save_rules(store, before, by=self.session.by()), "已恢复原来的规则"
            ),
        )

    def _on_read(
        self, asked: int, read: tuple[list[Fee], list[FeeClass], FeeRules, list[Unit]]
    ) -> None:
        if asked != self._asked:
            return
        self._fees, classes, self._rules, units = read
        self._units = {one.id: one for one in units}
        self.form.know(classes, self._rules)
        self.narrow()
        year = self.page.window_days()[1].year
        self.told.setText(summary(self._fees, self._rules, year))

    def _sheets(self) -> list[TableSheet]:
        shown = list(self.model.rows)
        name = f"{self.session.settings.office}信息稿酬单（{self.page.days_told()}）"
        tables: list[tuple[str, StatTable]] = [
            ("按人", by_person(shown, self._units, self._rules, name)),
            ("按单位", by_unit(shown, self._units, name)),
            ("逐篇", item_by_item(shown, self._units, f"信息稿酬明细（{self.page.days_told()}）")),
        ]
        return [TableSheet(key, table) for key, table in tables]

    def _preview(self, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self.window())
        self.paper.show_pdf(f"稿酬单（{self.page.days_told()}）", pdf)

    def _selected(self) -> list[Fee]:
        return [self.model.row(at) for at in self.view.selected()]

    def _row(self) -> Fee | None:
        at = self.view.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    def _show_row(self) -> None:
        row = self._row()
        self.form.setEnabled(row is not None and row.state is not FeeState.PAID)
        if row is not None:
            self.form.show_record(row, row.title)

    def _group_of(self, fee: Fee) -> int | None:
        unit = self._units.get(fee.units[0]) if fee.units else None
        return unit.group_id if unit else None

    def _names(self, fee: Fee) -> str:
        return "、".join(self._units[one].short for one in fee.units if one in self._units)

    def _columns(self) -> tuple[Column[Fee], ...]:
        return (
            Column("state", "状态", _state, 92, tip=lambda row: row.refused or row.doubt),
            Column("day", "刊登", lambda row: f"{row.day:%m-%d}", 60, sort=lambda row: row.day),
            Column("title", "标题", lambda row: row.title, 260, stretch=True,
                   tip=lambda row: row.title),
            Column("people", "作者", lambda row: "、".join(row.people), 90, hidden=True),
            Column("units", "单位", self._names, 96, tip=self._names),
            Column("places", "刊登在", lambda row: "、".join(row.places), 170, hidden=True,
                   tip=lambda row: "、".join(row.places)),
            Column("length", "字数", lambda row: str(row.characters or "—"), 60, right=True,
                   sort=lambda row: row.characters or 0),
            Column("class", "类别", lambda row: row.class_name or "—", 72),
            Column("total", "金额", lambda row: f"{row.total:.2f}", 76, right=True,
                   sort=lambda row: row.total, tip=lambda row: told(row.amounts)),
            Column("doubt", "要看", lambda row: row.refused or row.doubt, 150, hidden=True,
                   tip=lambda row: row.refused or row.doubt),
        )  # fmt: skip

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.told, 1)
        for button, tip in (
            (self.rules_button, "界上的字数、倍数、图片、刊登条件、预算"),
            (self.pay_button, "本页已核定的都标记为今天已发"),
            (self.confirm_button, "选中的照建议核定（Ctrl+Enter）"),
        ):
            button.setToolTip(tip)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(row)
        layout.addWidget(self.strip)
        halves = Side(self.view, self.form, self.session.paths.data, "scores/fees")
        layout.addWidget(halves, 1)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _row: self._show_row())
        self.view.opened.connect(lambda _row: self.form.begin())
        self.form.saving.connect(self.save)
        self.form.refuse_button.clicked.connect(self.refuse)
        self.confirm_button.clicked.connect(self.confirm)
        self.pay_button.clicked.connect(self.pay)
        self.rules_button.clicked.connect(self.open_rules)
        bind(self, "Ctrl+S", self.save)
        bind_done(self, self.confirm)


def _state(row: Fee) -> str:
    """The state with its mark; ▲ where a person must look before it is confirmed."""
    mark = "▲" if row.state is FeeState.PROPOSED and row.doubt else _MARKS[row.state]
    return f"{mark} {row.state}"
