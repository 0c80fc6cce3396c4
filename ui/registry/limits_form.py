"""All limits in one place: of kinds, of lanes, the office's hours, and where the others are."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk import listing
from desk.clocks import DEFAULTS, GROUNDS, Clock
from desk.drafts import Kind
from ui import style
from ui.registry.hours_form import HoursForm
from ui.registry.lane_limits import LaneLimits
from ui.registry.limit_inputs import LimitInputs
from ui.registry.snapshot import Snapshot
from ui.session import Session, Topic, Undo

_RULE = (
    "事件不过日、进度不过十、反馈须抢时。按天计的，到最后一天下班时止。"
    "改动后，没办完的稿件马上按新时限重算。"
)
_OTHERS = {
    "紧急": "紧急信息：电话、书面、续报各要多快",
    "批示": "批示：转办、反馈各要多快",
}
_WHERE = {"紧急": "紧急报送规则", "批示": "统计和规则"}


class _Row(LimitInputs):
    """One kind with its inputs."""

    def __init__(self, kind: Kind | None) -> None:
        name = kind.value if kind else "未定类型"
        super().__init__(name)
        self.kind = kind
        self.label = QLabel(name)
        self.label.setBuddy(self.amount)
        for widget in (self.label, self.amount, self.unit):
            widget.setToolTip(GROUNDS[kind])

    @property
    def clock(self) -> Clock:
        """The limit as it stands in the inputs."""
        term = self.term
        return Clock(self.kind, term.amount, term.unit, term.since)


class LimitsForm(QFrame):
    """Kinds in their order with their limits, each kept as soon as it is changed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.session = session
        self._stored: dict[Kind | None, Clock] = {}
        self.rows = {clock.kind: _Row(clock.kind) for clock in DEFAULTS}
        self.lanes, self.hours = LaneLimits(session), HoursForm(session)
        self.links = {title: QPushButton(f"{title}…") for title in _OTHERS}
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.error.hide()
        self._lay_out()
        for row in self.rows.values():
            row.on_change(partial(self._keep, row))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the limits and hours as they are stored."""
        self._show_clocks(snapshot.clocks)
        self.lanes.show_limits(snapshot.lane_clocks, snapshot.lanes)
        self.hours.show_hours(snapshot.hours)

    def save_typed(self) -> None:
        """Keep a number that is still being typed."""
        for row in self.rows.values():
            row.amount.interpretText()

    def _show_clocks(self, clocks: Iterable[Clock]) -> None:
        self._stored = {clock.kind: clock for clock in clocks}
        for kind, clock in self._stored.items():
            self.rows[kind].show(clock.term)

    def _keep(self, row: _Row) -> None:
        former, clock = self._stored.get(row.kind), row.clock
        if clock == former:
            return
        self.error.hide()
        store, by = self.session.store, self.session.by
        self.session.do(
            lambda: listing.save_clock(store, clock, by=by()),
            Topic.REGISTRY,
            Topic.DRAFTS,
            note=f"{row.label.text()}的时限已改为 {clock.words}",
            undo=Undo(lambda: listing.save_clock(store, former, by=by()), "已恢复原来的时限")
            if former
            else None,
            failed=lambda error: self._fail(row, error),
        )

    def _fail(self, row: _Row, error: Exception) -> None:
        self.error.setText(str(error))
        self.error.show()
        former = self._stored.get(row.kind)
        if former:
            row.show(former.term)
        row.amount.setFocus()

    def _lay_out(self) -> None:
        box = QWidget()
        box.setObjectName("formInside")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(style.GAP)
        inside.addWidget(_title("时限"))
        inside.addWidget(_muted(_RULE))
        inside.addLayout(self._grid())
        inside.addWidget(self.error)
        for part in (self.lanes, self.hours):
            inside.addSpacing(style.GAP)
            inside.addWidget(part)
        inside.addSpacing(style.GAP)
        inside.addWidget(_title("其他时限"))
        for title, words in _OTHERS.items():
            inside.addLayout(self._link(title, words))
        inside.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("formScroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(box)
        self.setMinimumWidth(box.minimumSizeHint().width() + 3 * style.GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(area)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(4, 1)
        for place, row in enumerate(self.rows.values()):
            for at, widget in enumerate((row.label, *row.widgets)):
                grid.addWidget(widget, place, at)
        return grid

    def _link(self, title: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_muted(words), 1)
        button = self.links[title]
        button.setToolTip(f"到“督办—{title}”，在“{_WHERE[title]}”里改")
        button.clicked.connect(partial(self.session.go, "tasks", title))
        row.addWidget(button)
        return row


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("sectionTitle")
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setObjectName("muted")
    return label
