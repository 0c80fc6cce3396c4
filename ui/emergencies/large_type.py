"""Large type (大字): a window for the duty room, and for tired eyes at night."""

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from ui import style
from ui.emergencies.form import COLUMNS, EmergencyForm
from ui.session import Session

_KEY = "emergency/large"
_FEW = 2  # columns of the form in large letters


class LargeType:
    """Lays large letters over a window, or takes them away; remembered for the next time."""

    def __init__(self, window: QWidget, form: EmergencyForm, changed: Callable[[], None]) -> None:
        session = getattr(window, "session", None)
        assert isinstance(session, Session)  # noqa: S101 - a side window has one
        self._window, self._form, self._changed = window, form, changed
        self._file = str(session.paths.data / "window.ini")
        if self._state().value(_KEY, "") == "yes":
            self._apply(on=True)

    @property
    def is_on(self) -> bool:
        """Whether the letters are large."""
        return bool(self._window.styleSheet())

    def toggle(self) -> None:
        """Make the letters large, or as they are elsewhere."""
        on = not self.is_on
        self._apply(on=on)
        self._state().setValue(_KEY, "yes" if on else "no")
        self._changed()

    def _apply(self, *, on: bool) -> None:
        self._window.setStyleSheet(style.night_sheet() if on else "")
        self._form.set_columns(_FEW if on else COLUMNS)
        # The sheet's size would stay in it when the sheet is gone.
        self._form.event_line.setFont(QApplication.font())

    def _state(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)
