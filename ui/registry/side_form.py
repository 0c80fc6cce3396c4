"""A form beside a list: fields with their errors, and the actions on one record."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.errors import DeskError, FieldError
from ui import field, style
from ui.buttons import push_button
from ui.field import Field
from ui.registry.field_area import FieldArea

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
        self.area = FieldArea()
        self.inputs = self.area.inputs
        self.fields: dict[str, Field] = self.area.fields
        self.heading, self.error = QLabel(), QLabel()
        self.heading.setObjectName("sectionTitle")
        self.error.setObjectName("fieldError")
        self.error.setWordWrap(True)
        self.save_button = push_button("保存", "保存（Ctrl+S）")
        self.save_button.setObjectName("primary")
        self.save_button.clicked.connect(self.saving)
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(style.GAP)
        self.action_row.addWidget(self.save_button)
        self.action_row.addStretch(1)
        self._lay_out()

    def add(self, name: str, label: str, entry: QWidget, stretch: int = 0) -> None:
        """Put an input below the others; ``name`` is what a FieldError calls it."""
        self.area.add(name, label, entry, stretch)

    def add_beside(self, name: str, label: str, entry: QWidget) -> None:
        """Put an input right of the last one."""
        self.area.add_beside(name, label, entry)

    def body(self) -> QWidget:
        """What stands between the heading and the actions."""
        return self.area

    def action(self, text: str, tip: str) -> QPushButton:
        """Put another action on the record at the right end of its row."""
        button = push_button(text, tip)
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

    def _lay_out(self) -> None:
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
        column.addWidget(self.body(), 1)
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
