"""How far the backups' thread is with what it does, and a way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desk.jobs import Progress
from ui import style
from ui.backups.keeping import Keeping
from ui.session import Session
from ui.step_bar import StepBar

_PATIENCE_MS = 600
_WIDTH = 120  # pixels at 100 %


class ProgressRow(QFrame):
    """Shown only when there is something to wait for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        keeping = Keeping.of(session)
        self._text = QLabel()
        self._bar = StepBar()
        self._bar.setMinimumWidth(style.Look(session.settings.scale).px(_WIDTH))
        cancel = QPushButton("取消")
        cancel.setObjectName("link")
        cancel.setToolTip("停下正在做的，不留半份文件")
        cancel.clicked.connect(keeping.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(cancel)
        self.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        keeping.progressed.connect(self._show)

    def _show(self, step: Progress | None) -> None:
        if step is None:
            self._patience.stop()
            self.hide()
            return
        self._text.setText(step.text)
        self._bar.show_step(step)
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()
