"""The next step of a clerk who has just taken the desk over; gone when the steps are behind."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk.handover.steps import STEPS, Step
from desk.handover.taking import handover_of, tick
from ui import style
from ui.session import Session, Topic
from ui.settings.cards import button


class TakingStrip(QFrame):
    """One quiet line; the whole list is in 设置."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._session = session
        self._step: Step | None = None
        self.told = QLabel(wordWrap=True)
        self.go = button("去办", "到办这件事的地方", self._go)
        self.done = button("办好了", "在接手清单上打勾，看下一步", self._tick)
        self.every = button("看清单", "全部步骤在“设置”的“交接”里", self._show_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(style.GAP)
        row.addWidget(self.told, 1)
        for one in (self.go, self.done, self.every):
            row.addWidget(one)
        session.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show the first step that is not ticked off."""
        with self._session.store.read() as work:
            held = handover_of(work)
        left = [one for one in STEPS if one.key not in held.done]
        self._step = left[0] if left else None
        next_one = f"下一步：{left[0].words}（{left[0].why}）" if left else "都办好了"
        self.told.setText(f"接手清单：还有 {len(left)} 步。{next_one}" if left else next_one)
        is_wanted = held.is_taken_over and bool(left)
        if self.parentWidget() is not None:
            self.setVisible(is_wanted)
        elif not is_wanted:  # without a parent, to be shown would make it a window
            self.hide()

    def _go(self) -> None:
        if self._step:
            self._session.go(self._step.page, self._step.target or None)

    def _tick(self) -> None:
        store, by, step = self._session.store, self._session.by, self._step
        if step:
            self._session.do(lambda: tick(store, step.key, done=True, by=by()), Topic.SETTINGS)

    def _show_all(self) -> None:
        self._session.go("settings", "交接")

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if Topic.SETTINGS in topics:
            self.refresh()
