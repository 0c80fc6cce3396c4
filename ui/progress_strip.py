"""A long job's progress in the status bar, shown only when there is something to wait for."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desk.jobs import Progress
from ui.session import Session
from ui.step_bar import StepBar

_PATIENCE_MS = 600


class ProgressStrip(QWidget):
    """Text, bar and 取消."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._text = QLabel()
        self._bar = StepBar()
        self._bar.setFixedWidth(160)
        cancel = QPushButton("取消")
        cancel.setObjectName("link")
        cancel.clicked.connect(session.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        for widget in (self._text, self._bar, cancel):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        session.progressed.connect(self._on_progress)
        self.hide()

    def _on_progress(self, step: Progress | None) -> None:
        if step is None:
            self._timer.stop()
            self.hide()
            return
        self._text.setText(f"{step.text}　{step.done}/{step.total}")
        self._bar.show_step(step)
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()
