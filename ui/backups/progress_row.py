"""How far the backups' thread is with what it does, and a way to stop it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

from desk.jobs import Progress
from ui import style
from ui.backups.keeping import Keeping
from ui.session import Session


class ProgressRow(QFrame):
    """Hidden while nothing is under way."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        keeping = Keeping.of(session)
        self._text = QLabel()
        self._bar = QProgressBar(textVisible=False)
        cancel = QPushButton("取消")
        cancel.setObjectName("link")
        cancel.clicked.connect(keeping.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(cancel)
        self.hide()
        keeping.progressed.connect(self._show)

    def _show(self, step: Progress | None) -> None:
        self.setVisible(step is not None)
        if step is not None:
            self._text.setText(step.text)
            self._bar.setMaximum(step.total)
            self._bar.setValue(step.done)
