"""Two halves of a tab: the list, and beside or below it what is told of the row chosen."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.kept_widths import KeptWidths

_SHARES = {Qt.Orientation.Horizontal: (62, 38), Qt.Orientation.Vertical: (52, 48)}


class Side(QSplitter):
    """The second half lies at the right or below, or is folded away; its place is kept."""

    def __init__(self, main: QWidget, side: QWidget, folder: Path, key: str) -> None:
        super().__init__()
        self._file, self._key = str(folder / "window.ini"), key
        self.addWidget(main)
        self.addWidget(side)
        self.side = side
        self.setChildrenCollapsible(False)
        kept = self._state()
        is_below = str(kept.value(f"{key}/below", "")) == "yes"
        self._lie(below=is_below)
        side.setVisible(str(kept.value(f"{key}/folded", "")) != "yes")
        self.widths = KeptWidths(self, folder, key)

    @property
    def is_below(self) -> bool:
        """Whether it lies below, not at the right."""
        return self.orientation() is Qt.Orientation.Vertical

    def turn(self) -> None:
        """Lay the side below, or at the right again."""
        self._lie(below=not self.is_below)
        self.show_side(on=True)
        self._state().setValue(f"{self._key}/below", "yes" if self.is_below else "no")

    def fold(self) -> None:
        """Fold the side away, or show it again."""
        self.show_side(on=self.side.isHidden())

    def show_side(self, *, on: bool) -> None:
        """Show the side, or leave the room to the list."""
        self.side.setVisible(on)
        self._state().setValue(f"{self._key}/folded", "no" if on else "yes")

    def _lie(self, *, below: bool) -> None:
        self.setOrientation(Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)
        whole = self.height() if below else self.width()
        self.setSizes([whole * one // 100 or one for one in _SHARES[self.orientation()]])

    def _state(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)
