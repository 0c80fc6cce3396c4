"""How the backups stand, at a glance: each line with a sign, its words, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from desk.backups.overview import Overview
from desk.backups.states import states
from desk.settings import Settings
from ui import style
from ui.backups.keeping import Keeping
from ui.backups.progress_row import ProgressRow
from ui.session import Session

_SIGNS = {True: "✓", False: "！", None: "○"}
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
                grid.addWidget(one, row, column, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(grid)
        layout.addWidget(self.trouble)
        layout.addWidget(ProgressRow(session))

    def show_overview(self, found: Overview, settings: Settings) -> None:
        """Say how the backups stand."""
        said = states(found, settings, self._session.clock())
        for sign, line, state in zip(self.signs, self.lines, said, strict=True):
            sign.setText(_SIGNS[state.is_good])
            line.setText(state.words)
            for label in (sign, line):
                label.setStyleSheet(f"color: {style.RED}" if state.is_good is False else "")
        self.show_trouble()

    def show_trouble(self) -> None:
        """Say what last went wrong by itself."""
        trouble = Keeping.of(self._session).trouble
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
