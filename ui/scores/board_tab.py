"""考核一览: the board, and beside it the card and the lines of the unit chosen."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from desk.reports.score_table import score_workbook
from desk.scoring.results import ScoreTable, UnitScore
from desk.surveys.calling import aside_of
from desk.surveys.card import Aside, card
from desk.surveys.comparing import FEWEST, MOST
from desk.surveys.survey import Survey
from ui import style
from ui.dialogs import save_path
from ui.export import Export
from ui.keys import bind
from ui.leaving import keep_file
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.board import BAR, MONTHS, columns
from ui.scores.board_drawing import BarCell, MonthsCell
from ui.scores.card_view import CardView
from ui.scores.compare_tab import CompareTab
from ui.scores.lines_pane import LinesPane
from ui.scores.tab import ScoresTab
from ui.side import Side

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_NO_UNITS = "还没有单位。请先在“资料”里导入单位名册和目标任务。"
_READING = "正在读走势、逐月、来稿情况……"


class BoardTab(ScoresTab):
    """Every unit's figures; one unit's card, and its points line by line."""

    title = "考核一览"

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._table: ScoreTable | None = None
        self._survey: Survey | None = None
        self._aside: tuple[int, Aside] | None = None  # of the unit on view
        self._wanted = 0  # the unit whose card is shown
        self.board_model: MemoryModel[UnitScore] = MemoryModel(columns())
        self.board = ListView(self.session, self.board_model, "考核一览", empty=_NO_UNITS)
        look = style.Look(self.session.settings.scale)
        self.months = MonthsCell(self, self.board_model, look)
        keys = [one.key for one in self.board_model.columns]
        self.board.setItemDelegateForColumn(keys.index(BAR), BarCell(self, self.board_model, look))
        self.board.setItemDelegateForColumn(keys.index(MONTHS), self.months)
        self.card, self.lines = CardView(self.session), LinesPane(self.session)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.card, "卡片")
        self.tabs.addTab(self.lines, "得分明细")
        self.tabs.setMinimumWidth(look.px(300))
        self.tabs.setMinimumHeight(look.px(120))
        self.halves = Side(self.board, self.tabs, self.session.paths.data, "scores/card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GAP, 0, 0)
        layout.addWidget(self.halves)
        self._connect()

    @override
    def show_table(self, table: ScoreTable) -> None:
        self._table, self._survey, self._aside = table, None, None
        self.months.months = {}
        self.board_model.set_columns(columns(table))
        self.narrow()
        self.page.survey(self._on_survey)

    @override
    def narrow(self) -> None:
        if self._table is None:
            return
        chosen = self.page.group_id
        self.board_model.set_rows(
            [
                score
                for one in self._table.groups
                if chosen is None or one.group.id == chosen
                for score in one.units
            ]
        )
        self.board_model.set_filter(self.page.words)
        self._choose_first()

    @override
    @classmethod
    def knows(cls, target: object) -> bool:
        return isinstance(target, int) or super().knows(target)

    @override
    def show_target(self, target: object) -> None:
        if isinstance(target, int):
            self._wanted = target
            self.narrow()

    def show_lines(self) -> None:
        """Show the unit's lines, not its card."""
        self.tabs.setCurrentWidget(self.lines)
        self.halves.show_side(on=True)

    def chosen_units(self) -> tuple[int, ...]:
        """The ids of the units selected, in the order of the board."""
        return tuple(self.board_model.row(at).unit.id for at in self.board.selected())

    def compare(self) -> None:
        """Put the units selected side by side, on a tab of their own (Ctrl+B)."""
        chosen = self.chosen_units()
        if not FEWEST <= len(chosen) <= MOST:
            how = "按住 Ctrl 单击，或者 Shift+↑↓"
            self.session.messages.note(
                f"比较要选 {FEWEST} 到 {MOST} 个单位（{how}），现在选了 {len(chosen)} 个"
            )
            return
        self.page.tab(CompareTab).compare(chosen)
        self.page.show_target(CompareTab.title)

    @override
    def paper_list(self) -> ListView:
        return self.board

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("考核一览和得分明细（Excel）", self._save_excel),)

    def _go_to_lines(self) -> None:
        """Go from a unit to its lines (Enter)."""
        self.show_lines()
        self.lines.view.take_focus()

    def _on_survey(self, survey: Survey) -> None:
        """Fill in what only the survey knows; what is selected stays selected."""
        self._survey = survey
        self.months.months = {one.unit.id: one.months for one in survey.units}
        if self._table is not None:
            selected = self.chosen_units()
            self.board_model.set_columns(columns(self._table, survey))
            self.board_model.rearrange()
            self.board.select(
                [at for at, row in enumerate(self.board_model.rows) if row.unit.id in selected],
                next(iter(self._at(self._wanted)), None),
            )
            self._show_card()

    def _at(self, unit_id: int) -> list[int]:
        return [at for at, row in enumerate(self.board_model.rows) if row.unit.id == unit_id]

    def _choose_first(self) -> None:
        """Show the card of the unit asked for, else of the first; none where none is listed."""
        if self.board_model.rows:
            self.board.choose(next(iter(self._at(self._wanted)), 0))
        else:
            self.card.clear()
            self.lines.clear()

    def _show_unit(self, number: int) -> None:
        if not 0 <= number < len(self.board_model.rows):
            return
        score = self.board_model.row(number)
        is_other = score.unit.id != self._wanted
        self._wanted = score.unit.id  # so that a refresh stays with it
        self.lines.show_lines(score)
        self._derive()
        self._show_card()
        if is_other or self._aside is None:
            self._read_aside(score)

    def _read_aside(self, score: UnitScore) -> None:
        """Read whom to ring and what an item would earn, unless the clerk has gone on."""
        store, now = self.session.store, self.session.clock()
        _, last = self.page.window_days()
        self.session.look(
            lambda: aside_of(store, score, last, now) if score.unit.id == self._wanted else None,
            partial(self._on_aside, score),
        )

    def _on_aside(self, score: UnitScore, aside: Aside | None) -> None:
        if aside is not None and score.unit.id == self._wanted:
            self._aside = score.unit.id, aside
            self._show_card()

    def _show_card(self) -> None:
        table, at = self._table, self._at(self._wanted)
        if table is None or not at:
            return
        aside = self._aside[1] if self._aside and self._aside[0] == self._wanted else None
        period = self._survey.stretch.name if self._survey else self.page.days_told()
        made = card(self.board_model.row(at[0]), table, period, aside, self._survey)
        self.card.show_card(made, "" if self._survey else _READING)

    def _derive(self) -> None:
        """Say how the figure under the cursor came about; that of the points elsewhere."""
        place = self.board.currentIndex()
        if self._table is not None and 0 <= place.row() < len(self.board_model.rows):
            key = self.board_model.columns[place.column()].key
            self.lines.derive(key, self.board_model.row(place.row()), self._table)

    def _save_excel(self) -> None:
        table = self._table
        if table is None:
            return
        path = save_path(self, self.page.period_title(), ".xlsx", "Excel 工作簿")
        if path:
            self.session.do(
                lambda: keep_file(self.session, path, score_workbook(table)),
                note=f"已存为 {path.name}",
            )

    def _connect(self) -> None:
        self.board.chosen.connect(self._show_unit)
        self.board.opened.connect(lambda _at: self._go_to_lines())
        self.board.selectionModel().currentChanged.connect(lambda *_: self._derive())
        self.card.tool("columns-2", "卡片放到下面，或者放回右边（F7）", self.halves.turn)
        self.card.tool("x", "收起卡片（F9）；再按一次打开", self.halves.fold)
        bind(self, "Ctrl+B", self.compare)
        bind(self, "F7", self.halves.turn)
        bind(self, "F9", self.halves.fold)
        bind(self, "Ctrl+Shift+C", self.card.copy)
        bind(self, "Ctrl+Shift+P", self.card.print_out)
