"""统计表: the figures of the page's days as offices print them, by layouts of the office's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QVBoxLayout
from typing_extensions import override

from desk.reports.statistics.building import laid_out
from desk.reports.statistics.catalogue import Catalogue, catalogue
from desk.reports.statistics.exporting import exporting
from desk.reports.statistics.layout import TableLayout
from desk.reports.statistics.parts import Laid
from desk.surveys.narrowing import narrowed
from desk.surveys.survey import Survey
from ui import style
from ui.dialogs import save_path
from ui.export import Export
from ui.leaving import keep_file
from ui.manual.context import tell_of
from ui.paper_window import PaperWindow
from ui.scores.tab import ScoresTab
from ui.statistics.layout_bar import LayoutBar
from ui.statistics.stat_model import NONE, StatModel
from ui.statistics.stat_view import StatView

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_NAME = 16  # characters of a table's own tab


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked for, and its tables."""

    found: Catalogue
    layout: TableLayout
    tables: tuple[Laid, ...]


class StatisticsTab(ScoresTab):
    """The layouts above, the table below, with a tab for each where there are several."""

    title = "统计表"
    needs_survey = True

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "tables")
        self._survey: Survey | None = None
        self._shown: Shown | None = None
        self._asked = 0
        look = style.Look(self.session.settings.scale)
        self.paper: PaperWindow | None = None
        self.bar = LayoutBar(self.session, self)
        self.model = StatModel()
        self.view = StatView(self.model, look)
        self.tables = QTabBar()
        self.tables.setDrawBase(False)
        self.tables.setExpanding(False)
        self.tables.setAccessibleName("分表")
        self.headline, self.note = QLabel(), QLabel(wordWrap=True)
        self.headline.setObjectName("heading")
        self.note.setObjectName("muted")
        self._lay_out()
        self.bar.chosen.connect(self._lay)
        self.bar.wanted_columns.connect(self._offer_columns)
        self.tables.currentChanged.connect(self._show_table)
        self.view.followed.connect(self._follow)
        self.view.sorted_by.connect(self._sort)
        self.headline.setText("正在算这段时间的数……")

    @property
    def shown(self) -> Shown | None:
        """What is on view, once it is reckoned."""
        return self._shown

    @override
    def show_survey(self, survey: Survey) -> None:
        self._survey = survey
        self.bar.read()
        self._lay()

    @override
    def narrow(self) -> None:
        if self._shown and self._group_shown() == self.page.group_id:
            self.view.narrow(self.page.words.split())
        else:
            self._lay()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("本表（Excel）", self.export),
            Export("本表带图表（Excel）", partial(self.export, charts=True)),
            Export("全部表样（Excel）", self.export_all),
            Export("复制本表\tCtrl+C", self.view.copy_all),
        )

    @override
    def take_focus(self) -> None:
        self.view.setFocus()

    @override
    def print_out(self) -> None:
        shown = self._shown
        tables = [one.table for one in shown.tables if one.table.heads] if shown else []
        if shown is None or not tables:
            self.session.messages.note("这里没有内容，不用打印")
            return
        office, day = self.session.settings.office, self.page.today()
        name = self._file_name(shown.layout.name)

        def query() -> bytes:
            from desk.layout.table_pages import tables_pdf  # noqa: PLC0415 - heavy, loaded on use

            return tables_pdf(tables, office, day)

        self.session.look(query, lambda pdf: self._preview(name, pdf))

    def _preview(self, name: str, pdf: bytes) -> None:
        """Show what will be printed before it is."""
        self.paper = self.paper or PaperWindow(self.session, self.window())
        self.paper.show_pdf(name, pdf)

    def export(self, *, charts: bool = False) -> None:
        """Keep the tables of the layout as an .xlsx file."""
        if self._shown:
            layout = self._shown.layout
            self._export(layout.name, (layout,), charts=charts)

    def export_all(self) -> None:
        """Keep the tables of all layouts in one .xlsx file, with charts."""
        self._export("统计表", self.bar.layouts, charts=True)

    def _export(self, name: str, layouts: Sequence[TableLayout], *, charts: bool) -> None:
        shown = self._shown
        if shown is None:
            self.session.messages.note("所选时段的表还没有排出来，请稍候再存一次")
            return
        path = save_path(self, self._file_name(name), ".xlsx", "Excel 工作簿")
        if path:
            self.session.start(
                exporting(shown.found.survey, layouts, charts=charts),
                done=lambda data: self._write(path, data),
            )

    def _write(self, path: Path, data: bytes) -> None:
        self.session.do(lambda: keep_file(self.session, path, data), note=f"已存为 {path.name}")

    def _file_name(self, name: str) -> str:
        group = "" if self.page.group_id is None else f" {self.page.group.currentText()}"
        return f"{self.page.days_told()} {name}{group}"

    def _group_shown(self) -> int | None:
        """The group that the tables are of; None for all."""
        assert self._shown is not None  # noqa: S101 - asked for only where there is something
        survey = self._shown.found.survey
        return None if survey is self._survey else survey.groups[0].group.id

    def _survey_now(self) -> Survey | None:
        chosen = self.page.group_id
        if self._survey is None or chosen is None:
            return self._survey
        return narrowed(self._survey, chosen)

    def _lay(self) -> None:
        """Reckon the tables of the layout that is chosen."""
        survey, layout = self._survey_now(), self.bar.layout_now
        if survey is None:
            return
        self._asked += 1
        known = self._shown.found if self._shown and self._shown.found.survey is survey else None

        def query() -> Shown:
            found = known or catalogue(survey)
            return Shown(found, layout, laid_out(found, layout))

        self.session.look(query, partial(self._on_laid, self._asked))

    def _on_laid(self, asked: int, shown: Shown) -> None:
        if asked != self._asked:
            return
        chosen = max(0, self.tables.currentIndex())
        self._shown = shown
        with QSignalBlocker(self.tables):
            while self.tables.count():
                self.tables.removeTab(0)
            for one in shown.tables:
                name = one.name or one.table.title
                at = self.tables.addTab(name if len(name) <= _NAME else f"{name[: _NAME - 1]}…")
                self.tables.setTabToolTip(at, one.table.title)
            self.tables.setCurrentIndex(min(chosen, len(shown.tables) - 1))
        self.tables.setVisible(len(shown.tables) > 1)
        self.bar.tell_missing(len(shown.found.unknown(shown.layout)))
        self._show_table()

    def _show_table(self) -> None:
        shown, at = self._shown, self.tables.currentIndex()
        laid = shown.tables[at] if shown and 0 <= at < len(shown.tables) else NONE
        self.model.show_laid(laid, shown.found if shown else None)
        self.view.show_widths()
        self.view.narrow(self.page.words.split())
        self.headline.setText(laid.table.title)
        rows = (
            "" if laid.table.rows else "这里没有单位。请先在“资料—单位”登记单位，或者换一个分组。"
        )
        self.note.setText(rows or laid.table.note)
        self.note.setVisible(bool(self.note.text()))

    def _follow(self, index: QModelIndex) -> None:
        """Show the lines behind a unit's figure."""
        unit_id, column = self.model.unit_id(index), self.model.column(index)
        if unit_id and self._survey:
            stretch = self._survey.stretch
            first = stretch.begin if column and column.of_year else stretch.first
            self.page.look_at(first, stretch.last, unit_id)

    def _sort(self, at: int) -> None:
        """Sort by a column, the other way round where it is so already."""
        keys = self.model.laid.keys
        if self.model.laid.column_units or at >= len(keys):
            return
        layout, key = self.bar.layout_now, keys[at]
        falling = not layout.falling if layout.order == key else True
        self.bar.try_out(replace(layout, order=key, falling=falling))

    def _offer_columns(self) -> None:
        if self._shown:
            self.bar.offer_columns(self._shown.found)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.GAP, 0, 0)
        column.setSpacing(style.GAP)
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        head.addWidget(self.headline)
        head.addStretch(1)
        head.addWidget(self.tables)
        column.addWidget(self.bar)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
