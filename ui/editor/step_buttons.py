"""The head's buttons: neighbours in the queue, ways out, and the next step in its fixed place."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from desk.drafts import Status
from ui import style
from ui.editor.steps import APPROVAL, AWAY, PRIMARY, SECOND, Ask, Step
from ui.icons import icon

_STATE = {
    Status.NEW: ("●", style.ACCENT),
    Status.EDITING: ("✎", style.ACCENT),
    Status.SUBMITTED: ("➤", style.AMBER),
    Status.READY: ("✓", style.GREEN),
    Status.RELEASED: ("■", style.MUTED),
}


class StepButtons(QWidget):
    """Shows where a draft stands and what can be done with it.

    Signals:
        stepped(Step): take this step.
        approving(Step): take this one, of approval.
        moved(int): show the next (1) or previous (-1) draft.
        compiled(): go on to the issue.
    """

    stepped = Signal(object)
    approving = Signal(object)
    moved = Signal(int)
    compiled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.before = _arrow("chevron-left", "上一篇（Alt+←）", lambda: self.moved.emit(-1))
        self.after = _arrow("chevron-right", "下一篇（Alt+→）", lambda: self.moved.emit(1))
        self.place, self.status = QLabel(), QLabel(textFormat=Qt.TextFormat.RichText)
        self.place.setObjectName("muted")
        self.away = QPushButton()
        self.second, self.primary = QPushButton(), QPushButton()
        self.primary.setObjectName("primary")
        self.second.clicked.connect(lambda: self._take(SECOND))
        self.primary.clicked.connect(self.take_next)
        self._now: Status | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for widget in (self.status, self.before, self.place, self.after, self.away):
            row.addWidget(widget)
        row.addWidget(self.second)
        row.addWidget(self.primary)
        self.show_status(None)

    def show_status(self, now: Status | None) -> None:
        """Offer what a draft of this status can do."""
        self._now = now
        for widget in (self.status, self.away, self.second, self.primary):
            widget.setVisible(now is not None)
        if now is None:
            return
        shape, colour = _STATE.get(now, ("○", style.MUTED))
        self.status.setText(f'<span style="color:{colour}">{shape}</span> {now}')
        self._dress(self.second, SECOND.get(now))
        self._dress(self.primary, PRIMARY.get(now))
        if now is Status.READY:
            self.primary.setText("去编刊")
            self.primary.setToolTip("到“编刊”里把它编入一期（Ctrl+Enter）")
            self.primary.show()
        ways = AWAY.get(now, ())
        self.away.setVisible(bool(ways))
        self.away.setText("撤回·催批" if now is Status.SUBMITTED else "退稿·存查")
        self.away.setToolTip(f"{'、'.join(one.text for one in ways)}（Alt+D）")
        menu = QMenu(self.away)
        for step in ways:
            asks = "" if step.ask is Ask.NOTHING else "……"
            action = menu.addAction(f"{step.text}{asks}")
            action.triggered.connect(lambda _on=False, one=step: self._emit(one))
        self.away.setMenu(menu)

    def name_queue(self, words: str) -> None:
        """Say what the place is a place in."""
        self.place.setToolTip(words)

    def show_place(self, number: int, total: int) -> None:
        """Say which draft of the queue this is; 0 when it is not in the queue."""
        self.place.setText(f"{number} / {total}" if number else f"共 {total} 篇")
        self.before.setEnabled(total > 0)
        self.after.setEnabled(total > 0)

    def take_next(self) -> None:
        """Take the next step."""
        if self._now is Status.READY:
            self.compiled.emit()
        else:
            self._take(PRIMARY)

    def take_approval(self) -> None:
        """Take the step that approves, where there is one."""
        for steps in (PRIMARY, SECOND):
            step = steps.get(self._now) if self._now else None
            if step is not None and step.target is Status.READY:
                self._emit(step)
                return

    def _take(self, steps: Mapping[Status, Step]) -> None:
        step = steps.get(self._now) if self._now else None
        if step is not None:
            self._emit(step)

    def _emit(self, step: Step) -> None:
        (self.approving if step in APPROVAL else self.stepped).emit(step)

    @staticmethod
    def _dress(button: QPushButton, step: Step | None) -> None:
        button.setVisible(step is not None)
        if step is not None:
            button.setText(step.text)
            button.setToolTip(step.tip)


def _arrow(name: str, tip: str, slot: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAutoRaise(True)
    button.clicked.connect(slot)
    return button
