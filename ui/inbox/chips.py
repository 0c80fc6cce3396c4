"""Statuses side by side with how many drafts stand in each; one is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desk.drafts import Status

VIEWS: dict[str, frozenset[Status]] = {
    "全部": frozenset(),
    "待办": frozenset({Status.NEW, Status.EDITING}),
    "送审": frozenset({Status.SUBMITTED}),
    "可用": frozenset({Status.READY}),
    "已印发": frozenset({Status.RELEASED}),
    "其他": frozenset({Status.RETURNED, Status.REJECTED, Status.FILED, Status.MERGED}),
}
_TIPS = {"待办": "新到和在编的稿件", "其他": "退稿、不采用、存查、并入的稿件"}


def view_of(status: Status) -> str:
    """The view a status is seen in."""
    return next(view for view, statuses in VIEWS.items() if status in statuses)


def view_with(statuses: frozenset[Status]) -> str:
    """The view of just these statuses; all where there is none."""
    return next((view for view, held in VIEWS.items() if held == statuses), "全部")


class Chips(QWidget):
    """The views of the list.

    Signals:
        changed(): another view was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons: dict[str, QToolButton] = {}
        for number, view in enumerate(VIEWS, start=1):
            button = QToolButton()
            button.setCheckable(True)
            button.setObjectName("chip")
            button.setShortcut(f"Alt+{number}")
            button.setToolTip(f"{_TIPS.get(view, view)}（Alt+{number}）")
            button.clicked.connect(self.changed)
            self._group.addButton(button)
            self._buttons[view] = button
            row.addWidget(button)
        self.setFocusProxy(self._buttons["全部"])
        self.choose("全部")

    @property
    def chosen(self) -> str:
        """The view in force."""
        return next(view for view, button in self._buttons.items() if button.isChecked())

    @property
    def statuses(self) -> frozenset[Status]:
        """The statuses of the view; empty for all."""
        return VIEWS[self.chosen]

    def choose(self, view: str) -> None:
        """Choose a view without telling."""
        self._buttons[view].setChecked(True)

    def show_counts(self, counts: Mapping[Status, int]) -> None:
        """Write how many drafts each view holds."""
        for view, button in self._buttons.items():
            statuses = VIEWS[view] or frozenset(Status)
            button.setText(f"{view} {sum(counts.get(status, 0) for status in statuses)}")
