"""结账: freeze a period's figures, open it again, and see what differs from them now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desk.closings.books import Compared, close, compare, published, reopen
from desk.closings.closing import Closing
from desk.closings.concerns import LookedAt, concerns
from desk.closings.overview import PeriodRow, period_rows
from desk.office_clock import minute_words, office_time
from desk.reports.closing_sheet import closing_register, closing_workbook
from desk.reports.register import register_pdf
from ui.dialogs import save_path
from ui.export import Export
from ui.issue.reason_strip import Answer, ReasonStrip
from ui.leaving import keep_file
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.closing_columns import LINES, PERIODS, UNITS
from ui.scores.tab import ScoresTab
from ui.session import Topic, Undo

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_REASONS = ("漏登得分事项", "单位登记有误", "计分办法适用有误", "领导要求复核")
_REMARKS = ("已经逐条核对", "以后补登", "领导同意先结账")
_UNDONE = "撤销刚才的结账"
_NO_PERIODS = "这一年还没有开始的时段。请在上面换一个时段。"
_SAME = "公布的数和现在算出来的一致"
_NOT_CLOSED = "这个时段还没有结账。结账以后，这里列出和公布的数不同的单位"


class ClosingTab(ScoresTab):
    """The periods of the year above; below, what of the chosen one differs now."""

    title = "结账"
    needs_table = False

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._asked = 0
        self._days: tuple[date, date] | None = None  # those of the page when it was last shown
        self._found: dict[int, Compared] = {}
        self.model: MemoryModel[PeriodRow] = MemoryModel(PERIODS)
        self.periods = ListView(self.session, self.model, "结账时段", empty=_NO_PERIODS)
        self.units_model = MemoryModel(UNITS)
        self.units = ListView(self.session, self.units_model, "公布与现在", empty=_NOT_CLOSED)
        self.lines_model = MemoryModel(LINES)
        self.lines = ListView(self.session, self.lines_model, "不同的明细")
        self.strip = ReasonStrip(self.session.settings.scale)
        self.heading, self.story = QLabel(), QLabel()
        self.heading.setObjectName("sectionTitle")
        self.story.setObjectName("muted")
        self.story.setWordWrap(True)
        self.close_button = QPushButton("结账")
        self.close_button.setToolTip("检查以后冻结选中时段的得分（Enter）")
        self.open_button = QPushButton("重新打开")
        self.open_button.setToolTip("写明理由，重新打开选中的时段；原来的数留存")
        self._lay_out()
        self.periods.chosen.connect(lambda _at: self._show_chosen())
        self.periods.opened.connect(lambda _at: self._begin_closing())
        self.units.chosen.connect(self._show_lines)
        self.close_button.clicked.connect(self._begin_closing)
        self.open_button.clicked.connect(self._begin_opening)

    @override
    def show_days(self) -> None:
        self._asked += 1
        store, today, asked = self.session.store, self.page.today(), self._asked
        year = self.page.window_days()[1].year
        self.session.look(lambda: period_rows(store, year, today), partial(self._on_rows, asked))

    @override
    def take_focus(self) -> None:
        self.periods.take_focus()

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("结账数据和公布、现在的对照（Excel）", self._export),)

    @override
    def print_out(self) -> None:
        row = self._row()
        closing = row.shown if row else None
        if closing is None:
            self.session.messages.note("请先选一个已结账的时段，再打印")
            return
        store, office, day = self.session.store, self.session.settings.office, self.page.today()
        self.session.look(
            lambda: register_pdf(
                closing_register(closing, published(store, closing.id), office, day)
            ),
            self.send_to_printer,
        )

    def _on_rows(self, asked: int, rows: list[PeriodRow]) -> None:
        if asked != self._asked:
            return
        kept, days = self._row(), self.page.window_days()
        key = kept.period.key if kept and days == self._days else ""
        self._found, self._days = {}, days
        self.model.set_rows(rows)
        spans = [(row.period.first, row.period.last) for row in self.model.rows]
        places = [at for at, row in enumerate(self.model.rows) if row.period.key == key]
        places += [at for at, span in enumerate(spans) if span == days]
        if rows:
            self.periods.choose(places[0] if places else _due(self.model.rows))
        self._show_chosen()
        self._compare_next(asked, [row.shown.id for row in rows if row.shown])

    def _compare_next(self, asked: int, ids: list[int]) -> None:
        """Compare closing after closing: each on its own, so that other reads come between."""
        if ids and asked == self._asked:
            store = self.session.store
            self.session.look(
                lambda: compare(store, ids[0]), partial(self._on_compared, asked, ids[1:])
            )

    def _on_compared(self, asked: int, left: list[int], found: Compared) -> None:
        if asked != self._asked:
            return
        self._found[found.closing.id] = found
        chosen = self.periods.currentIndex().row()
        self.model.set_rows([_with(row, found) for row in self.model.all_rows])
        if 0 <= chosen < len(self.model.rows):
            self.periods.choose(chosen)
        self._show_chosen()
        self._compare_next(asked, left)

    def _row(self) -> PeriodRow | None:
        at = self.periods.currentIndex().row()
        return self.model.row(at) if 0 <= at < len(self.model.rows) else None

    def _show_chosen(self) -> None:
        row = self._row()
        held = row.held if row else None
        self.close_button.setEnabled(row is not None and row.is_over and held is None)
        self.open_button.setEnabled(held is not None)
        found = self._found.get(row.shown.id) if row and row.shown else None
        self.heading.setText(f"{row.period.name}　公布与现在" if row else "")
        self.story.setText(_story(row) if row else "")
        self.units.empty = _SAME if found else _NOT_CLOSED
        self.units_model.set_rows(found.units if found else ())
        self.lines_model.set_rows(())
        if found and found.units:
            self.units.choose(0)

    def _show_lines(self, at: int) -> None:
        rows = self.units_model.rows
        self.lines_model.set_rows(rows[at].lines if 0 <= at < len(rows) else ())

    def _begin_closing(self) -> None:
        row = self._row()
        if row is None or not self.close_button.isEnabled():
            return
        self.session.start(
            concerns(self.session.store, row.period), done=partial(self._on_looked, row)
        )

    def _on_looked(self, row: PeriodRow, found: tuple[LookedAt, ...]) -> None:
        if not found:
            self._close(row, "")
            return
        told = "\n".join(f"· {one.text}" for one in found)
        self.strip.ask(
            f"{row.period.name}结账前请看一看：\n{told}",
            _REMARKS,
            [Answer("仍然结账", partial(self._close, row), needs_reason=False)],
            self.periods.take_focus,
        )

    def _close(self, row: PeriodRow, remark: str) -> None:
        store, by = self.session.store, self.session.by()
        kept: list[Closing] = []
        self.session.do(
            lambda: kept.append(close(store, row.period, by=by, remark=remark)),
            Topic.SCORES,
            note=f"{row.period.name}已结账",
            undo=Undo(
                lambda: reopen(store, kept[0].id, _UNDONE, by=by), f"{row.period.name}已重新打开"
            ),
        )

    def _begin_opening(self) -> None:
        row = self._row()
        if row is None or row.held is None:
            return
        self.strip.ask(
            f"重新打开{row.period.name}：以后的登记又算在这一段里，原来结账的数留存备查。",
            _REASONS,
            [Answer("重新打开", partial(self._open, row.held))],
            self.periods.take_focus,
        )

    def _open(self, closing: Closing, reason: str) -> None:
        store, by = self.session.store, self.session.by()
        self.session.do(
            lambda: reopen(store, closing.id, reason, by=by),
            Topic.SCORES,
            note=f"{closing.name}已重新打开，改完请再结账",
        )

    def _export(self) -> None:
        row = self._row()
        closing = row.shown if row else None
        path = save_path(self, f"{closing.name}结账", ".xlsx", "Excel 工作簿") if closing else None
        if closing is None:
            self.session.messages.note("请先选一个已结账的时段，再导出")
        elif path:
            store = self.session.store

            def write() -> None:
                found = compare(store, closing.id)
                keep_file(
                    self.session, path, closing_workbook(closing, found.published, found.units)
                )

            self.session.do(write, note=f"已存为 {path.name}")

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.addWidget(self.close_button)
        deeds.addWidget(self.open_button)
        deeds.addStretch(1)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self.units)
        beside.addWidget(self.lines)
        beside.setSizes([640, 560])
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        for one in (self.heading, self.story, beside):
            column.addWidget(one, int(one is beside))
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.periods)
        halves.addWidget(below)
        halves.setSizes([320, 300])
        halves.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(deeds)
        layout.addWidget(self.strip)
        layout.addWidget(halves, 1)


def _with(row: PeriodRow, found: Compared) -> PeriodRow:
    """The row with how many units differ, where it is the one compared."""
    if row.shown is None or row.shown.id != found.closing.id:
        return row
    moved = sum(one.only_moved for one in found.units)
    return replace(row, differing=len(found.units) - moved, moved=moved)


def _due(rows: Sequence[PeriodRow]) -> int:
    """The latest period that can be closed, a month before its quarter; else the first."""
    due = [at for at, row in enumerate(rows) if row.is_over and not (row.held or row.within)]
    return max(due, key=lambda at: (rows[at].period.last, rows[at].period.first), default=0)


def _story(row: PeriodRow) -> str:
    """What was done with a period; where nothing was, what can be."""
    if row.closings:
        return "　".join(_told(one) for one in row.closings)
    if row.within:
        return f"这一段的得分已经随{row.within.name}定了。"
    if row.is_over:
        return "还没有结账。按“结账”，先查一遍有没有要处理的，再把这一段的得分定下来。"
    return f"到 {row.period.last:%Y-%m-%d} 为止，过了才能结账。"


def _told(closing: Closing) -> str:
    """A closing in a line."""
    text = f"第 {closing.generation} 次：{minute_words(closing.when)} {closing.who} 结账"
    if closing.reopened is None:
        return text
    opened = f"{office_time(closing.reopened):%m-%d} {closing.reopened_by} 重新打开"
    return f"{text}，{opened}（{closing.reason}）"
