"""完成情况图: the chart for the meeting, as it prints."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desk.layout.preview import page_count
from desk.reports.bullet_chart import bullet_chart
from desk.reports.figure_bytes import Format
from desk.scoring.results import ScoreTable
from ui.dialogs import save_path
from ui.printing import choose_printer, print_pdf
from ui.scores.chart_view import ChartView
from ui.scores.tab import Export, ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_WIDTH_MM = 297
_SCREEN_DPI = 130


class ChartTab(ScoresTab):
    """The bullet chart of the page's days."""

    title = "完成情况图"

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._table: ScoreTable | None = None
        self.view = ChartView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    @override
    def show_table(self, table: ScoreTable) -> None:
        self._table = table
        title = self._title()
        self.session.look(
            lambda: bullet_chart(table, title, dpi=_SCREEN_DPI, width_mm=_WIDTH_MM),
            lambda png: self.view.show_png(png) if table is self._table else None,
        )

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("完成情况图（PNG 图片）", partial(self._save, "png", "PNG 图片")),
            Export("完成情况图（PDF）", partial(self._save, "pdf", "PDF 文件")),
        )

    @override
    def print_out(self) -> None:
        table, title = self._table, self._title()
        printer = choose_printer(self, 1, landscape=True) if table else None
        if table and printer:
            self.session.look(
                lambda: bullet_chart(table, title, fmt="pdf", width_mm=_WIDTH_MM),
                lambda pdf: self.session.start(
                    print_pdf(pdf, page_count(pdf), printer),
                    done=lambda _count: self.session.messages.note("已送打印机"),
                ),
            )

    def _title(self) -> str:
        return self.page.period_title()

    def _save(self, fmt: Format, kind: str) -> None:
        table, title = self._table, self._title()
        path = save_path(self, title, f".{fmt}", kind) if table else None
        if table and path:
            draw = partial(bullet_chart, table, title, fmt=fmt, width_mm=_WIDTH_MM)
            self.session.do(lambda: path.write_bytes(draw()), note=f"已存为 {path.name}")
