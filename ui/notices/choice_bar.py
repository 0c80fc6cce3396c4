"""Which letters are written: the kind, on whom they fall, how much of it."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from desk.notices.notice import THRESHOLDS, NoticeKind, NoticeOptions, Threshold
from ui import style

_PERCENT, _PLACES = 50, 3


class ChoiceBar(QWidget):
    """Only what matters to the chosen kind can be seen.

    Signals:
        changed(): something else is to be written.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind_box = _box("写哪一种", "写哪一种（Alt+↓ 展开）")
        for kind in NoticeKind:
            self.kind_box.addItem(kind.value, kind)
        self.threshold_box = _box("给哪些单位", "给哪些单位写")
        self.percent = _number("完成率低于", 1, 200, _PERCENT, " %")
        self.places = _number("前几名", 1, 20, _PLACES, " 名")
        self.two_up = QCheckBox("两份一页")
        self.two_up.setToolTip("两份并排印在一张横放的 A4 上，采用的信息最多列 5 条")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.GAP)
        for one in (
            self.kind_box, self.threshold_box, self.percent, self.places, self.two_up,
        ):  # fmt: skip
            row.addWidget(one)
        self._offer()
        self.kind_box.activated.connect(lambda _at: self._on_kind())
        self.threshold_box.activated.connect(lambda _at: self._on_changed())
        self.percent.valueChanged.connect(lambda _value: self.changed.emit())
        self.places.valueChanged.connect(lambda _value: self.changed.emit())
        self.two_up.toggled.connect(lambda _on: self.changed.emit())

    @property
    def kind(self) -> NoticeKind:
        """What is written."""
        return NoticeKind(self.kind_box.currentText())

    @property
    def options(self) -> NoticeOptions:
        """All other choices."""
        chosen = self.threshold_box.currentText()
        return NoticeOptions(
            Threshold(chosen) if chosen else None,
            Decimal(self.percent.value()),
            self.places.value(),
            two_up=self.is_two_up,
        )

    @property
    def is_two_up(self) -> bool:
        """Whether two share a page."""
        return self.two_up.isChecked() and self.kind is NoticeKind.RANK

    def choose(self, kind: NoticeKind) -> None:
        """Go to a kind."""
        self.kind_box.setCurrentText(kind.value)
        self._on_kind()

    def choose_threshold(self, threshold: Threshold) -> None:
        """Go to a threshold of the kind."""
        self.threshold_box.setCurrentText(threshold.value)
        self._on_changed()

    def _on_kind(self) -> None:
        self._offer()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _offer(self) -> None:
        self.threshold_box.clear()
        self.threshold_box.addItems([one.value for one in THRESHOLDS.get(self.kind, ())])
        self._show_parts()

    def _show_parts(self) -> None:
        chosen = self.threshold_box.currentText()
        self.threshold_box.setVisible(self.threshold_box.count() > 1)
        self.percent.setVisible(chosen == Threshold.BELOW)
        self.places.setVisible(chosen == Threshold.FIRST or self.kind is NoticeKind.DIRECTORS)
        self.two_up.setVisible(self.kind is NoticeKind.RANK)


def _box(name: str, tip: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(tip)
    return made


def _number(name: str, least: int, most: int, value: int, of: str) -> QSpinBox:
    made = QSpinBox(minimum=least, maximum=most, value=value, suffix=of)
    made.setKeyboardTracking(False)  # or each figure typed writes all letters anew
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
