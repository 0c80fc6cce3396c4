"""A small picture of the sheets that are about to be printed."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import style
from ui.icons import coloured

_EDGE = 12


class SheetPicture(QWidget):
    """One side at a time; ``ask`` draws another one and calls ``show_side``."""

    def __init__(self, ask: Callable[[int], None]) -> None:
        super().__init__()
        self._ask = ask
        self._sides = 0
        self.side = 0
        self.both_sides = False
        self.paper = _Paper()
        self.where = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.where.setObjectName("muted")
        self.back = _arrow("chevron-left", "上一面")
        self.on = _arrow("chevron-right", "下一面")
        self.back.clicked.connect(lambda: self._ask(self.side - 1))
        self.on.clicked.connect(lambda: self._ask(self.side + 1))
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.where, 1)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper, 1)
        column.addLayout(row)
        self.clear()

    def clear(self) -> None:
        """Show bare ground while there is nothing to print."""
        self.show_side(QImage(), 0, 0)

    def show_side(self, image: QImage, side: int, sides: int, *, both_sides: bool = False) -> None:
        """Show a side, counted from 0."""
        self.side, self._sides, self.both_sides = side, sides, both_sides
        self.paper.show_image(image)
        self.where.setText(self._words())
        self.back.setEnabled(side > 0)
        self.on.setEnabled(side + 1 < sides)

    def _words(self) -> str:
        if not self._sides:
            return ""
        if not self.both_sides:
            return f"第 {self.side + 1} 张，共 {self._sides} 张"
        face = "反面" if self.side % 2 else "正面"
        return f"第 {self.side // 2 + 1} 张{face}，共 {-(-self._sides // 2)} 张"


class _Paper(QWidget):
    """A sheet on the ground, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setMinimumSize(280, 240)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(style.GROUND))
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRect(room.topLeft(), size)
        sheet.moveCenter(room.center())
        painter.drawImage(sheet, self._image)
        painter.setPen(QColor(style.LINE))
        painter.drawRect(sheet)


def _arrow(icon: str, words: str) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setIcon(coloured(icon, style.INK))
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
