"""Choose which slides a meeting shows, and in which order."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
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
        super().__init__(session, parent, _SIZE, "选哪几页", "05p-meeting")
        self._kept: KeptPlan | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("会议用的页")
        self.list.itemChanged.connect(lambda _item: self._keep())
        self.about = QLabel(wordWrap=True)
        self.about.setObjectName("muted")
        self.up = self._button("上移", "Alt+Up", lambda: self._move(-1))
        self.down = self._button("下移", "Alt+Down", lambda: self._move(1))
        self.usual = self._button("照原来的", "Alt+Z", self._restore)
        self.begin = self._button("开始放映", "F11", self._begin)
        self.begin.setObjectName("primary")
        self._lay_out()

    @property
    def plan(self) -> DeckPlan:
        """What is ticked, in the list's order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        ticked = [one for one in items if one.checkState() is Qt.CheckState.Checked]
        return DeckPlan(tuple(str(one.data(_KEY)) for one in ticked))

    def choose(self, kept: KeptPlan, period: str) -> None:
        """Show the slides of a period to choose from."""
        self._kept = kept
        self.about.setText(
            f"{period}放哪几页：空格勾选，Alt+↑、Alt+↓ 调次序。月、季、半年、年各记各的。"
        )
        self._show(kept.read())
        self.list.setCurrentRow(0)
        self.come_up(self.list)

    def _show(self, plan: DeckPlan) -> None:
        """The chosen parts in their order, then the others."""
        words = {one.key: one for one in offered()}
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        for key in (*plan.parts, *(one for one in words if one not in plan.parts)):
            item = QListWidgetItem(words[key].words)
            item.setToolTip(words[key].question)
            item.setData(_KEY, key)
            on = key in plan.parts
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _keep(self) -> None:
        if self._kept and self.plan.parts:
            self._kept.write(self.plan)
        self.begin.setEnabled(bool(self.plan.parts))

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + by < self.list.count():
            self.list.insertItem(at + by, self.list.takeItem(at))
            self.list.setCurrentRow(at + by)
            self._keep()

    def _restore(self) -> None:
        if self._kept:
            self._show(self._kept.forget())
            self.begin.setEnabled(True)

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
