"""考核一览: the board above, a unit's lines below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from desk.reports.score_table import score_workbook
from desk.scoring.deriving import derived
from desk.scoring.lines import PeriodLine
from desk.scoring.results import ScoreTable, UnitScore
from ui.dialogs import save_path
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.board import LINE_COLUMNS, columns
from ui.scores.tab import Export, ScoresTab

if TYPE_CHECKING:
    from ui.scores.page import ScoresPage

_NO_UNITS = "还没有单位。请先在“资料”里导入单位名册和目标任务。"
_NO_LINES = "这个单位在所选时段没有得分。"


class BoardTab(ScoresTab):
    """Every unit's figures; those of one unit line by line."""

    title = "考核一览"

    def __init__(self, page: "ScoresPage") -> None:
        super().__init__(page)
        self._table: ScoreTable | None = None
        self._wanted = 0  # the unit whose lines are shown
        self.board_model: MemoryModel[UnitScore] = MemoryModel(columns())
        self.board = ListView(self.session, self.board_model, "考核一览", empty=_NO_UNITS)
        self.lines_model = MemoryModel(LINE_COLUMNS)
        self.lines = ListView(self.session, self.lines_model, "得分明细", empty=_NO_LINES)
        self.lines_title = QLabel("得分明细")
        self.lines_title.setObjectName("sectionTitle")
        self.derivation = QLabel()  # of the figure the cursor stands on
        self.derivation.setWordWrap(True)
        self.derivation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = QLabel()  # of the line the cursor stands on, in full
        self.reason.setObjectName("muted")
        self.reason.setWordWrap(True)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.board)
        halves.addWidget(_below(self.lines_title, self.derivation, self.lines, self.reason))
        halves.setSizes([320, 300])
        halves.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(halves)
        self.board.chosen.connect(self._show_lines)
        self.board.selectionModel().currentChanged.connect(lambda *_: self._derive())
        self.lines.chosen.connect(self._show_reason)
        self.lines.opened.connect(self._open_line)

    @override
    def show_table(self, table: ScoreTable) -> None:
        self._table = table
        self.board_model.set_columns(columns(table))
        self.narrow()

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

    @override
    def paper_list(self) -> ListView:
        return self.board

    @override
    def exports(self) -> Sequence[Export]:
        return (Export("考核一览和得分明细（Excel）", self._save_excel),)

    def _choose_first(self) -> None:
        """Show the lines of the unit asked for, else of the first; none where none is listed."""
        if self.board_model.rows:
            ids = [score.unit.id for score in self.board_model.rows]
            self.board.choose(ids.index(self._wanted) if self._wanted in ids else 0)
        else:
            self.lines_title.setText("得分明细")
            self.lines_model.set_rows([])
            self.derivation.clear()
            self.reason.clear()

    def _show_lines(self, number: int) -> None:
        if not 0 <= number < len(self.board_model.rows):
            return
        score = self.board_model.row(number)
        self._wanted = score.unit.id  # so that a refresh stays with it
        self.lines_title.setText(f"{score.unit.name}　得分明细（{len(score.lines)} 条）")
        self.lines_model.set_rows(score.lines)
        self._derive()
        self._show_reason(0)

    def _derive(self) -> None:
        """Say how the figure under the cursor came about; that of the points elsewhere."""
        place = self.board.currentIndex()
        if self._table is None or not 0 <= place.row() < len(self.board_model.rows):
            return
        score = self.board_model.row(place.row())
        key = self.board_model.columns[place.column()].key
        self.derivation.setText(
            derived(key, score, self._table) or derived("points", score, self._table)
        )

    def _show_reason(self, number: int) -> None:
        """Show why the line under the cursor counts, with its clause."""
        rows = self.lines_model.rows
        line = rows[number] if 0 <= number < len(rows) else None
        self.reason.setText(f"{line.text}　{line.clause}".rstrip() if line else "")

    def _open_line(self, number: int) -> None:
        """Go to the issue behind a line; imported lines have none."""
        line = self.lines_model.row(number)
        if isinstance(line, PeriodLine):
            self.session.messages.note("这一行是按周期计的，没有对应的期")
            return
        kind, _, key = line.fact.source.partition(":")
        if kind == "issue":
            self.session.go("issue", int(key))
        else:
            self.session.messages.note("这一条来自导入的旧台账，没有对应的期")

    def _save_excel(self) -> None:
        table = self._table
        if table is None:
            return
        path = save_path(self, self.page.period_title(), ".xlsx", "Excel 工作簿")
        if path:
            self.session.do(
                lambda: path.write_bytes(score_workbook(table)), note=f"已存为 {path.name}"
            )


def _below(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for one in widgets:
        layout.addWidget(one, int(isinstance(one, ListView)))
    return box
