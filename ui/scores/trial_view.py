"""试算: another scheme or other quotas beside the office's own, unit by unit."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QSplitter, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.jobs import Job
from desk.reports.register import register_pdf
from desk.reports.trial_sheet import trial_register, trial_workbook
from desk.scoring.figures import printed
from desk.scoring.lines import Line
from desk.scoring.results import UnitScore
from desk.scoring.trial import Trial, TrialRow
from desk.trying import trying
from ui import style
from ui.dialogs import save_path
from ui.keys import bind
from ui.leaving import ask_and_print, keep_file
from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel
from ui.scores.trial_choice import TrialChoice
from ui.scores.trial_columns import LINE_COLUMNS, NOTHING, ROW_COLUMNS
from ui.session import Session

_EMPTY = (
    "还没有试算\n\n选好要试的办法或目标任务，按“试算”（Ctrl+Enter）。\n"
    "只作比较，不改台账，也不改办法。"
)
_NO_UNITS = "没有符合的单位\n\n换一个分组，或清空筛选"
_SAME = "这一边没有不同的明细"
_BOARD_HEIGHT, _LINES_HEIGHT = 400, 220


class TrialView(QWidget):
    """``days`` gives the first and the last day to look at.

    Signals:
        finished(): a trial was shown.
    """

    finished = Signal()

    def __init__(
        self, session: Session, choice: TrialChoice, days: Callable[[], tuple[date, date]]
    ) -> None:
        super().__init__()
        self.session, self.choice, self._days = session, choice, days
        self.trial: Trial | None = None
        self._group: str | None = None
        self._asked = 0
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.model: MemoryModel[TrialRow] = MemoryModel(ROW_COLUMNS)
        self.view = ListView(session, self.model, "试算对比", empty=_EMPTY)
        self.only_other = QCheckBox("只看不同的明细")
        self.only_other.setChecked(True)
        self.titles = QLabel("现在"), QLabel("试算")
        self.sides: tuple[MemoryModel[Line], MemoryModel[Line]] = (
            MemoryModel(LINE_COLUMNS),
            MemoryModel(LINE_COLUMNS),
        )
        self._lists = [
            ListView(session, model, f"试算明细·{name}", empty=_SAME)
            for name, model in zip(("现在", "试算"), self.sides, strict=True)
        ]
        self._lay_out()
        self.setFocusProxy(self.view)
        choice.run.clicked.connect(self.start)
        bind(self, "Ctrl+Return", self.start)
        self.view.chosen.connect(self._show_lines)
        self.only_other.toggled.connect(lambda _on: self._show_current())

    def start(self) -> None:
        """Run the trial as chosen; it can be cancelled."""
        first, last = self._days()
        try:
            tried, quotas = self.choice.chosen(last.year)
        except DeskError as error:
            self.session.fail(error)
            self.summary.setText(f"▲ {error}")  # the banner may lie behind a window
            self.summary.show()
            return
        today = self.session.today()
        job: Job[Trial] = trying(self.session.store, tried, quotas, first, last, today)
        self._asked += 1
        self.session.start(job, done=partial(self._on_done, self._asked, self.choice.words))

    def narrow(self, group: str | None, words: str) -> None:
        """Show one group's units (all with None) that hold these words."""
        self._group = group
        self.model.set_filter(words)
        if self.trial:
            self._show_rows(self.trial)

    def save(self) -> None:
        """Write the comparison to an .xlsx file of the clerk's choice."""
        trial = self.trial
        if trial is None:
            self.session.messages.note("还没有试算，先按“试算”")
            return
        days = f"{trial.now.first:%Y-%m-%d}至{trial.now.last:%Y-%m-%d}"
        path = save_path(self, f"试算对比（{days}）", ".xlsx", "Excel 工作簿")
        if path:
            self.session.do(partial(_write, self.session, path, trial), note=f"已存为 {path.name}")

    def print_out(self) -> None:
        """Print the comparison through the system's dialog."""
        trial, office = self.trial, self.session.settings.office
        if trial is None:
            self.session.messages.note("还没有试算，先按“试算”")
            return
        day = self.session.today()
        self.session.look(lambda: register_pdf(trial_register(trial, office, day)), self._send)

    def _send(self, pdf: bytes) -> None:
        ask_and_print(self, self.session, pdf, "试算对比")

    def _on_done(self, asked: int, words: str, trial: Trial) -> None:
        if asked != self._asked:
            return
        self.trial = trial
        self.view.empty = _NO_UNITS
        self.summary.setText(f"{trial.summary}。试的是：{words}")
        self.summary.show()
        self.below.show()
        self._hide_unused(trial)
        self._show_rows(trial)
        self.finished.emit()

    def _hide_unused(self, trial: Trial) -> None:
        """Leave out converted points where there are none."""
        for number, column in enumerate(ROW_COLUMNS):
            if column.key.endswith("converted"):
                texts = {column.text(row) for row in trial.rows}
                self.view.setColumnHidden(number, texts <= {NOTHING})

    def _show_rows(self, trial: Trial) -> None:
        rows = [row for row in trial.rows if self._group in (None, row.group)]
        self.model.set_rows(rows)
        if self.model.rows:
            self.view.choose(0)
        else:
            self._show_sides(None)

    def _show_lines(self, number: int) -> None:
        self._show_sides(self.model.row(number) if number >= 0 else None)

    def _show_current(self) -> None:
        self._show_lines(self.view.currentIndex().row() if self.model.rows else -1)

    def _show_sides(self, row: TrialRow | None) -> None:
        scores = (row.now, row.then) if row else (None, None)
        lines = [list(one.lines) if one else [] for one in scores]
        if self.only_other.isChecked():
            lines = _apart(*lines)
        for title, model, name, score, shown in zip(
            self.titles, self.sides, ("现在", "试算"), scores, lines, strict=True
        ):
            title.setText(_title(name, row, score))
            model.set_rows(shown)

    def _lay_out(self) -> None:
        look = style.Look(self.session.settings.scale)
        self.below = self._make_below()
        self.below.hide()
        self.summary.hide()
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        split.addWidget(self.view)
        split.addWidget(self.below)
        split.setSizes([look.px(_BOARD_HEIGHT), look.px(_LINES_HEIGHT)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(self.choice)
        column.addWidget(self.summary)
        column.addWidget(split, 1)

    def _make_below(self) -> QWidget:
        halves = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        halves.setHandleWidth(style.GAP)
        for title, view in zip(self.titles, self._lists, strict=True):
            title.setObjectName("sectionTitle")
            halves.addWidget(_column(title, view))
        return _column(halves, self.only_other)


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    return box


def _write(session: Session, path: Path, trial: Trial) -> None:
    keep_file(session, path, trial_workbook(trial))


def _title(name: str, row: TrialRow | None, score: UnitScore | None) -> str:
    if row is None:
        return name
    if score is None:
        return f"{name}　{row.unit.short}　没有列入"
    return f"{name}　{row.unit.short}　{printed(score.points)} 分，明细 {len(score.lines)} 行"


def _apart(now: Sequence[Line], then: Sequence[Line]) -> list[list[Line]]:
    """What stands on one side only: for each line of one side an equal one of the other goes."""
    return [_without(now, then), _without(then, now)]


def _without(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    left = Counter(map(_seen, others))
    found = []
    for line in lines:
        seen = _seen(line)
        if left[seen]:
            left[seen] -= 1
        else:
            found.append(line)
    return found


def _seen(line: Line) -> tuple[object, ...]:
    return line.day, line.title, line.publication, line.section, line.points, line.component
