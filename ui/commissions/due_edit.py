"""A time limit typed in words, with what it means beside it."""

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.calendar import Specials
from desk.clocks import state
from desk.commissions.moments import moment_words
from desk.due_words import off_words, read_due
from desk.errors import DeskError, FieldError
from desk.office_clock import day_of, office_time
from ui import style

_HINT = "例如：周五17时、3天后、11月28日、3个工作日"


class DueEdit(QWidget):
    """Shows a moment, and reads what is typed over it."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._specials: Specials = {}
        self._usual = time(17)
        self.entry = QLineEdit(placeholderText=_HINT)
        self.entry.setToolTip(_HINT)
        self.meant = QLabel()
        self.meant.setObjectName("muted")
        self.setFocusProxy(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GAP // 2)
        column.addWidget(self.entry)
        column.addWidget(self.meant)
        self.entry.textChanged.connect(lambda _text: self._tell())

    def show_due(self, due: datetime, usual: time, specials: Specials) -> None:
        """Show a moment; ``usual`` is the time meant where none is said."""
        self._usual, self._specials = usual, specials
        local = office_time(due)
        minutes = f"{local.minute}分" if local.minute else ""
        year = f"{local.year}年" if local.year != office_time(self._clock()).year else ""
        self.entry.setText(f"{year}{local.month}月{local.day}日{local.hour}时{minutes}")
        self.entry.selectAll()

    def due(self) -> datetime:
        """The moment meant; raises FieldError."""
        try:
            found = read_due(self.entry.text(), self._clock(), self._usual, self._specials)
        except DeskError as error:
            raise FieldError("due", str(error)) from error
        if found is None:
            raise FieldError("due", f"请写上报送时限。{_HINT}。")
        return found

    def _tell(self) -> None:
        try:
            due = self.due()
        except FieldError as error:
            self.meant.setText(str(error) if self.entry.text() else "")
            return
        off = off_words(day_of(due), self._specials)
        told = f"{moment_words(due)}，{state(due, self._clock()).words}"
        self.meant.setText(f"{told}；{off}" if off else told)
