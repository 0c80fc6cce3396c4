"""How long an item may be: three small inputs, empty for no limit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from desk.publications import Limits
from ui import style

_MOST = 20_000  # characters


class LimitsEdit(QWidget):
    """Shortest and longest length in characters, and how many paragraphs.

    Signals:
        edited(): a limit was changed by hand.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shortest, self.longest = _box(_MOST, "最少字数"), _box(_MOST, "最多字数")
        self.paragraphs = _box(99, "最多几段")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for piece in (self.shortest, "～", self.longest, "字　", self.paragraphs, "段以内"):
            row.addWidget(QLabel(piece) if isinstance(piece, str) else piece)
        row.addStretch(1)
        row.setSpacing(style.GAP // 2)
        for box in self._boxes:
            box.valueChanged.connect(self.edited)
        self.setFocusProxy(self.shortest)

    @property
    def _boxes(self) -> tuple[QSpinBox, ...]:
        return self.shortest, self.longest, self.paragraphs

    def show_limits(self, limits: Limits) -> None:
        """Show limits without saying that they were edited."""
        values = (limits.shortest, limits.longest, limits.paragraphs)
        for box, value in zip(self._boxes, values, strict=True):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.setValue(value)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def limits(self) -> Limits:
        """The limits as typed."""
        return Limits(*(box.value() for box in self._boxes))


def _box(most: int, tip: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setSpecialValueText("不限")
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    box.setToolTip(f"{tip}；0 为不限")
    return box
