"""Wait for work while there is no window to show its progress in."""

from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.jobs import Job, Progress
from ui.fitted_dialog import FittedDialog
from ui.step_bar import StepBar
from ui.worker import Worker

T = TypeVar("T")
_PATIENCE_MS = 600
_WIDTH = 420


class WaitWindow(FittedDialog):
    """What is being done and how far it is; ``skip`` is the word of the way out, "" for none."""

    def __init__(self, words: str, skip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle("信息编报台")
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.words = QLabel(words, wordWrap=True)
        self.step = QLabel()
        self.step.setObjectName("muted")
        self.bar = StepBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        for one in (self.words, self.bar, self.step):
            layout.addWidget(one)
        self.skip = QPushButton(skip)
        self.skip.setAutoDefault(False)  # an Enter that was meant for the window before
        if skip:
            layout.addWidget(self.skip, alignment=Qt.AlignmentFlag.AlignRight)
            self.skip.clicked.connect(self._on_skip)

    def show_step(self, step: Progress) -> None:
        """Show how far the work is."""
        self.step.setText(step.text)
        self.bar.show_step(step)

    @override
    def reject(self) -> None:
        """Esc does not end the work."""

    def _on_skip(self) -> None:
        self.skip.setEnabled(False)
        self.step.setText("正在停下……")


def wait_for(
    job: Job[T],
    words: str,
    *,
    skip: str = "",
    worker: Worker | None = None,
    parent: QWidget | None = None,
) -> T | None:
    """Do a job on a thread and return what it gives; what it raises is raised here.

    The window comes up when there is something to wait for. None: the clerk has skipped it. A
    worker that is given does what it was doing first.
    """
    with_own = worker is None
    worker = worker or Worker()
    loop, window = QEventLoop(), WaitWindow(words, skip, parent)
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    patience.timeout.connect(window.show)
    patience.start()
    given: list[T] = []
    errors: list[Exception] = []

    def done(result: T) -> None:
        given.append(result)
        loop.quit()

    def failed(error: Exception) -> None:
        errors.append(error)
        loop.quit()

    worker.run(job, done=done, failed=failed, progressed=window.show_step, cancelled=loop.quit)
    window.skip.clicked.connect(worker.cancel)
    loop.exec()
    patience.stop()
    window.done(0)
    window.deleteLater()
    if with_own:
        worker.close()
    if errors:
        raise errors[0]
    return given[0] if given else None
