"""How the backups stand, at a glance: each line with a sign, its words, and what to do."""

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from desk.backups.overview import Overview
from desk.backups.states import states
from desk.jobs import Progress
from desk.settings import Settings
from ui import style
from ui.backups.keeping import Keeping
from ui.session import Session

_GOOD, _BAD = "✓", "！"
_LINES = 4


class StateCard(QFrame):
    """Four lines, and how far a job is that is under way."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("card")
        self._session = session
        self.signs = [QLabel() for _ in range(_LINES)]
        self.lines = [QLabel(wordWrap=True) for _ in range(_LINES)]
        self.trouble = QLabel(wordWrap=True)
        self.trouble.setObjectName("fieldError")
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, pair in enumerate(zip(self.signs, self.lines, strict=True)):
            for column, one in enumerate(pair):
                grid.addWidget(one, row, column)
        layout.addLayout(grid)
        layout.addWidget(self.trouble)
        layout.addWidget(self._progress_row())

    def show_overview(self, found: Overview, settings: Settings) -> None:
        """Say how the backups stand."""
        said = states(found, settings, self._session.clock())
        for sign, line, state in zip(self.signs, self.lines, said, strict=True):
            sign.setText(_GOOD if state.is_good else _BAD)
            line.setText(state.words)
            for label in (sign, line):
                label.setStyleSheet("" if state.is_good else f"color: {style.RED}")
        self.show_trouble()

    def show_trouble(self) -> None:
        """Say what last went wrong by itself."""
        trouble = Keeping.of(self._session).trouble
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def show_step(self, step: Progress | None) -> None:
        """Show how far the job under way is."""
        self.progress.setVisible(step is not None)
        if step is not None:
            self._text.setText(step.text)
            self._bar.setMaximum(step.total)
            self._bar.setValue(step.done)

    def _progress_row(self) -> QFrame:
        self.progress = QFrame()
        self._text = QLabel()
        self._bar = QProgressBar(textVisible=False)
        self.cancel = QPushButton("取消")
        self.cancel.setObjectName("link")
        self.cancel.clicked.connect(Keeping.of(self._session).cancel)
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self.progress.hide()
        return self.progress
