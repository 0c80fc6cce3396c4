"""The figures beneath the text, as many as there is room for; the tooltip has them all."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from ui.editor.meter_words import Measured, parts

_NAMES = ("characters", "lines", "longest", "fee", "paragraphs", "words")
_SHOWN = ("characters", "words", "paragraphs", "longest", "lines", "fee")  # from the left
_GAP = 12


class MeterBar(QWidget):
    """Leaves out the least needed figures first.

    Signals:
        longest(): show the longest sentence.
    """

    longest = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.labels: dict[str, QLabel | QPushButton] = {}
        self._known: frozenset[str] = frozenset()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for name in _SHOWN:
            label = QPushButton() if name == "longest" else QLabel()
            label.setObjectName("link" if name == "longest" else "muted")
            label.hide()
            self.labels[name] = label
            row.addWidget(label)
        row.addStretch(1)
        button = self.labels["longest"]
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        if isinstance(button, QPushButton):
            button.clicked.connect(self.longest)

    def show_measured(self, measured: Measured) -> None:
        """Show the figures of a text."""
        found = parts(measured)
        for name, part in found.items():
            label = self.labels[name]
            label.setText(part.text)
            label.setStyleSheet(f"color: {part.colour};")
        self._known = frozenset(found)
        everything = "\n".join(part.tip for part in found.values())
        for label in self.labels.values():
            label.setToolTip(everything)
        self.setToolTip(everything)
        self._fit()

    def clear(self) -> None:
        """Show nothing."""
        self._known = frozenset()
        self._fit()

    @property
    def text(self) -> str:
        """What is shown, from the left."""
        shown = (self.labels[name] for name in _SHOWN if not self.labels[name].isHidden())
        return "　".join(label.text() for label in shown)

    def _fit(self) -> None:
        """Show the most needed figures that fit."""
        room, fits = self.width(), True
        for name in _NAMES:
            label = self.labels[name]
            wide = label.sizeHint().width() + _GAP if name in self._known else 0
            fits = fits and (wide <= room or name == _NAMES[0])
            room -= wide if fits else 0
            label.setVisible(fits and name in self._known)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - made above
        layout.invalidate()  # else it keeps the widths of the words before
        layout.activate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Never push the column wider; figures go instead."""
        return QSize(60, super().minimumSizeHint().height())
