"""按审签流程另定: limits of lanes, which go before those of the kinds."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.approvals import Lane
from desk.clocks import LaneClock, LaneClocks
from desk.drafts import Kind
from desk.errors import DeskError
from desk.terms import ClockUnit, Since, Term
from desk.timeliness import limits
from ui import style
from ui.icons import icon
from ui.registry.limit_inputs import LimitInputs
from ui.session import Session, Topic, Undo

_RULE = (
    "走这个流程的稿件先按这里的时限；还没送审的，按这类信息默认走的流程算。"
    "不另定的，按上面的类型算。"
)
_FIRST = Term(2, ClockUnit.HOURS, Since.RECEIPT)
_KINDS: tuple[Kind | None, ...] = (None, *Kind)


class LaneLimits(QWidget):
    """The limits there are, a line each, and below a line to set one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._lanes: Sequence[Lane] = ()
        self._clocks: Sequence[LaneClock] = ()
        self._drawn: list[QWidget] = []
        self.lane, self.kind = QComboBox(), QComboBox()
        self.lane.setAccessibleName("审签流程")
        self.kind.setAccessibleName("信息类型")
        self.kind.addItems([kind.value if kind else "各类" for kind in _KINDS])
        self.inputs = LimitInputs("这个流程")
        self.inputs.show(_FIRST)
        self.set_button = QPushButton("设定")
        self.set_button.setToolTip("设定这个流程、这类信息的时限；已经有的改成这样")
        self.error = QLabel(wordWrap=True)
        self.error.setObjectName("fieldError")
        self.error.hide()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(2)
        self._lay_out()
        self.set_button.clicked.connect(self._set)

    def show_limits(self, held: LaneClocks, lanes: Sequence[Lane]) -> None:
        """Show the limits as they are stored."""
        if (held.clocks, lanes) == (self._clocks, self._lanes):
            return
        self._clocks, self._lanes = held.clocks, lanes
        chosen = self.lane.currentText()
        self.lane.clear()
        for lane in lanes:
            if lane.is_active:
                self.lane.addItem(lane.name, lane.id)
        self.lane.setCurrentIndex(max(0, self.lane.findText(chosen)))
        for line in self._drawn:
            self.lines.removeWidget(line)
            line.deleteLater()
        self._drawn = [self._line(clock) for clock in held.clocks]
        for line in self._drawn:
            self.lines.addWidget(line)

    def _line(self, clock: LaneClock) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(limits.words(clock, self._lanes)), 1)
        drop = QToolButton()
        drop.setIcon(icon("x"))
        drop.setAutoRaise(True)
        drop.setToolTip("取消，改按类型的时限")
        drop.setAccessibleName(f"取消{limits.words(clock, self._lanes)}")
        drop.clicked.connect(partial(self._drop, clock))
        row.addWidget(drop)
        return line

    def _set(self) -> None:
        if self.lane.currentData() is None:
            self._tell("还没有在用的审签流程。请先到“资料—审签流程”里启用一个。")
            return
        term, kind = self.inputs.term, _KINDS[self.kind.currentIndex()]
        clock = LaneClock(self.lane.currentData(), kind, term.amount, term.unit, term.since)
        store, by = self.session.store, self.session.by
        words = f"已设定：{limits.words(clock, self._lanes)}"
        self._do(lambda: limits.save_lane_clock(store, clock, by=by()), words)

    def _drop(self, clock: LaneClock) -> None:
        store, by = self.session.store, self.session.by
        words = f"已取消：{limits.words(clock, self._lanes)}"
        self._do(lambda: limits.drop_lane_clock(store, clock, by=by()), words)

    def _do(self, action: Callable[[], LaneClocks], words: str) -> None:
        self._tell("")
        store, by, former = self.session.store, self.session.by, list[LaneClocks]()
        self.session.do(
            lambda: former.append(action()),
            Topic.REGISTRY,
            Topic.DRAFTS,
            note=words,
            undo=Undo(lambda: limits.put_back(store, former[0], by=by()), "已恢复原来的流程时限"),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._tell(str(error))
        else:
            self.session.fail(error)

    def _tell(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        title, rule = QLabel("按审签流程另定"), QLabel(_RULE, wordWrap=True)
        title.setObjectName("sectionTitle")
        rule.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP)
        column.addWidget(title)
        column.addWidget(rule)
        column.addLayout(self.lines)
        for widgets in ((self.lane, self.kind), (*self.inputs.widgets, self.set_button)):
            row = QHBoxLayout()
            row.setSpacing(style.GAP)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.error)
