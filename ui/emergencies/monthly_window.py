"""Statistics of emergencies: a month, a year or any days, by category, grade, unit or month."""

import calendar
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from desk.emergencies.monthly import By, monthly
from desk.reports.stat_workbook import TableSheet, writing
from desk.reports.statistics.parts import Laid
from desk.stat_table import StatTable
from ui import style
from ui.day_edit import DayEdit
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.session import Session
from ui.side_window import SideWindow
from ui.statistics.stat_model import StatModel
from ui.statistics.stat_view import StatView

_SIZE = (980, 560)
_MONTH, _LAST, _YEAR, _DAYS = "本月", "上月", "今年", "自选日期"


class MonthlyWindow(SideWindow):
    """The table is reckoned anew whenever the days or the rows are chosen."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "紧急信息统计", "emergencies")
        self.paper: PaperWindow | None = None
        self.span, self.rows = QComboBox(), QComboBox()
        self.span.addItems([_MONTH, _LAST, _YEAR, _DAYS])
        self.rows.addItems([f"按{one}" for one in By])
        self.first, self.last = DayEdit("从哪天起"), DayEdit("到哪天止")
        self.model = StatModel()
        self.view = StatView(self.model, self.look)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self._lay_out()
        self.span.activated.connect(self._on_span)
        self.rows.activated.connect(self._reckon)
        self.first.dateChanged.connect(self._reckon)
        self.last.dateChanged.connect(self._reckon)

    def open(self) -> None:
        """Come up with this month."""
        self._on_span()
        self.come_up(self.span)

    @property
    def days(self) -> tuple[date, date]:
        """The first and last day chosen."""
        return self.first.day, max(self.first.day, self.last.day)

    def print_out(self) -> None:
        """Show what will be printed (Ctrl+P)."""
        table, office, day = self.model.table, self.session.settings.office, self.session.today()

        def query() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf([table], office, day)

        self.session.look(query, self._preview)

    def export(self) -> None:
        """Keep the tables by all four as an .xlsx file (Ctrl+E)."""
        path = save_path(self, "紧急信息统计", ".xlsx", "Excel 工作簿")
        if not path:
            return
        with self.session.store.read() as work:
            sheets = [TableSheet(f"按{by}", monthly(work, *self.days, by)) for by in By]
        self.session.start(
            writing(sheets),
            done=lambda data: self.session.do(
                lambda: keep_file(self.session, path, data),
                done=lambda _size: self.session.messages.note(f"已存为 {path.name}"),
            ),
        )

    def _preview(self, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        self.paper.show_pdf(self.model.table.title, pdf)

    def _on_span(self) -> None:
        first, last = span_of(self.span.currentText(), self.session.today())
        is_free = self.span.currentText() == _DAYS
        for one in (self.first, self.last):
            one.setEnabled(is_free)
        self.first.show_day(first)
        self.last.show_day(last)
        self._reckon()

    def _reckon(self) -> None:
        by = list(By)[self.rows.currentIndex()]
        with self.session.store.read() as work:
            self._show(monthly(work, *self.days, by))

    def _show(self, table: StatTable) -> None:
        self.model.show_laid(Laid(table))
        self.view.head.show_table(table)
        self.view.show_widths()
        is_empty = len(table.rows) == 1
        self.note.setText("这段时间没有紧急信息。" if is_empty else table.title)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for one in (self.span, self.first, self.last, self.rows, self.note):
            row.addWidget(one)
        row.addStretch(1)
        for words, keys, act in (
            ("导出 Excel", "Ctrl+E", self.export),
            ("打印", "Ctrl+P", self.print_out),
        ):
            button = QPushButton(words)
            button.setToolTip(f"{words}（{keys}）")
            button.clicked.connect(act)
            bind(self, keys, act)
            row.addWidget(button)
        self.content.addLayout(row)
        self.content.addWidget(self.view, 1)


def span_of(words: str, today: date) -> tuple[date, date]:
    """The days that are meant by 本月, 上月, 今年."""
    if words == _YEAR:
        return date(today.year, 1, 1), today
    year, month = today.year, today.month
    if words == _LAST:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
