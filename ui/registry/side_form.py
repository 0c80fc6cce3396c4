"""A form beside a list: fields with their errors, and the actions on one record."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.errors import DeskError, FieldError
from ui import field, style
from ui.field import Field

V = TypeVar("V")


class SideForm(QFrame, Generic[V]):
    """Subclasses add fields, ``fill`` them from a record and read it back by ``value``.

    Signals:
        saving(): the clerk wants to keep the record.
        cancelled(): the clerk wants the record as it was.
    """

    saving = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.base: V | None = None
        self.fields: dict[str, Field] = {}
        self.heading, self.error = QLabel(), QLabel()
        self.heading.setObjectName("sectionTitle")
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.save_button = self._button("保存", "保存（Ctrl+S）")
        self.save_button.setObjectName("primary")
        self.save_button.clicked.connect(self.saving)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(style.GAP)
        self.action_row.addWidget(self.save_button)
        self.action_row.addStretch(1)
        self._lay_out()

    def add(self, name: str, label: str, entry: QWidget, stretch: int = 0) -> None:
        """Put an input below the others; ``name`` is what a FieldError calls it."""
        self._line = QHBoxLayout()
        self._line.setSpacing(style.GAP)
        self.inputs.addLayout(self._line, stretch)
        self.add_beside(name, label, entry)

    def add_beside(self, name: str, label: str, entry: QWidget) -> None:
        """Put an input right of the last one."""
        if isinstance(entry, QComboBox):  # a long choice must not widen the form
            entry.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.fields[name] = Field(label, entry)
        top = Qt.AlignmentFlag.AlignTop
        small = isinstance(entry, QLineEdit | QComboBox)
        self._line.addWidget(self.fields[name], 1, top if small else Qt.AlignmentFlag(0))

    def action(self, text: str, tip: str) -> QPushButton:
        """Put another action on the record at the right end of its row."""
        button = self._button(text, tip)
        self.action_row.addWidget(button)
        return button

    def fill(self, record: V) -> None:
        """Show a record in the inputs."""
        raise NotImplementedError

    def value(self) -> V:
        """The record as the inputs have it; raises FieldError."""
        raise NotImplementedError

    def show_record(self, record: V, heading: str) -> None:
        """Show a record as it is stored."""
        self.heading.setText(heading)
        self.clear_errors()
        self.fill(record)
        self.base = self.value()

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is not stored."""
        try:
            return self.base is not None and self.value() != self.base
        except DeskError:
            return True

    def show_error(self, error: DeskError) -> None:
        """Show an error at its field, or above the actions."""
        self.error.setText("")
        if not field.show_error(self.fields, error):
            self.error.setText(str(error))
        self.error.setVisible(bool(self.error.text()))

    def clear_errors(self) -> None:
        """Take all errors away."""
        field.clear_errors(self.fields)
        self.error.clear()
        self.error.hide()

    def begin(self) -> None:
        """Go to the first input."""
        first = next(iter(self.fields.values())).entry
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    @staticmethod
    def _button(text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("formInside")
        self.inputs = QVBoxLayout(inside)
        self.inputs.setContentsMargins(16, 4, 16, 4)
        self.inputs.setSpacing(style.GAP)
        scroll = QScrollArea()
        scroll.setObjectName("formScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(style.GAP)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(style.GAP)
        foot.addWidget(self.error)
        foot.addLayout(self.action_row)
        self.heading.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self.heading)
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saving.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def whole_number(name: str, label: str, text: str) -> int:
    """A whole number as typed, empty being 0; raises FieldError."""
    if not text.strip():
        return 0
    if not text.strip().isdecimal():
        raise FieldError(name, f"{label}“{text}”不是整数。请只写数字，例如 60。")
    return int(text)
