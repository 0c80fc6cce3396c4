"""采用率: how much of what went up was used, by any side, down to the items."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from desk.forwardings.hit_items import Sent, sent_items
from desk.forwardings.hits import Hits, Side, hits, table_of, whole_of
from desk.reports.stat_workbook import TableSheet, stat_workbook
from desk.scoring.figures import printed
from desk.stat_table import StatTable
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import keep_file
from ui.lists.column import Column
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.paper_window import PaperWindow
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (980, 680)
_SIDE = "side"
_YEARS = 3


def _rate(row: Hits) -> str:
    return "" if row.rate is None else f"{row.rate * 100:.1f}%"


_COLUMNS: tuple[Column[Hits], ...] = (
    Column(_SIDE, "按什么", lambda row: row.name, 200, stretch=True),
    Column("sent", "上报", lambda row: str(row.sent), 64, sort=lambda row: row.sent, right=True),
    Column("adopted", "采用", lambda row: str(row.adopted), 64, sort=lambda row: row.adopted,
           right=True),
    Column("composite", "其中综合", lambda row: str(row.composite), 80,
           sort=lambda row: row.composite, right=True),
    Column("refused", "未采用", lambda row: str(row.refused), 72, sort=lambda row: row.refused,
           right=True),
    Column("pending", "待定", lambda row: str(row.pending), 64, sort=lambda row: row.pending,
           right=True),
    Column("rate", "采用率", _rate, 76, sort=lambda row: row.rate or 0, right=True),
    Column("points", "上级计分", lambda row: printed(row.points), 80, sort=lambda row: row.points,
           right=True),
    Column("days", "回音天数", lambda row: "" if row.days is None else str(row.days), 80,
           sort=lambda row: -1 if row.days is None else row.days, right=True),
)  # fmt: skip
_ITEMS: tuple[Column[Sent], ...] = (
    Column("day", "日期", lambda row: f"{row.forwarding.day:%Y-%m-%d}", 92),
    Column("title", "标题", lambda row: row.forwarding.title, 320, stretch=True),
    Column("carrier", "报给", lambda row: row.forwarding.carrier, 130),
    Column("state", "结果", lambda row: row.forwarding.state, 80),
    Column("units", "单位", lambda row: "、".join(row.units), 110),
)


class HitsWindow(SideWindow):
    """The figures above, the items behind the chosen row below; Enter goes to an item."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "上报采用率", "forwardings")
        self._sent: Sequence[Sent] = ()
        self.side, self.year = QComboBox(), QComboBox()
        self.side.addItems([one.value for one in Side])
        self.model: MemoryModel[Hits] = MemoryModel(_COLUMNS)
        self.view = ListView(session, self.model, "上报采用率", empty="这一年还没有上报")
        self.items: MemoryModel[Sent] = MemoryModel(_ITEMS)
        self.below = ListView(session, self.items, "上报采用率明细", empty="选中上面一行看是哪几篇")
        self.whole = QLabel()
        self.whole.setObjectName("muted")
        self.paper: PaperWindow | None = None
        self._lay_out()

    def open_now(self) -> None:
        """Begin with this year."""
        this_year = self.session.today().year
        self.year.clear()
        for year in range(this_year, this_year - _YEARS, -1):
            self.year.addItem(f"{year} 年", year)
        self._read()
        self.come_up(self.view)

    def table(self) -> StatTable:
        """What is shown, as a table."""
        side = self._side()
        about = self.year.currentText().replace(" ", "")
        return table_of(self.model.rows, whole_of(self._sent, side), side, about)

    def export(self) -> None:
        """Keep the tables of all sides as an .xlsx file."""
        about = self.year.currentText().replace(" ", "")
        sheets = [
            TableSheet(
                side.value,
                table_of(hits(self._sent, side), whole_of(self._sent, side), side, about),
            )
            for side in Side
        ]
        path = save_path(self, f"上报采用率（{about}）", ".xlsx", "Excel 工作簿")
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, stat_workbook(sheets)),
                note=f"已存为 {path.name}",
            )

    def print_out(self) -> None:
        """Show the table as it is printed."""
        table, office, day = self.table(), self.session.settings.office, self.session.today()

        def query() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf([table], office, day)

        self.session.look(query, lambda pdf: self._preview(table.title, pdf))

    def _preview(self, title: str, pdf: bytes) -> None:
        self.paper = self.paper or PaperWindow(self.session, self)
        self.paper.show_pdf(title, pdf)

    def _side(self) -> Side:
        return Side(self.side.currentText())

    def _read(self) -> None:
        store, year = self.session.store, int(self.year.currentData())

        def read() -> list[Sent]:
            with store.read() as work:
                return sent_items(work, date(year, 1, 1), date(year, 12, 31))

        self.session.look(read, self._on_read)

    def _on_read(self, sent: Sequence[Sent]) -> None:
        self._sent = sent
        self._show()

    def _show(self) -> None:
        side = self._side()
        self.model.set_rows(hits(self._sent, side))
        self.whole.setText(f"合计：{whole_of(self._sent, side).words}")
        if self.model.rowCount():
            self.view.choose(0)
        self._drill()

    def _drill(self) -> None:
        at = self.view.currentIndex().row()
        is_row = 0 <= at < self.model.rowCount()
        self.items.set_rows(self.model.row(at).rows if is_row else ())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        self.side.setAccessibleName("按什么")
        self.year.setAccessibleName("年度")
        for part in (QLabel("按"), self.side, self.year, self.whole):
            row.addWidget(part)
        row.addStretch(1)
        for words, keys, act in (
            ("存为 Excel", "Ctrl+E", self.export),
            ("打印", "Ctrl+P", self.print_out),
        ):
            button = QPushButton(words)
            button.setToolTip(f"{words}（{keys}）")
            button.clicked.connect(act)
            bind(self, keys, act)
            row.addWidget(button)
        self.content.addLayout(row)
        self.content.addWidget(self.view, 3)
        self.content.addWidget(self.below, 2)
        self.side.activated.connect(lambda _at: self._show())
        self.year.activated.connect(lambda _at: self._read())
        self.view.chosen.connect(lambda _at: self._drill())
        self.below.opened.connect(self._open)

    def _open(self, at: int) -> None:
        self.session.go("tasks", self.items.row(at).forwarding.subject)
