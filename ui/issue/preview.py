"""The true pages of an issue: the very PDF that is printed, drawn page by page as it scrolls by."""

from collections import OrderedDict

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from desk.layout.preview import page_images
from ui import style
from ui.printing import to_qimage

_GAP = 12
_MM_PER_INCH = 25.4
_A4_MM = (210, 297)
_KEPT = 24
_ZOOMS = (50, 67, 80, 100, 125, 150, 200)


class PreviewPages(QWidget):
    """Draws the pages that are in view; images are kept while they are near."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._count = 0
        self._dpi = 72
        self._images: OrderedDict[int, QImage] = OrderedDict()

    def show_pdf(self, pdf: bytes, count: int) -> None:
        """Show another document."""
        self._pdf, self._count = pdf, count
        self._images.clear()
        self._resize()

    def set_dpi(self, dpi: int) -> None:
        """Draw at this resolution."""
        if dpi != self._dpi:
            self._dpi = dpi
            self._images.clear()
            self._resize()

    def page_rect(self, number: int) -> QRect:
        """Where a page (from 0) lies, in the widget."""
        size = self._page_size()
        left = max(0, (self.width() - size.width()) // 2)
        return QRect(left, _GAP + number * (size.height() + _GAP), size.width(), size.height())

    def _page_size(self) -> QSize:
        width, height = (round(mm / _MM_PER_INCH * self._dpi) for mm in _A4_MM)
        return QSize(width, height)

    def _resize(self) -> None:
        size = self._page_size()
        self.setMinimumSize(size.width() + 2, _GAP + self._count * (size.height() + _GAP))
        self.resize(self.width(), self.minimumHeight())
        self.update()

    def _image(self, number: int) -> QImage:
        if number not in self._images:
            ratio = self.devicePixelRatioF()
            page = page_images(self._pdf, round(self._dpi * ratio), range(number, number + 1))[0]
            self._images[number] = to_qimage(page.width, page.height, page.rgb)
            if len(self._images) > _KEPT:
                self._images.popitem(last=False)
        return self._images[number]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(self._count):
            area = self.page_rect(number)
            if area.intersects(event.rect()):
                painter.drawImage(area, self._image(number))
                painter.setPen(QColor(style.LINE))
                painter.drawRect(area.adjusted(0, 0, -1, -1))


class Preview(QScrollArea):
    """The pages with zoom: Ctrl+wheel, or fitted to the width."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = PreviewPages()
        self.setWidget(self.pages)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setToolTip("Ctrl+滚轮缩放")
        self._zoom = 0

    def show_pdf(self, pdf: bytes, count: int) -> None:
        """Show a document without leaving the place the clerk looks at."""
        place = self.verticalScrollBar().value()
        self.pages.show_pdf(pdf, count)
        self._fit()
        self.verticalScrollBar().setValue(place)

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top."""
        self.verticalScrollBar().setValue(self.pages.page_rect(page - 1).top() - _GAP)

    def zoom(self, step: int) -> None:
        """Larger (+1) or smaller (-1)."""
        near = min(range(len(_ZOOMS)), key=lambda n: abs(_ZOOMS[n] - self._percent()))
        self._zoom = _ZOOMS[max(0, min(len(_ZOOMS) - 1, near + step))]
        self._fit()

    def _percent(self) -> int:
        if self._zoom:
            return self._zoom
        room = self.viewport().width() - 2 * _GAP
        return max(30, min(110, round(100 * room / (_A4_MM[0] / _MM_PER_INCH * 96))))

    def _fit(self) -> None:
        self.pages.set_dpi(round(96 * self._percent() / 100))

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the stub wants QResizeEvent
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
