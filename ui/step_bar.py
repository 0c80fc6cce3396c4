"""A bar that shows how far a job is."""

from PySide6.QtWidgets import QProgressBar

from desk.jobs import Progress

_FINE = 1_000  # Qt's numbers end at two billion, and jobs count bytes


class StepBar(QProgressBar):
    """Runs to and fro while nobody knows how much there is to do."""

    def __init__(self) -> None:
        super().__init__(textVisible=False)
        self.setRange(0, 0)

    def show_step(self, step: Progress) -> None:
        """Show how far it is."""
        if step.total > 1:
            self.setRange(0, _FINE)
            self.setValue(min(step.done, step.total) * _FINE // step.total)
        else:
            self.setRange(0, 0)
