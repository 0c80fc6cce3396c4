"""接手清单: the steps of taking over, each to be ticked off, each leading to its place."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from desk.handover.state import Handover
from desk.handover.steps import STEPS, Step
from desk.handover.taking import finish_taking, restore, tick
from ui.session import Session, Topic, Undo
from ui.settings.cards import button, card


class StepsCard(QFrame):
    """Shown only where the store came out of a package."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._session = session
        self.boxes = {step.key: QCheckBox(step.words) for step in STEPS}
        self.buttons: dict[str, QPushButton] = {}
        made = card()
        grid = QGridLayout(made)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.head = QLabel()
        self.head.setObjectName("sectionTitle")
        grid.addWidget(self.head, 0, 0, 1, 2)
        for row, step in enumerate(STEPS, 1):
            self._add(grid, row, step)
        self.end = button("都办好了", "不再显示接手清单", self._finish)
        grid.addWidget(self.end, 0, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(made)
        self.hide()

    def show_handover(self, held: Handover) -> None:
        """Show which steps are done."""
        for key, box in self.boxes.items():
            box.setChecked(key in held.done)
        left = len(STEPS) - len(set(held.done))
        self.head.setText(f"接手清单：还有 {left} 步" if left else "接手清单：都办好了")
        self.setVisible(held.is_taken_over)

    def _add(self, grid: QGridLayout, row: int, step: Step) -> None:
        box = self.boxes[step.key]
        box.setToolTip(step.why)
        box.clicked.connect(partial(self._tick, step.key))
        why = QLabel(step.why)
        why.setObjectName("muted")
        go = button("去办", f"到办这件事的地方：{step.words}", partial(self._go, step))
        self.buttons[step.key] = go
        for column, widget in enumerate((box, why, go)):
            grid.addWidget(widget, row, column)

    def _go(self, step: Step) -> None:
        self._session.go(step.page, step.target or None)

    def _tick(self, key: str) -> None:
        store, by = self._session.store, self._session.by
        done = self.boxes[key].isChecked()
        self._session.do(lambda: tick(store, key, done=done, by=by()), Topic.SETTINGS)

    def _finish(self) -> None:
        store, by = self._session.store, self._session.by
        former: list[Handover] = []

        def undo() -> None:
            restore(store, former[0], by=by())

        self._session.do(
            lambda: former.append(finish_taking(store, by=by())),
            Topic.SETTINGS,
            note="接手清单已收起",
            undo=Undo(undo, "接手清单又列出来了"),
        )
