"""The 考核 page: who has reached what, why, and the chart for the meeting."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.assessing import assess
from desk.layout.preview import page_count
from desk.reports.bullet_chart import bullet_chart
from desk.reports.bullet_rows import summary
from desk.reports.figure_bytes import Format
from desk.reports.score_table import score_workbook
from desk.scoring.lines import PeriodLine
from desk.scoring.results import ScoreTable, UnitScore
from ui.dialogs import save_path
from ui.keys import bind
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.page import Page
from ui.printing import choose_printer, print_pdf
from ui.scores.board import LINE_COLUMNS, columns
from ui.scores.chart_view import ChartView
from ui.scores.periods import periods
from ui.session import Session, Topic

_NO_UNITS = "还没有单位。请先在“资料”里导入单位名册和目标任务。"
_NO_LINES = "这个单位在所选时段没有得分。"
_CHART_WIDTH_MM = 297
_SCREEN_DPI = 130


class ScoresPage(Page):
    """The board above, a unit's lines below; the chart on a tab of its own."""

    topics = frozenset({Topic.SCORES, Topic.REGISTRY, Topic.DRAFTS})

    def __init__(self, session: Session) -> None:
        super().__init__(session, "考核")
        self._table: ScoreTable | None = None
        self._asked = 0
        self._wanted = 0  # the unit whose lines are shown
        self.period = QComboBox()
        self.first, self.last = _day_field("开始日期"), _day_field("结束日期")
        self.group = QComboBox()
        self.search = QLineEdit(placeholderText="筛选单位……", clearButtonEnabled=True)
        self.summary = QLabel()
        self.board_model: MemoryModel[UnitScore] = MemoryModel(columns({}))
        self.board = ListView(session, self.board_model, "考核一览", empty=_NO_UNITS)
        self.lines_model = MemoryModel(LINE_COLUMNS)
        self.lines = ListView(session, self.lines_model, "得分明细", empty=_NO_LINES)
        self.lines_title = QLabel("得分明细")
        self.chart = ChartView()
        self.tabs = QTabWidget()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._offer_periods()

    def _make_actions(self) -> None:
        self.excel_button = self.secondary("导出 Excel", "排名表和得分明细（Ctrl+E）")
        self.save_button = self.secondary("存图", "把完成情况图存成 PNG 或 PDF")
        menu = QMenu(self)
        menu.addAction("存为 PNG 图片", partial(self._save_chart, "png", "PNG 图片"))
        menu.addAction("存为 PDF", partial(self._save_chart, "pdf", "PDF 文件"))
        self.save_button.setMenu(menu)
        self.print_button = self.primary("打印完成情况图", "用系统打印窗口打印（Ctrl+P）")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for text, widget in (
            ("时段", self.period),
            ("从", self.first),
            ("到", self.last),
            ("分组", self.group),
            ("", self.search),
        ):
            if text:
                row.addWidget(QLabel(text))
            row.addWidget(widget)
        row.addStretch(1)
        self.search.setMaximumWidth(200)
        self.summary.setWordWrap(True)
        self.lines_title.setObjectName("sectionTitle")
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.board)
        halves.addWidget(_under(self.lines_title, self.lines))
        halves.setSizes([420, 200])
        halves.setChildrenCollapsible(False)
        self.tabs.addTab(halves, "考核一览")
        self.tabs.addTab(self.chart, "完成情况图")
        self.content.addLayout(row)
        self.content.addWidget(self.summary)
        self.content.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.period.activated.connect(self._on_period)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._on_day)
        self.group.activated.connect(lambda _at: self._show_board())
        self.search.textChanged.connect(self._filter)
        self.board.chosen.connect(self._show_lines)
        self.lines.opened.connect(self._open_line)
        self.tabs.currentChanged.connect(lambda _at: self._draw())
        self.excel_button.clicked.connect(self._save_excel)
        self.print_button.clicked.connect(self._print)
        bind(self, "Ctrl+E", self._save_excel)
        bind(self, "Ctrl+P", self._print)
        bind(self, "Ctrl+F", self.search.setFocus)

    def _today(self) -> date:
        return self.session.clock().astimezone().date()

    def _offer_periods(self) -> None:
        for name, window in periods(self._today()).items():
            self.period.addItem(name, window)
        self._set_window(*self.period.itemData(0))

    def _on_period(self, at: int) -> None:
        self._set_window(*self.period.itemData(at))
        self.refresh()

    def _set_window(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _on_day(self) -> None:
        self.period.setCurrentIndex(-1)
        self.period.setPlaceholderText("自定")
        self.refresh()

    def window_days(self) -> tuple[date, date]:
        """The first and the last day shown."""
        return _day(self.first), _day(self.last)

    @override
    def refresh(self) -> None:
        first, last = self.window_days()
        self._asked += 1
        store, today, asked = self.session.store, self._today(), self._asked
        self.session.look(
            lambda: assess(store, first, last, today=today), partial(self._on_table, asked)
        )

    def _on_table(self, asked: int, table: ScoreTable) -> None:
        if asked != self._asked:
            return
        self._table = table
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem("全部", None)
        for one in table.groups:
            self.group.addItem(one.group.name, one.group.id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        names = {one.group.id: one.group.name for one in table.groups}
        self.board_model.set_columns(columns(names))
        self.summary.setText(summary(table))
        self._show_board()
        self._draw()

    def _show_board(self) -> None:
        table, chosen = self._table, self.group.currentData()
        if table is None:
            return
        rows = [
            score
            for one in table.groups
            if chosen is None or one.group.id == chosen
            for score in one.units
        ]
        self.board_model.set_rows(rows)
        self._choose_first()

    def _filter(self, words: str) -> None:
        self.board_model.set_filter(words)
        self._choose_first()

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self._wanted = target
            self.group.setCurrentIndex(0)
            self.search.clear()
            self.tabs.setCurrentIndex(0)
            self._show_board()

    def _choose_first(self) -> None:
        """Show the lines of the unit asked for, else of the first; none where none is listed."""
        if self.board_model.rows:
            ids = [score.unit.id for score in self.board_model.rows]
            self.board.choose(ids.index(self._wanted) if self._wanted in ids else 0)
        else:
            self.lines_title.setText("得分明细")
            self.lines_model.set_rows([])

    def _show_lines(self, number: int) -> None:
        if not 0 <= number < len(self.board_model.rows):
            return
        score = self.board_model.row(number)
        self._wanted = score.unit.id  # so that a refresh stays with it
        self.lines_title.setText(f"{score.unit.name}　得分明细（{len(score.lines)} 条）")
        self.lines_model.set_rows(score.lines)

    def _open_line(self, number: int) -> None:
        """Go to the issue behind a line; imported lines have none."""
        line = self.lines_model.row(number)
        if isinstance(line, PeriodLine):
            self.session.messages.note("这一行是按周期计的，没有对应的期")
            return
        kind, _, key = line.fact.source.partition(":")
        if kind == "issue":
            self.session.go("issue", int(key))
        else:
            self.session.messages.note("这一条来自导入的旧台账，没有对应的期")

    def _draw(self) -> None:
        table = self._table
        if table is None or self.tabs.currentWidget() is not self.chart:
            return
        title, asked = self._title(), self._asked
        self.session.look(
            lambda: bullet_chart(table, title, dpi=_SCREEN_DPI, width_mm=_CHART_WIDTH_MM),
            lambda png: self.chart.show_png(png) if asked == self._asked else None,
        )

    def _title(self) -> str:
        first, last = self.window_days()
        days = self.period.currentText() or f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}"
        return f"{self.session.settings.office}信息工作目标完成情况（{days}）"

    def _save_chart(self, fmt: Format, kind: str) -> None:
        table, title = self._table, self._title()
        if table is None:
            return
        path = save_path(self, title, f".{fmt}", kind)
        if path:
            draw = partial(bullet_chart, table, title, fmt=fmt, width_mm=_CHART_WIDTH_MM)
            self.session.do(lambda: path.write_bytes(draw()), note=f"已存为 {path.name}")

    def _save_excel(self) -> None:
        table = self._table
        if table is None:
            return
        path = save_path(self, self._title(), ".xlsx", "Excel 工作簿")
        if path:
            self.session.do(
                lambda: path.write_bytes(score_workbook(table)), note=f"已存为 {path.name}"
            )

    def _print(self) -> None:
        table, title = self._table, self._title()
        if table is None:
            return
        printer = choose_printer(self, 1, landscape=True)
        if printer:
            self.session.look(
                lambda: bullet_chart(table, title, fmt="pdf", width_mm=_CHART_WIDTH_MM),
                lambda pdf: self.session.start(
                    print_pdf(pdf, page_count(pdf), printer),
                    done=lambda _count: self.session.messages.note("已送打印机"),
                ),
            )


def _under(title: QLabel, below: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(title)
    layout.addWidget(below, 1)
    return box


def _day_field(tip: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setToolTip(tip)
    return field


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
