"""Choose which slides a meeting shows, and in which order."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from desk.reports.decks.plan import DeckPlan, offered
from ui import style
from ui.keys import bind
from ui.meeting.kept_plan import KeptPlan
from ui.session import Session
from ui.side_window import SideWindow

_SIZE = (460, 620)
_KEY = Qt.ItemDataRole.UserRole


class ChoiceWindow(SideWindow):
    """Every change is kept at once.

    Signals:
        wanted(): begin the meeting.
    """

    wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent, _SIZE, "选哪几页", "meeting")
        self._kept: KeptPlan | None = None
        self.plan = DeckPlan(())
        self.list = QListWidget()
        self.list.setAccessibleName("会议用的页")
        self.list.itemChanged.connect(self._on_ticked)
        self.about = QLabel(wordWrap=True)
        self.about.setObjectName("muted")
        self.up = self._button("上移", "Alt+Up", lambda: self._move(-1))
        self.down = self._button("下移", "Alt+Down", lambda: self._move(1))
        self.usual = self._button("照原来的", "Alt+Z", self._restore)
        self.begin = self._button("开始放映", "F11", self._begin)
        self.begin.setObjectName("primary")
        self._lay_out()

    def choose(self, kept: KeptPlan, period: str) -> None:
        """Show the slides of a period to choose from."""
        self._kept = kept
        self.about.setText(
            f"{period}放哪几页：空格勾选，Alt+↑、Alt+↓ 调次序。月、季、半年、年各记各的。"
        )
        self._show(kept.read(), "")
        self.come_up(self.list)

    def _show(self, plan: DeckPlan, key: str) -> None:
        """Show the chosen parts in their order, then the others; stay at one of them."""
        self.plan = plan
        words = {one.key: one for one in offered()}
        order = [*plan.parts, *(one for one in words if one not in plan.parts)]
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in order:
                item = QListWidgetItem(words[one].words)
                item.setToolTip(words[one].question)
                item.setData(_KEY, one)
                on = one in plan.parts
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
                self.list.addItem(item)
            self.list.setCurrentRow(order.index(key) if key in order else 0)
        self.begin.setEnabled(bool(plan.parts))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        key, on = str(item.data(_KEY)), item.checkState() is Qt.CheckState.Checked
        self._change(self.plan.switched(key, on=on))
        # Later: the list must not be emptied while it tells of one of its lines.
        QTimer.singleShot(0, self, lambda: self._show(self.plan, key))

    def _change(self, plan: DeckPlan) -> None:
        self.plan = plan
        if self._kept and plan.parts:
            self._kept.write(plan)
        self.begin.setEnabled(bool(plan.parts))

    def _move(self, by: int) -> None:
        key = str(self.list.currentItem().data(_KEY))
        if key in self.plan.parts:
            self._change(self.plan.moved(key, by))
            self._show(self.plan, key)

    def _restore(self) -> None:
        if self._kept:
            self._show(self._kept.forget(), "")

    def _begin(self) -> None:
        if self.plan.parts:
            self.close()
            self.wanted.emit()

    def _button(self, words: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(f"{words}（{keys}）")
        button.clicked.connect(act)
        bind(self, keys, act)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(style.GAP)
        for button in (self.up, self.down, self.usual):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.begin)
        self.content.addWidget(self.about)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(row)
