"""A labelled input with room for an error's sentence beneath it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.errors import FieldError


class Field(QWidget):
    """A label above one input; the error shows only while there is one."""

    def __init__(self, label: str, entry: QWidget) -> None:
        super().__init__()
        self.entry = entry
        self._label = QLabel(label)
        self._label.setObjectName("muted")
        self._label.setBuddy(entry)
        self._note = QLabel()
        self._note.setObjectName("note")
        self._note.hide()
        self._error = QLabel()
        self._error.setObjectName("fieldError")
        self._error.setWordWrap(True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(self._note)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(entry)
        column.addWidget(self._error)

    def set_label(self, label: str) -> None:
        """Call the input something else."""
        self._label.setText(label)

    @property
    def label(self) -> str:
        """What stands above the input."""
        return self._label.text()

    @property
    def error(self) -> str:
        """The sentence shown, or ""."""
        return self._error.text()

    @property
    def note(self) -> str:
        """The words beside the label, or ""."""
        return self._note.text()

    def show_note(self, words: str) -> None:
        """Show a few words beside the label, "" to take them away."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def show_error(self, sentence: str) -> None:
        """Show what is wrong, "" to take it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.entry.setProperty("invalid", bool(sentence))
        style = self.entry.style()
        style.unpolish(self.entry)
        style.polish(self.entry)


def show_error(fields: Mapping[str, Field], error: Exception) -> bool:
    """Show an error at its field and go there; False when no field of these is its own."""
    for field in fields.values():
        field.show_error("")
    wrong = fields.get(error.field) if isinstance(error, FieldError) else None
    if wrong is None:
        return False
    wrong.show_error(str(error))
    wrong.entry.setFocus()
    return True


def clear_errors(fields: Mapping[str, Field]) -> None:
    """Take all errors away."""
    for field in fields.values():
        field.show_error("")
