"""得分明细: a unit's lines, why each counts, and how the figure under the cursor came about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.scoring.deriving import derived
from desk.scoring.lines import PeriodLine
from desk.scoring.results import ScoreTable, UnitScore
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.board import LINE_COLUMNS
from ui.session import Session

_NO_LINES = "这个单位在所选时段没有得分。"
_TITLE = "得分明细"


class LinesPane(QWidget):
    """Enter on a line opens the issue behind it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.model = MemoryModel(LINE_COLUMNS)
        self.view = ListView(session, self.model, _TITLE, empty=_NO_LINES)
        self.title = QLabel(_TITLE)
        self.title.setObjectName("sectionTitle")
        self.title.setMinimumWidth(1)
        self.derivation = QLabel()  # of the figure the cursor stands on
        self.derivation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = QLabel()  # of the line the cursor stands on, in full
        self.reason.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self.derivation, self.reason):
            label.setWordWrap(True)
        layout.addWidget(self.title)
        layout.addWidget(self.derivation)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.reason)
        self.view.chosen.connect(self._show_reason)
        self.view.opened.connect(self._open)

    def show_lines(self, score: UnitScore) -> None:
        """Show a unit's lines."""
        self.title.setText(f"{score.unit.name}　{_TITLE}（{len(score.lines)} 条）")
        self.title.setToolTip(score.unit.name)
        self.model.set_rows(score.lines)
        self._show_reason(0)

    def derive(self, key: str, score: UnitScore, table: ScoreTable) -> None:
        """Say how a figure of the board came about; that of the points for what is no figure."""
        self.derivation.setText(derived(key, score, table) or derived("points", score, table))

    def clear(self) -> None:
        """Show nobody's lines."""
        self.title.setText(_TITLE)
        self.model.set_rows([])
        self.derivation.clear()
        self.reason.clear()

    def _show_reason(self, number: int) -> None:
        """Show why the line under the cursor counts, with its clause."""
        rows = self.model.rows
        line = rows[number] if 0 <= number < len(rows) else None
        self.reason.setText(f"{line.text}　{line.clause}".rstrip() if line else "")

    def _open(self, number: int) -> None:
        """Go to the issue behind a line; imported lines have none."""
        line = self.model.row(number)
        if isinstance(line, PeriodLine):
            self.session.messages.note("这一行是按周期计的，没有对应的期")
            return
        kind, _, key = line.fact.source.partition(":")
        if kind == "issue":
            self.session.go("issue", int(key))
        else:
            self.session.messages.note("这一条来自导入的旧台账，没有对应的期")
