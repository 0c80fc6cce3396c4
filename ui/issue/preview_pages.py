"""Draws the true pages of an issue: one below the other, or as spreads that lie open."""

from collections import OrderedDict
from collections.abc import Mapping
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desk.layout.positions import Place
from desk.layout.preview import page_images, page_sizes
from ui import style
from ui.printing import to_qimage

GAP = 12
A4_INCHES = (210 / 25.4, 297 / 25.4)
_POINTS = 72
_KEPT = 24
_MARK = 3  # the width of the bar beside the chosen item


class PreviewPages(QWidget):
    """Draws the pages that are in view; images are kept while they are near.

    Signals:
        picked(str): the item of this key was clicked on.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pdf = b""
        self._count = 0
        self._shapes: list[float] = []  # height to width of each page
        self._tops: list[int] = []  # where each row of pages begins, and where the last one ends
        self._dpi = 72
        self._columns = 1
        self._places: Mapping[str, Place] = {}
        self._chosen = ""
        self._images: OrderedDict[int, QImage] = OrderedDict()

    def show_pdf(self, pdf: bytes, count: int, places: Mapping[str, Place]) -> None:
        """Show another document; ``places`` say where its items begin."""
        if pdf != self._pdf:
            self._images.clear()
            self._shapes = [high / wide for wide, high in page_sizes(pdf)] if pdf else []
        self._pdf, self._count, self._places = pdf, count, places
        self.rearrange()

    def set_look(self, dpi: int, columns: int) -> None:
        """Draw at this resolution, single pages or spreads of two."""
        if (dpi, columns) != (self._dpi, self._columns):
            if dpi != self._dpi:
                self._images.clear()
            self._dpi, self._columns = dpi, columns
            self.rearrange()

    def choose(self, key: str) -> None:
        """Mark the item of a key."""
        self._chosen = key
        self.update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._count

    def page_rect(self, number: int) -> QRect:
        """Where a page (from 0) lies, in the widget; the first one of spreads lies on the right."""
        size = self._page_size(number)
        row, column = self._cell(number)
        width = size.width() + 1
        left = max(0, (self.width() - self._columns * width) // 2)
        return QRect(left + column * width, self._tops[row], size.width(), size.height())

    def place_of(self, key: str) -> QPoint | None:
        """Where an item begins, in the widget; None where the pages don't show it."""
        place = self._places.get(key)
        if place is None or place.page > self._count:
            return None
        area = self.page_rect(place.page - 1)
        return QPoint(area.left(), area.top() + self._pixels(place.top))

    def key_at(self, point: QPoint) -> str:
        """The item printed there; "" above the first one and beside the pages."""
        for number in range(self._count):
            area = self.page_rect(number)
            if area.contains(point):
                here = (number + 1, (point.y() - area.top()) * _POINTS / self._dpi)
                before = [key for key, one in self._places.items() if (one.page, one.top) <= here]
                return before[-1] if before else ""
        return ""

    def rearrange(self) -> None:
        """Take the room the pages need."""
        heights: list[int] = []
        for number in range(self._count):
            row, height = self._cell(number)[0], self._page_size(number).height()
            heights[row:] = [max(height, *heights[row:])] if heights[row:] else [height]
        self._tops = list(accumulate((one + GAP for one in heights), initial=GAP))
        width = self._page_size(0).width() + 1
        self.setMinimumSize(self._columns * width + 2, self._tops[-1] if heights else 0)
        self.resize(self.width(), self.minimumHeight())
        self.update()

    def _cell(self, number: int) -> tuple[int, int]:
        """Row and column of a page; the first one of spreads lies on the right."""
        return (number, 0) if self._columns == 1 else divmod(number + 1, 2)

    def _page_size(self, number: int) -> QSize:
        """How large a page is drawn: one lying across is as wide as those that stand."""
        width, height = (round(inches * self._dpi) for inches in A4_INCHES)
        if self._is_across(number):
            height = round(width * self._shapes[number])
        return QSize(width, height)

    def _is_across(self, number: int) -> bool:
        return number < len(self._shapes) and self._shapes[number] < 1

    def _pixels(self, points: float) -> int:
        return round(points * self._dpi / _POINTS)

    def _image(self, number: int) -> QImage:
        if number not in self._images:
            ratio = self.devicePixelRatioF()
            dpi = self._dpi * (A4_INCHES[0] / A4_INCHES[1] if self._is_across(number) else 1)
            page = page_images(self._pdf, round(dpi * ratio), range(number, number + 1))[0]
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
                self._mark(painter, number + 1, area)

    def _mark(self, painter: QPainter, page: int, area: QRect) -> None:
        """A bar beside the chosen item, down to where the next one begins."""
        place = self._places.get(self._chosen)
        if place is None or place.page != page:
            return
        below = (
            one.top for one in self._places.values() if one.page == page and one.top > place.top
        )
        top = self._pixels(place.top)
        end = self._pixels(min(below, default=place.end))
        inset = area.width() // 12
        bar = QRect(area.left() + inset, area.top() + top, _MARK, max(8, end - top - 4))
        painter.fillRect(bar, QColor(style.ACCENT))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self.key_at(event.position().toPoint())
        if key and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(key)
        super().mousePressEvent(event)
