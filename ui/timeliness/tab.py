"""The 时效 tab: how soon units sent, how soon the desk did its own steps."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QTabBar, QVBoxLayout
from typing_extensions import override

from desk.drafts import Kind
from desk.reports.stat_workbook import TableSheet, stat_workbook
from desk.reports.statistics.parts import Laid
from desk.timeliness.figures import FigureTable
from desk.timeliness.report import NAMES, Timeliness, timeliness
from ui import style
from ui.dialogs import save_path
from ui.export import Export
from ui.keys import bind
from ui.leaving import keep_file
from ui.manual.context import tell_of
from ui.paper_window import PaperWindow
from ui.period_picker import PeriodPicker
from ui.statistics.stat_model import NONE, StatModel
from ui.statistics.stat_view import StatView
from ui.tasks.tab import TaskTab
from ui.timeliness.behind_window import BehindWindow

if TYPE_CHECKING:
    from ui.tasks.page import TasksPage

_FILTER = 180
_KINDS: tuple[Kind | None, ...] = (None, *Kind)
_HINT = "双击一个数（Enter），看是哪些稿件"
_NONE = "这段时间没有收到稿件。请换一个时段。"


class TimelinessTab(TaskTab):
    """Tables of the days chosen; each figure leads to what is behind it."""

    title = "时效"

    def __init__(self, page: "TasksPage") -> None:
        super().__init__(page)
        tell_of(self, "clocks")
        self._found: Timeliness | None = None
        self._tables: Sequence[FigureTable] = ()
        self._asked = 0
        look = style.Look(self.session.settings.scale)
        self.period = PeriodPicker(self.session.today(), compact=True)
        self.kind = QComboBox()
        self.kind.addItems([kind.value if kind else "全部类型" for kind in _KINDS])
        self.kind.setToolTip("“各单位”只看这一类信息")
        self.kind.setAccessibleName("信息类型")
        self.filter = QLineEdit(placeholderText="筛选　Ctrl+F", clearButtonEnabled=True)
        self.filter.setToolTip("只看名称里有这些词的行（Ctrl+F）")
        self.filter.setFixedWidth(look.px(_FILTER))
        self.tables = QTabBar()
        self.tables.setDrawBase(False)
        self.tables.setExpanding(False)
        self.tables.setAccessibleName("统计表")
        for name in NAMES:
            self.tables.addTab(name)
        self.model = StatModel()
        self.view = StatView(self.model, look)
        self.headline, self.hint = QLabel(), QLabel(_HINT)
        self.note = QLabel(wordWrap=True)
        self.headline.setObjectName("heading")
        self.note.setObjectName("muted")
        self.hint.setObjectName("muted")
        self.paper: PaperWindow | None = None
        self.behind: BehindWindow | None = None
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> FigureTable | None:
        """The table on view, once it is reckoned."""
        at = self.tables.currentIndex()
        return self._tables[at] if at < len(self._tables) else None

    @override
    def refresh(self) -> None:
        self._asked += 1
        self.headline.setText("正在算这段时间的数……")
        store, now, days = self.session.store, self.session.clock(), self.period.days()

        def read() -> Timeliness:
            with store.read() as work:
                return timeliness(work, *days, now)

        self.session.look(read, partial(self._on_read, self._asked))

    @override
    def take_focus(self) -> None:
        self.view.setFocus()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("时效各表（Excel）", self.export),
            Export("复制本表\tCtrl+C", self.view.copy_all),
        )

    @override
    def print_out(self) -> None:
        """Show the table on view as it will be printed."""
        shown = self.shown
        if shown is None or not shown.rows:
            self.session.messages.note("这里没有内容，不用打印")
            return
        office, day = self.session.settings.office, self.session.today()

        def query() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf([shown.table], office, day)

        self.session.look(query, partial(self._preview, shown.title))

    def export(self) -> None:
        """Keep all tables as one .xlsx file."""
        if not self._tables:
            self.session.messages.note("所选时段的表还没有算出来，请稍候再存一次")
            return
        path = save_path(self, f"{self._days_told()}时效统计", ".xlsx", "Excel 工作簿")
        if path:
            sheets = [
                TableSheet(name, one.table) for name, one in zip(NAMES, self._tables, strict=True)
            ]
            self._write(path, sheets)

    def follow(self, row: int, column: int) -> None:
        """Show what is behind a figure."""
        shown = self.shown
        subjects = shown.behind(row, column) if shown else ()
        if shown is None or not subjects:
            self.session.messages.note("这个数后面没有稿件。请双击件数、次数或最长的那一格")
            return
        head = shown.table.head_cells
        over = [one.text for one in head if one.column <= column < one.column + one.across]
        said = "　".join((str(shown.rows[row][0].value), *over))
        self.behind = self.behind or BehindWindow(self.session, self.window())
        self.behind.show_subjects(said, subjects)

    def _on_read(self, asked: int, found: Timeliness) -> None:
        if asked == self._asked:
            self._found = found
            self._reckon()

    def _reckon(self) -> None:
        if self._found:
            kind = _KINDS[self.kind.currentIndex()]
            self._tables = self._found.tables(self._days_told(), kind)
            self._show()

    def _show(self) -> None:
        shown = self.shown
        laid = Laid(shown.table) if shown else NONE
        self.model.show_laid(laid)
        self.view.show_widths()
        self.view.narrow(self.filter.text().split())
        self.headline.setText(laid.table.title)
        is_empty = self._found is not None and not self._found.passages
        self.note.setText(_NONE if is_empty else laid.table.note)
        self.kind.setVisible(self.tables.currentIndex() == 0)

    def _days_told(self) -> str:
        first, last = self.period.days()
        return self.period.name or f"{first:%Y-%m-%d}至{last:%Y-%m-%d}"

    def _preview(self, name: str, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self.window())
        self.paper.show_pdf(name, pdf)

    def _write(self, path: Path, sheets: Sequence[TableSheet]) -> None:
        self.session.do(
            lambda: keep_file(self.session, path, stat_workbook(sheets)), note=f"已存为 {path.name}"
        )

    def _follow(self, index: QModelIndex) -> None:
        self.follow(index.row(), index.column())

    def _connect(self) -> None:
        self.period.changed.connect(self.refresh)
        self.kind.activated.connect(lambda _at: self._reckon())
        self.tables.currentChanged.connect(lambda _at: self._show())
        self.view.followed.connect(self._follow)
        self.filter.textChanged.connect(lambda text: self.view.narrow(text.split()))
        self.filter.returnPressed.connect(self.take_focus)
        self.period.bind_keys(self)
        bind(self, "Ctrl+F", self.filter.setFocus)
        for at in range(len(NAMES)):
            bind(self, f"Alt+{at + 1}", partial(self.tables.setCurrentIndex, at))
            self.tables.setTabToolTip(at, f"{NAMES[at]}（Alt+{at + 1}）")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.period)
        row.addWidget(self.tables)
        row.addStretch(1)
        row.addWidget(self.kind)
        row.addWidget(self.filter)
        head = QHBoxLayout()
        head.addWidget(self.headline)
        head.addStretch(1)
        head.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        column.addLayout(row)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
