"""The inputs of one limit: a number, what it counts, and since when it runs."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from desk.clocks import SINCE
from desk.listing import LONGEST_LIMIT
from desk.terms import ClockUnit, Since, Term

_UNITS = tuple(ClockUnit)
_TIPS = {Since.EVENT: "事件发生那天", Since.RECEIPT: "收到稿件的时候"}


class LimitInputs:
    """Three inputs, laid out by whoever has them; ``name`` says whose limit it is."""

    def __init__(self, name: str) -> None:
        self.amount, self.unit, self.since = QSpinBox(), QComboBox(), QComboBox()
        self.amount.setRange(0, LONGEST_LIMIT)
        self.amount.setAccessibleName(f"{name}的时限")
        self.amount.setKeyboardTracking(False)
        self.unit.addItems([unit.value for unit in _UNITS])
        self.unit.setAccessibleName(f"{name}的时限单位")
        self.since.addItems([f"从{since}" for since in SINCE])
        self.since.setAccessibleName(f"{name}的时限从什么时候起算")
        told = "；".join(f"从{since}：{_TIPS[since]}起算" for since in SINCE)
        self.since.setToolTip(f"{told}。没写事发日期的，从收到起算")

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The inputs in their order."""
        return self.amount, self.unit, self.since

    @property
    def term(self) -> Term:
        """The limit as it stands in the inputs."""
        unit, since = _UNITS[self.unit.currentIndex()], SINCE[self.since.currentIndex()]
        return Term(self.amount.value(), unit, since)

    def show(self, term: Term) -> None:
        """Put a limit into the inputs, without saying that it was changed by hand."""
        with QSignalBlocker(self.amount):
            self.amount.setValue(term.amount)
        self.unit.setCurrentIndex(_UNITS.index(term.unit))
        self.since.setCurrentIndex(SINCE.index(term.since) if term.since in SINCE else 0)

    def on_change(self, act: Callable[[], None]) -> None:
        """Call ``act`` when the clerk changes one."""
        self.amount.valueChanged.connect(lambda _value: act())
        self.unit.activated.connect(lambda _at: act())
        self.since.activated.connect(lambda _at: act())
