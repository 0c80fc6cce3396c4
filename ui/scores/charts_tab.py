"""图表: all charts of the page's days, to look at, to ask for the lines behind, to take along."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSplitter, QVBoxLayout
from typing_extensions import override

from desk.reports.charts.catalogue import CHARTS
from desk.reports.charts.chart import Chart, Page, Paper, Spot
from desk.surveys.narrowing import narrowed
from desk.surveys.survey import Survey
from ui import style
from ui.charts.chart_bar import ChartBar
from ui.charts.chart_list import ChartList
from ui.charts.drawing import Drawing
from ui.charts.keeping import (
    KINDS,
    Files,
    ask_place,
    copied,
    drawn_files,
    may_replace,
    placed,
    printed_on,
    write_all,
)
from ui.charts.page_view import PageView
from ui.export import Export
from ui.kept_widths import KeptWidths
from ui.keys import bind
from ui.leaving import copy_picture
from ui.manual.context import tell_of
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from desk.reports.figure_bytes import Format
    from ui.scores.page import ScoresPage

_LIST_WIDTH = 250


class ChartsTab(ScoresTab):
    """The list of charts at the left, the chosen one at the right."""

    title = "图表"
    needs_survey = True

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "charts")
        self._survey: Survey | None = None
        look = style.Look(self.session.settings.scale)
        self.drawing = Drawing(self.session, self)
        self.list = ChartList(CHARTS, look)
        self.view = PageView(self.drawing)
        self.bar = ChartBar(self.view, self.session.paths.data)
        self._lay_out(look)
        self.list.currentRowChanged.connect(lambda _at: self._draw())
        self.list.itemActivated.connect(lambda _item: self.view.setFocus())
        self.bar.sized.connect(self._draw)
        self.view.canvas.followed.connect(self._follow)
        self.bar.bind_keys(self)
        bind(self, "Ctrl+C", self.copy)
        self.view.say("正在算这段时间的数……")

    @property
    def survey(self) -> Survey | None:
        """What the charts are made of: all units or those of the page's group."""
        chosen = self.page.group_id
        if self._survey is None or chosen is None:
            return self._survey
        return narrowed(self._survey, chosen)

    @property
    def label(self) -> str:
        """What names files: the period, and the group where there is one chosen."""
        survey = self.survey
        if survey is None:
            return ""
        names = () if self.page.group_id is None else (one.group.name for one in survey.groups)
        return " ".join((survey.stretch.file_key, *names))

    @override
    def show_survey(self, survey: Survey) -> None:
        self._survey = survey
        self.drawing.forget()
        self._draw()

    @override
    def narrow(self) -> None:
        self._draw()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            *(Export(f"本图（{kind}）", partial(self.save, fmt)) for fmt, kind in KINDS.items()),
            *(
                Export(f"全部图（{kind}）", partial(self.save_all, fmt))
                for fmt, kind in KINDS.items()
            ),
            Export("复制本页图片\tCtrl+C", self.copy),
        )

    @override
    def take_focus(self) -> None:
        self.list.setFocus()

    @override
    def print_out(self) -> None:
        if self._survey and self.list.chart:
            paper = printed_on(self.bar.chosen)
            job = drawn_files(self.survey_now(), [self.list.chart], paper, "pdf", 0, self.label)
            landscape = paper is Paper.ACROSS
            self.session.start(
                job, done=lambda files: self.send_to_printer(files[0][1], landscape=landscape)
            )

    def copy(self) -> None:
        """Put the page shown into the clipboard, as a picture."""
        page = self.view.canvas.page
        if page:
            self.session.look(partial(copied, page), self._on_copied)

    def save(self, fmt: "Format") -> None:
        """Keep the chosen chart in a file of its own."""
        if self.list.chart:
            self._save([self.list.chart], fmt)

    def save_all(self, fmt: "Format") -> None:
        """Keep all charts in a folder."""
        self._save(self.list.charts, fmt)

    def survey_now(self) -> Survey:
        """The survey, where there is one."""
        found = self.survey
        assert found is not None  # noqa: S101 - asked for only where it has been shown
        return found

    def _save(self, charts: Sequence[Chart], fmt: "Format") -> None:
        if self._survey is None:
            self.session.messages.note("所选时段的图还没有画出来，请稍候再存一次")
            return
        one = len(charts) == 1
        place = ask_place(self, f"{self.label} {charts[0].title}", fmt, one=one)
        if place:
            job = drawn_files(
                self.survey_now(), charts, self.bar.chosen, fmt, self.bar.dots, self.label
            )
            self.session.start(job, done=lambda files: self._write(files, place, one=one))

    def _write(self, files: Files, place: Path, *, one: bool) -> None:
        going = placed(files, place, one=one)
        if may_replace(self.session.messages, going, lambda path: one and path == place):
            told = going[0][0].name if len(going) == 1 else f"{place.parent if one else place}"
            count = "" if len(going) == 1 else f"（{len(going)} 个文件）"
            self.session.start(
                write_all(self.session, going),
                done=lambda _count: self.session.messages.note(f"已存为 {told}{count}"),
            )

    def _draw(self) -> None:
        """Show the chosen chart at the chosen size."""
        chart = self.list.chart
        if self._survey is None or chart is None:
            return
        survey, paper = self.survey_now(), self.bar.chosen
        key = chart.key, paper, self.page.group_id
        self.view.wait()
        self.drawing.pages(key, partial(chart.draw, survey, paper), self._on_pages, self._on_failed)

    def _on_pages(self, pages: Sequence[Page]) -> None:
        self.view.show_pages(pages)
        self.view.canvas.mark(self.page.words.split())

    def _on_failed(self, error: Exception) -> None:
        self.view.say("这张图没有画出来")
        self.session.fail(error)

    def _on_copied(self, image: QImage) -> None:
        copy_picture(image)
        self.session.messages.note("已复制本页图片，可以粘贴到文档里")

    def _follow(self, spot: Spot) -> None:
        """Show the lines behind a figure."""
        first, last = self.page.window_days()
        self.page.look_at(spot.first or first, spot.last or last, spot.unit_id)

    def _lay_out(self, look: style.Look) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setStretchFactor(1, 1)
        parts.setSizes([look.px(_LIST_WIDTH), look.px(1000)])
        KeptWidths(parts, self.session.paths.data, "charts")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addWidget(self.bar)
        layout.addWidget(parts, 1)
