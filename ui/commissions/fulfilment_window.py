"""约稿完成情况: who answered how much in time, by unit or by commission."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from desk.commissions.fulfilment import by_commission, by_unit, fulfilled
from desk.reports.statistics.parts import Laid
from desk.stat_table import StatTable
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.paper_window import PaperWindow
from ui.period_picker import PeriodPicker
from ui.session import Session
from ui.side_window import SideWindow
from ui.statistics.stat_model import StatModel
from ui.statistics.stat_view import StatView

_SIZE = (1000, 600)
_UNIT, _COMMISSION = "按单位", "按约稿"


class FulfilmentWindow(SideWindow):
    """Both tables are reckoned when the days are chosen; one of them is shown."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "约稿完成情况", "calling")
        self.paper: PaperWindow | None = None
        self.tables: tuple[StatTable, ...] = ()
        self.period = PeriodPicker(session.today())
        self.rows = QComboBox()
        self.rows.addItems([_UNIT, _COMMISSION])
        self.rows.setAccessibleName("每行是什么")
        self.model = StatModel()
        self.view = StatView(self.model, self.look)
        self.note = QLabel(wordWrap=True)
        self.note.setObjectName("muted")
        self._lay_out()
        self.period.bind_keys(self)
        self.period.changed.connect(self.refresh)
        self.rows.activated.connect(lambda _at: self._show())

    def open(self) -> None:
        """Come up with the table of the days chosen last."""
        self.refresh()
        self.come_up(self.view)

    def refresh(self) -> None:
        """Reckon anew."""
        (first, last), now = self.period.days(), self.session.clock()
        about = self.period.name or f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d}"
        store = self.session.store

        def read() -> tuple[StatTable, ...]:
            with store.read() as work:
                done = fulfilled(work, first, last, now)
                return by_unit(done, work.registry.units(), about), by_commission(done, about)

        self.session.look(read, self._on_read)

    def print_out(self) -> None:
        """Show what will be printed (Ctrl+P)."""
        table, office, day = self.model.table, self.session.settings.office, self.session.today()
        if not table.rows:
            self.session.messages.note("这段时间没有约稿，不用打印")
            return

        def query() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf([table], office, day)

        self.session.look(query, self._preview)

    def export(self) -> None:
        """Keep both tables as an .xlsx file (Ctrl+E)."""
        path = save_path(self, "约稿完成情况", ".xlsx", "Excel 工作簿")
        if not path:
            return
        tables = self.tables

        def write() -> None:
            from desk.reports.stat_workbook import (  # noqa: PLC0415 - heavy, loaded on use
                TableSheet,
                stat_workbook,
            )

            names = (_UNIT, _COMMISSION)
            sheets = [TableSheet(*pair) for pair in zip(names, tables, strict=True)]
            keep_file(self.session, path, stat_workbook(sheets))

        self.session.do(write, note=f"已存为 {path.name}")

    def _preview(self, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        self.paper.show_pdf(self.model.table.title, pdf)

    def _on_read(self, tables: tuple[StatTable, ...]) -> None:
        self.tables = tables
        self._show()

    def _show(self) -> None:
        if not self.tables:
            return
        table = self.tables[self.rows.currentIndex()]
        self.model.show_laid(Laid(table))
        self.view.head.show_table(table)
        self.view.show_widths()
        empty = "这段时间没有应报的约稿。换一段时间，或者先在“约稿”里发通知。"
        self.note.setText(table.note if table.rows else empty)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        row.addWidget(self.period)
        row.addWidget(self.rows)
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
        self.content.addWidget(self.note)
