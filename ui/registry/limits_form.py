"""The limit of each kind, each kept as soon as it is changed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk import listing
from desk.clocks import DEFAULTS, GROUNDS, Clock
from desk.drafts import Kind
from desk.listing import LONGEST_LIMIT
from desk.terms import ClockUnit
from ui import style
from ui.session import Session, Topic, Undo

_RULE = (
    "从事件发生之日起算；没写日期的，从收到时起算。按天计的，到最后一天 18:00 止。"
    "改动后，没办完的稿件马上按新时限重算。"
)
_UNITS = tuple(ClockUnit)


class _Row:
    """One kind: a number and what it counts."""

    def __init__(self, kind: Kind | None) -> None:
        self.kind = kind
        self.amount, self.unit = QSpinBox(), QComboBox()
        name = kind.value if kind else "未定类型"
        self.amount.setRange(0, LONGEST_LIMIT)
        self.amount.setAccessibleName(f"{name}的时限")
        self.amount.setKeyboardTracking(False)
        self.unit.addItems([unit.value for unit in _UNITS])
        self.unit.setAccessibleName(f"{name}的时限单位")
        self.label = QLabel(name)
        self.label.setBuddy(self.amount)
        self.ground = QLabel(GROUNDS[kind])
        self.ground.setObjectName("muted")

    @property
    def clock(self) -> Clock:
        """The limit as it stands in the inputs."""
        return Clock(self.kind, self.amount.value(), _UNITS[self.unit.currentIndex()])

    def show(self, clock: Clock) -> None:
        """Put a limit into the inputs."""
        for box in (self.amount, self.unit):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.amount.setValue(clock.amount)
        self.unit.setCurrentIndex(_UNITS.index(clock.unit))
        for box in (self.amount, self.unit):
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature


class LimitsForm(QFrame):
    """Kinds in their order with their limits."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.session = session
        self._stored: dict[Kind | None, Clock] = {}
        self.rows = {clock.kind: _Row(clock.kind) for clock in DEFAULTS}
        self.error = QLabel()
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.error.hide()
        self._lay_out()
        for row in self.rows.values():
            row.amount.valueChanged.connect(lambda _value, row=row: self._keep(row))
            row.unit.activated.connect(lambda _at, row=row: self._keep(row))

    def show_clocks(self, clocks: Iterable[Clock]) -> None:
        """Show the limits as they are stored."""
        self._stored = {clock.kind: clock for clock in clocks}
        for kind, clock in self._stored.items():
            self.rows[kind].show(clock)

    def save_typed(self) -> None:
        """Keep a number that is still being typed."""
        for row in self.rows.values():
            row.amount.interpretText()

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
            row.show(former)
        row.amount.setFocus()

    def _lay_out(self) -> None:
        title, rule = QLabel("时限"), QLabel(_RULE)
        title.setObjectName("sectionTitle")
        rule.setObjectName("muted")
        rule.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.GAP)
        grid.setVerticalSpacing(style.GAP)
        grid.setColumnStretch(3, 1)
        for place, row in enumerate(self.rows.values()):
            for at, widget in enumerate((row.label, row.amount, row.unit, row.ground)):
                grid.addWidget(widget, place, at)
        box = QWidget()
        box.setObjectName("formInside")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(style.GAP)
        inside.addWidget(title)
        inside.addWidget(rule)
        inside.addLayout(grid)
        inside.addWidget(self.error)
        inside.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("formScroll")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(box)
        self.setMinimumWidth(box.minimumSizeHint().width() + 2 * style.GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(area)
