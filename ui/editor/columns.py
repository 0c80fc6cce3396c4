"""Three columns whose widths are remembered; each side can be put away by a key."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.session import Session

_WIDTHS = (330, 560, 350)


class Columns(QSplitter):
    """Original, text, and what is known about it."""

    def __init__(self, session: Session, original: QWidget, text: QWidget, side: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self.original, self.text, self.side = original, text, side
        for number, widget in enumerate((original, text, side)):
            self.addWidget(widget)
            self.setCollapsible(number, False)  # noqa: FBT003 - Qt's own signature
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)
        self.setStretchFactor(2, 2)
        self.setHandleWidth(8)
        original.setMinimumWidth(220)
        text.setMinimumWidth(360)
        side.setMinimumWidth(280)
        self._restore()

    def toggle(self, widget: QWidget) -> None:
        """Put a column away or bring it back."""
        widget.setHidden(not widget.isHidden())
        self.save()

    def toggle_sides(self) -> None:
        """Leave only the text, or bring both sides back."""
        alone = self.original.isHidden() and self.side.isHidden()
        self.original.setHidden(not alone)
        self.side.setHidden(not alone)
        self.save()

    def save(self) -> None:
        """Keep the widths and what is put away."""
        state = self._state()
        if not (self.original.isHidden() or self.side.isHidden()):
            state.setValue("editor/widths", self.saveState())
        state.setValue("editor/original", not self.original.isHidden())
        state.setValue("editor/side", not self.side.isHidden())

    def _state(self) -> QSettings:
        return QSettings(str(self._session.paths.data / "window.ini"), QSettings.Format.IniFormat)

    def _restore(self) -> None:
        state = self._state()
        widths = state.value("editor/widths")
        if widths is None or not self.restoreState(widths):
            self.setSizes(list(_WIDTHS))
        for widget, key in ((self.original, "original"), (self.side, "side")):
            # a plain string after a restart, a bool before it
            widget.setHidden(str(state.value(f"editor/{key}", "true")).lower() == "false")
