"""One line for a reason: choose a common one with the arrow keys, or write another."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit


class ReasonBox(QComboBox):
    """An editable choice that starts empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._entry = QLineEdit()
        self.setLineEdit(self._entry)
        self.setCompleter(None)  # type: ignore[arg-type]  # the stub wants one; what is typed stays as it is
        self.setToolTip("选一条（↓），或者自己写")

    def begin(self, reasons: Sequence[str], hint: str) -> None:
        """Offer some reasons, with none chosen."""
        self.clear()
        self.addItems(list(reasons))
        self.setCurrentIndex(-1)
        self.clearEditText()
        self._entry.setPlaceholderText(hint)
        self.mark_missing(missing=False)

    @property
    def reason(self) -> str:
        """What was chosen or written."""
        return self.currentText().strip()

    def mark_missing(self, *, missing: bool) -> None:
        """Show that a reason is needed, or that one is there."""
        self.setProperty("invalid", missing)
        self.style().unpolish(self)
        self.style().polish(self)
