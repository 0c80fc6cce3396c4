"""覆盖图: who writes on what and when, who is silent, what nobody writes on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.drafts import DraftQuery
from desk.reports.coverage_sheet import coverage_workbook
from desk.scoring.figures import percent
from desk.surveys.coverage import UNCLASSIFIED, Coverage, Depth, Neglected, Silent, coverage
from desk.surveys.narrowing import narrowed
from desk.surveys.survey import Survey
from desk.units import Unit
from ui import style
from ui.commissions.wish import NoticeWish
from ui.dialogs import save_path
from ui.export import Export
from ui.kept_widths import KeptWidths
from ui.leaving import keep_file
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.manual.context import tell_of
from ui.scores.coverage_columns import (
    FIGURES,
    Cell,
    MapDelegate,
    MapModel,
    Mapped,
    month_cells,
    neglected_columns,
    silent_columns,
    topic_cells,
)
from ui.scores.tab import ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_TOPICS, _MONTHS = "选题", "月份"
_MOST = 99


class CoverageTab(ScoresTab):
    """The map at the left; silent units and neglected topics at the right."""

    title = "覆盖图"
    needs_survey = True

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        tell_of(self, "coverage")
        self._survey: Survey | None = None
        self._held: Coverage | None = None
        self.against, self.figure = QComboBox(), QComboBox()
        self.told = QLabel(wordWrap=True)
        self.model = MapModel()
        self.view = ListView(
            self.session, self.model, "覆盖图", empty="没有单位\n\n请换一个分组，或者清空筛选"
        )
        self.view.setItemDelegate(MapDelegate(self.view))
        self.silent: MemoryModel[Silent] = MemoryModel(silent_columns())
        self.silent_view = ListView(self.session, self.silent, "沉默单位", empty="每个单位都有报送")
        self.neglected: MemoryModel[Neglected] = MemoryModel(neglected_columns())
        self.neglected_view = ListView(
            self.session,
            self.neglected,
            "没人写的选题",
            empty="没有这样的选题\n\n选题在“资料 → 选题”里登记，在“来稿”里给稿件加上",
        )
        self.least = QSpinBox(minimum=1, maximum=_MOST, prefix="采用少于 ", suffix=" 条")
        self.ask_silent = QPushButton("约稿……")
        self.ask_topic = QPushButton("约稿……")
        self._lay_out()
        self._connect()

    @property
    def held(self) -> Coverage | None:
        """The map of the page's days and group, once they are read."""
        return self._held

    @override
    def show_survey(self, survey: Survey) -> None:
        self._survey = survey
        self._show()

    @override
    def narrow(self) -> None:
        self._show()

    @override
    def exports(self) -> Sequence[Export]:
        return (
            Export("覆盖图（Excel）", self.save),
            Export("沉默单位（Excel）", self.silent_view.export),
            Export("没人写的选题（Excel）", self.neglected_view.export),
        )

    @override
    def take_focus(self) -> None:
        self.view.take_focus()

    @override
    def print_out(self) -> None:
        """Print the map as a chart, over as many pages as it needs."""
        survey = self._chosen()
        if survey:
            self.session.look(
                lambda: _printed(survey), lambda pdf: self.send_to_printer(pdf, landscape=True)
            )

    def save(self) -> None:
        """Keep the map and its lists in a workbook."""
        survey, held = self._chosen(), self._held
        if survey is None or held is None:
            self.session.messages.note("覆盖图还没有算出来，请稍候再导出一次")
            return
        title = survey.stretch.name
        path = save_path(self, f"{title}覆盖图", ".xlsx", "Excel 工作簿")
        groups = {one.group.id: one.group.name for one in survey.groups}
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, coverage_workbook(held, title, groups)),
                note=f"已导出 {path.name}",
            )

    def open_cell(self, number: int) -> None:
        """Show the drafts behind the cell under the cursor, or the ledger's lines."""
        unit = self.model.row(number).unit
        cell = self.model.cell(self.view.currentIndex().column())
        first, last = self.page.window_days()
        days = cell.first or first, cell.last or last
        if not self._drafts_of(unit, cell):
            self.session.messages.note("这里没有登记过稿件，显示台账里的得分明细")
            self.page.look_at(*days, unit.id)
            return
        topic = "" if cell.topic == UNCLASSIFIED else cell.topic
        query = DraftQuery(unit_id=unit.id, topic=topic, received_from=days[0], received_to=days[1])
        self.session.go("inbox", query)

    def call_silent(self) -> None:
        """Write a 约稿通知单 to the silent units selected, or to all of them."""
        rows = [self.silent.row(at) for at in self.silent_view.selected()] or self.silent.rows
        self._call([one.unit for one in rows], "")

    def call_topic(self) -> None:
        """Write a 约稿通知单 on the topic under the cursor to those who used to write on it."""
        chosen = self.neglected_view.selected()
        if not chosen:
            self.session.messages.note("请先选一个选题")
            return
        row = self.neglected.row(chosen[0])
        selected = [self.model.row(at).unit for at in self.view.selected()]
        self._call(list(row.askable) or selected, row.topic)

    def _call(self, units: Sequence[Unit], topic: str) -> None:
        if not units:
            note = "今年没有单位写过这个选题。请在左边选要约稿的单位，再按一次"
            self.session.messages.note(note if topic else "没有沉默单位，不用约稿")
            return
        topics = (topic,) if topic else ()
        wanted = tuple(one.id for one in units)
        self.session.go("tasks", NoticeWish(topic, wanted, topics=topics))

    def _drafts_of(self, unit: Unit, cell: Cell) -> bool:
        items = self._held.items if self._held else ()
        return any(
            one.draft_id
            and one.unit.id == unit.id
            and (not cell.topic or cell.topic in one.topics)
            and one.sent
            and (not cell.first or not cell.last or cell.first <= one.sent <= cell.last)
            for one in items
        )

    def _chosen(self) -> Survey | None:
        """The survey of all units, or of the page's group."""
        group = self.page.group_id
        if self._survey is None or group is None:
            return self._survey
        return narrowed(self._survey, group)

    def _show(self) -> None:
        survey = self._chosen()
        if survey is None:
            return
        self._held = held = coverage(survey)
        groups = {one.group.id: one.group.name for one in survey.groups}
        cells = topic_cells(held) if self.against.currentText() == _TOPICS else month_cells(held)
        self.model.show_map(held, cells, self.figure.currentText())
        self.model.set_rows([Mapped(one, groups.get(one.group_id, "")) for one in held.units])
        self.model.set_filter(self.page.words)
        self.silent.set_rows(held.silent)
        self.silent.set_filter(self.page.words)
        self.told.setText(_told(held))
        self._show_neglected()

    def _show_neglected(self) -> None:
        if self._held:
            self.neglected.set_rows(self._held.neglected(self.least.value()))

    def _connect(self) -> None:
        self.against.activated.connect(lambda _at: self._show())
        self.figure.activated.connect(lambda _at: self._show())
        self.least.valueChanged.connect(lambda _count: self._show_neglected())
        self.view.opened.connect(self.open_cell)
        self.silent_view.opened.connect(
            lambda at: self.page.show_target(self.silent.row(at).unit.id)
        )
        self.neglected_view.opened.connect(lambda _at: self.call_topic())
        self.ask_silent.clicked.connect(self.call_silent)
        self.ask_topic.clicked.connect(self.call_topic)

    def _lay_out(self) -> None:
        look = style.Look(self.session.settings.scale)
        self.told.setObjectName("muted")
        self.against.addItems((_TOPICS, _MONTHS))
        self.figure.addItems(list(FIGURES))
        self.against.setAccessibleName("单位对什么")
        self.figure.setAccessibleName("看什么数")
        self.view.setToolTip("双击或按回车：看格子背后的稿件")
        self.ask_silent.setToolTip("给选中的沉默单位写约稿通知单；没有选就是全部")
        self.ask_topic.setToolTip("就选中的选题给今年写过的单位写约稿通知单（回车）")
        head = QHBoxLayout()
        head.setSpacing(style.GAP)
        for widget in (QLabel("单位 ×"), self.against, QLabel("看"), self.figure):
            head.addWidget(widget)
        head.addWidget(self.told, 1)
        side = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        side.addWidget(_beside("沉默单位", self.silent_view, self.ask_silent))
        side.addWidget(_beside("没人写的选题", self.neglected_view, self.least, self.ask_topic))
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.addWidget(self.view)
        parts.addWidget(side)
        parts.setStretchFactor(0, 1)
        parts.setSizes([look.px(900), look.px(380)])
        KeptWidths(parts, self.session.paths.data, "coverage")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.setSpacing(style.GAP)
        layout.addLayout(head)
        layout.addWidget(parts, 1)


