"""Labelled inputs below and beside each other, which scroll where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import style
from ui.field import Field


class FieldArea(QScrollArea):
    """``fields`` are by the name that a FieldError calls them; ``inputs`` takes other widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        inside = QWidget()
        inside.setObjectName("formInside")
        self.inputs = QVBoxLayout(inside)
        self.inputs.setContentsMargins(16, 4, 16, 4)
        self.inputs.setSpacing(style.GAP)
        self.setObjectName("formScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def add(
        self, name: str, label: str, entry: QWidget, stretch: int = 0, *, share: int = 1
    ) -> None:
        """Put an input below the others; ``share`` is its part of the line's width."""
        self._line = QHBoxLayout()
        self._line.setSpacing(style.GAP)
        self.inputs.addLayout(self._line, stretch)
        self.add_beside(name, label, entry, share)

    def add_beside(self, name: str, label: str, entry: QWidget, share: int = 1) -> None:
        """Put an input right of the last one."""
        if isinstance(entry, QComboBox):  # a long choice must not widen the form
            entry.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.fields[name] = Field(label, entry)
        top = Qt.AlignmentFlag.AlignTop
        one_line = QLineEdit | QComboBox | QAbstractSpinBox | QCheckBox
        small = isinstance(entry.focusProxy() or entry, one_line)
        self._line.addWidget(self.fields[name], share, top if small else Qt.AlignmentFlag(0))
