"""A dialog of one width that is as high as its words need: what comes to be said is never cut."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from ui import style


class FittedDialog(QDialog):
    """``width`` is pixels at 100 %; subclasses lay themselves out."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(style.in_force().px(width))

    def widen(self, width: int) -> None:
        """Take another width."""
        self.setFixedWidth(style.in_force().px(width))
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return handled

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            width = self.width()
            high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
            self.setFixedHeight(high if high > 0 else layout.totalSizeHint().height())
