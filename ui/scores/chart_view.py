"""The bullet chart on the screen, fitted to the width it has."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea
from typing_extensions import override

_GAP = 16


class ChartView(QScrollArea):
    """Shows one picture, never larger than it was drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture = QPixmap()
        self._label = QLabel()
        self._label.setAccessibleName("完成情况图")
        self.setWidget(self._label)

    @property
    def picture_size(self) -> QSize:
        """The picture's own size in pixels; empty before the first."""
        return self._picture.size()

    def show_png(self, png: bytes) -> None:
        """Show another picture."""
        self._picture.loadFromData(png)
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            return
        width = min(self.viewport().width() - _GAP, self._picture.width())
        ratio = self.devicePixelRatioF()
        scaled = self._picture.scaledToWidth(
            max(200, round(width * ratio)), Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        self._label.setPixmap(scaled)
        self._label.adjustSize()

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the stub wants QResizeEvent
        self._fit()
