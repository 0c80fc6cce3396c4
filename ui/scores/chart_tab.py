"""完成情况图: the chart for the meeting, as it prints."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desk.scoring.results import ScoreTable
from ui.dialogs import save_path
from ui.scores.chart_view import ChartView
from ui.scores.tab import Export, ScoresTab

if TYPE_CHECKING:
    from desk.reports.figure_bytes import Format
    from ui.scores.page import ScoresPage

_WIDTH_MM = 297
_SCREEN_DPI = 130


class ChartTab(ScoresTab):
    """The bullet chart of the page's days."""

    title = "完成情况图"

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._table: ScoreTable | None = None
        self._title = ""  # of that table: the page's days may be others by now
        self.view = ChartView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    @override
    def show_table(self, table: ScoreTable) -> None:
        self._table, self._title = table, self.page.period_title()
        self.session.look(
            partial(_chart, table, self._title, dpi=_SCREEN_DPI),
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
        if self._table:
            self.session.look(
                partial(_chart, self._table, self._title, fmt="pdf"),
                partial(self.send_to_printer, landscape=True),
            )

    def _save(self, fmt: "Format", kind: str) -> None:
        path = save_path(self, self._title, f".{fmt}", kind) if self._table else None
        if self._table and path:
            draw = partial(_chart, self._table, self._title, fmt=fmt)
            self.session.do(lambda: path.write_bytes(draw()), note=f"已存为 {path.name}")


def _chart(table: ScoreTable, title: str, *, fmt: "Format" = "png", dpi: int = 200) -> bytes:
    from desk.reports.bullet_chart import (  # noqa: PLC0415 - brings matplotlib, loaded on use
        bullet_chart,
    )

    return bullet_chart(table, title, fmt=fmt, dpi=dpi, width_mm=_WIDTH_MM)
