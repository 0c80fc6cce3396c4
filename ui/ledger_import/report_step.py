"""Third step: what each row books, or why it doesn't."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.importing.ledger import place_of
from desk.importing.past.report import Line, State, summary
from ui import style
from ui.lists.column import Column
from ui.lists.filter_field import FilterField
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.session import Session

_ALL, _SIZE = "全部", (1100, 600)
_COLOURS = {State.WRONG: style.RED, State.NOTED: style.AMBER}
COLUMNS: tuple[Column[Line], ...] = (
    Column("place", "行", place_of, 110, lambda one: (one.sheet, one.number)),
    Column("what", "表里写的", lambda one: one.what, 260, tip=lambda one: one.what),
    Column(
        "state",
        "结果",
        lambda one: one.state.value,
        116,
        colour=lambda one: _COLOURS.get(one.state),
    ),
    Column("books", "记入什么", lambda one: one.books, 340, tip=lambda one: one.books),
    Column("remark", "说明", lambda one: one.remark, 280, tip=lambda one: one.remark, stretch=True),
)


class ReportStep(QWidget):
    """The report with its filter; it can be saved as a table."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self.model = MemoryModel(COLUMNS)
        self.view = ListView(session, self.model, "导入核对", empty="没有这样的行。")
        self.state = QComboBox()
        self.state.setAccessibleName("看哪些行")
        self.state.activated.connect(self._narrow)
        self.words = FilterField(self.model, style.Look(session.settings.scale))
        self.said = QLabel(wordWrap=True)
        export = QPushButton("导出核对结果")
        export.setToolTip("存成 Excel，照着改原表")
        export.setAutoDefault(False)
        export.clicked.connect(self.view.export)
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for widget in (QLabel("看"), self.state, self.words):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    @property
    def wrong(self) -> int:
        """How many rows hinder the import."""
        return sum(line.state is State.WRONG for line in self._lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show a report, what is wrong first where anything is."""
        self._lines = lines
        self.state.clear()
        self.state.addItem(f"{_ALL}（{len(lines)} 行）", None)
        for state in State:
            count = sum(line.state is state for line in lines)
            if count:
                self.state.addItem(f"{state}（{count} 行）", state)
        self.state.setCurrentIndex(max(0, self.state.findData(State.WRONG)))
        self.said.setText(
            f"{summary(lines) or '没有一行数据'}。"
            + ("有问题的行改好以前，一行也不会导入。" if self.wrong else "")
        )
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.state.currentData()
        self.model.set_rows([line for line in self._lines if wanted in (None, line.state)])


class ReportWindow(QDialog):
    """The report of an import that was made."""

    def __init__(self, session: Session, name: str, lines: Sequence[Line], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"“{name}”的核对结果")
        self.step = ReportStep(session)
        self.step.show_lines(lines)
        self.resize(*map(style.Look(session.settings.scale).px, _SIZE))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.step)
