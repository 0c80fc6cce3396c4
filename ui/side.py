"""Two halves of a tab: the list, and beside or below it what is told of the row chosen."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

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
        is_below = self._kept("below") == "yes"
        self.setOrientation(Qt.Orientation.Vertical if is_below else Qt.Orientation.Horizontal)
        side.setVisible(self._kept("folded") != "yes")
        self.splitterMoved.connect(self._keep_sizes)

    @property
    def is_below(self) -> bool:
        """Whether it lies below, not at the right."""
        return self.orientation() is Qt.Orientation.Vertical

    def turn(self) -> None:
        """Lay the side below, or at the right again."""
        turned = Qt.Orientation.Horizontal if self.is_below else Qt.Orientation.Vertical
        self.setOrientation(turned)
        self.show_side(on=True)
        self._keep("below", "yes" if self.is_below else "no")
        self._divide()

    def fold(self) -> None:
        """Fold the side away, or show it again."""
        self.show_side(on=self.side.isHidden())

    def show_side(self, *, on: bool) -> None:
        """Show the side, or leave the room to the list."""
        self.side.setVisible(on)
        self._keep("folded", "no" if on else "yes")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Give both the room they had last time."""
        whole = self.height() if self.is_below else self.width()
        kept = self._kept(f"share-{self.orientation().name}")
        first = int(kept) if kept.isdecimal() else _SHARES[self.orientation()][0]
        self.setSizes([whole * first // 100, whole * (100 - first) // 100])

    def _keep_sizes(self) -> None:
        sizes = self.sizes()
        if all(sizes):
            share = round(100 * sizes[0] / sum(sizes))
            self._keep(f"share-{self.orientation().name}", str(share))

    def _kept(self, name: str) -> str:
        return str(self._state().value(f"{self._key}/{name}", ""))

    def _keep(self, name: str, value: str) -> None:
        self._state().setValue(f"{self._key}/{name}", value)

    def _state(self) -> QSettings:
        return QSettings(self._file, QSettings.Format.IniFormat)