def _beside(title: str, view: ListView, *tools: QWidget) -> QWidget:
    """A list with its name and its tools above."""
    place, head = QWidget(), QHBoxLayout()
    head.setSpacing(style.GAP)
    head.addWidget(QLabel(title))
    head.addStretch(1)
    for one in tools:
        head.addWidget(one)
    layout = QVBoxLayout(place)
    layout.setContentsMargins(style.GAP, 0, 0, 0)
    layout.setSpacing(style.GAP)
    layout.addLayout(head)
    layout.addWidget(view, 1)
    return place


def _told(held: Coverage) -> str:
    """The sums, what is unclassified, and how much is news."""
    total, loose, mix = held.total, held.unclassified, held.mix
    known = total.sent - mix[Depth.UNKNOWN].sent
    parts = [
        f"报送{total.sent}条，采用{total.adopted}条",
        f"未归类{percent(loose.sent, total.sent)}%",
    ]
    if known:
        parts += [
            f"{depth}{percent(mix[depth].sent, known)}%" for depth in (Depth.NEWS, Depth.RESEARCH)
        ]
    return "；".join(parts)


def _printed(survey: Survey) -> bytes:
    from desk.reports.charts.chart import Paper  # noqa: PLC0415 - heavy, loaded on use
    from desk.reports.charts.covered import draw  # noqa: PLC0415 - the same
    from desk.reports.charts.page_bytes import pages_pdf  # noqa: PLC0415 - the same

    return pages_pdf(draw(survey, Paper.ACROSS))
