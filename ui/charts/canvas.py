"""One page on the screen: its picture, and the places on it that tell a figure."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from desk.reports.charts.chart import Page, Spot
from ui import style

_TAG_WIDEST = 420
_GAP = 6
_FRAME = 2


class PageCanvas(QWidget):
    """Shows a page as large as it has room; the mouse or ``point`` shows a spot's words.

    Signals:
        pointed(int): the number of the spot that is shown, -1 for none.
        followed(object): the Spot that was clicked and leads to lines.
    """

    pointed = Signal(int)
    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self._page: Page | None = None
        self._size = (1.0, 1.0)  # of the page, mm
        self._image = QImage()
        self._words = ""
        self._spot = -1
        self._marked: frozenset[int] = frozenset()
        self.tag = QLabel(self, wordWrap=True)
        self.tag.setObjectName("spotTag")
        self.tag.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.tag.hide()

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._page

    @property
    def image(self) -> QImage:
        """Its picture; empty while it is drawn."""
        return self._image

    @property
    def spots(self) -> Sequence[Spot]:
        """The page's places, in its order."""
        return self._page.spots if self._page else ()

    @property
    def spot(self) -> Spot | None:
        """The place that is shown."""
        return self.spots[self._spot] if self._spot >= 0 else None

    @property
    def words(self) -> str:
        """What is said instead of a page or above it."""
        return self._words

    @property
    def wanted_px(self) -> int:
        """How many of the screen's dots the page is wide."""
        return max(1, round(self.page_rect().width() * self.devicePixelRatioF()))

    def show_page(self, page: Page | None, image: QImage | None = None) -> None:
        """Show a page, or none; its picture may follow."""
        if page is not self._page:
            self._page, self._image, self._marked = page, QImage(), frozenset()
            self.point(-1)
        if page:
            self._size = page.sheet.width, page.sheet.height
        if image is not None:
            self._image, self._words = image, ""
        self.update()

    def tell(self, words: str) -> None:
        """Say something in the page's middle."""
        self._words = words
        self.update()

    def page_rect(self) -> QRectF:
        """Where the page lies in the widget."""
        width, height = self._size
        scale = min(self.width() / width, self.height() / height)
        room = QRectF(0, 0, width * scale, height * scale)
        # On whole dots of the screen, or its lines would be blurred.
        ratio = self.devicePixelRatioF()
        left, top = (self.width() - room.width()) / 2, (self.height() - room.height()) / 2
        room.moveTo(round(left * ratio) / ratio, round(top * ratio) / ratio)
        return room

    def spot_rect(self, number: int) -> QRectF:
        """Where a spot lies in the widget."""
        spot, page = self.spots[number], self.page_rect()
        scale = page.width() / self._size[0]
        return QRectF(
            page.left() + spot.x * scale,
            page.top() + spot.y * scale,
            spot.width * scale,
            spot.height * scale,
        )

    def number_at(self, place: QPointF) -> int:
        """The smallest spot at a place of the widget; -1 where there is none."""
        found = [at for at in range(len(self.spots)) if self.spot_rect(at).contains(place)]
        return min(found, key=lambda at: _area(self.spots[at]), default=-1)

    def point(self, number: int) -> None:
        """Show a spot's words and a frame around it; -1 for none."""
        if number == self._spot:
            return
        self._spot = number
        self.tag.setVisible(number >= 0)
        if number >= 0:
            self._place_tag(number)
        self.setCursor(self._cursor())
        self.pointed.emit(number)
        self.update()

    def step(self, by: int) -> bool:
        """Go to the next (1) or former (-1) spot; False past the last one."""
        if not self.spots:
            return False
        start = -1 if by > 0 else len(self.spots)
        to = (self._spot if self._spot >= 0 else start) + by
        if not 0 <= to < len(self.spots):
            self.point(-1)
            return False
        self.point(to)
        return True

    def move_by(self, across: int, down: int) -> None:
        """Go to the nearest spot to one side of the one shown; to the first where none is."""
        if self._spot < 0:
            self.step(1)
            return
        here = self.spot_rect(self._spot).center()
        ways = {
            at: way
            for at in range(len(self.spots))
            if (way := _way(self.spot_rect(at).center() - here, across, down)) is not None
        }
        if ways:
            self.point(min(ways, key=lambda at: ways[at]))

    def follow(self) -> None:
        """Go where the shown spot leads."""
        if self.spot and self.spot.unit_id:
            self.followed.emit(self.spot)

    def mark(self, words: Sequence[str]) -> None:
        """Frame all spots whose text holds all these words."""
        self._marked = frozenset(
            at
            for at, spot in enumerate(self.spots)
            if words and all(word in spot.text for word in words)
        )
        self.update()

    @property
    def marked(self) -> frozenset[int]:
        """The numbers of the framed spots."""
        return self._marked

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._page:
            self._paint_page(painter)
        if self._words:
            painter.setPen(QColor(style.MUTED))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point(self.number_at(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.point(self.number_at(event.position()))
            self.follow()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.point(-1)

    def _paint_page(self, painter: QPainter) -> None:
        room = self.page_rect()
        painter.fillRect(room, QColor(style.PAPER))
        if not self._image.isNull():
            self._paint_picture(painter, room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(style.AMBER), _FRAME))
        for at in self._marked:
            painter.drawRect(self.spot_rect(at).adjusted(-1, -1, 1, 1))
        if self._spot >= 0:
            painter.setPen(QPen(QColor(style.ACCENT), _FRAME))
            painter.drawRect(self.spot_rect(self._spot).adjusted(-2, -2, 2, 2))

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        if self._image.width() == self.wanted_px:  # dot for dot, also where a row is rounded off
            self._image.setDevicePixelRatio(ratio)
            painter.drawImage(room.topLeft(), self._image)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, self._image)

    def _cursor(self) -> Qt.CursorShape:
        leads = self.spot is not None and bool(self.spot.unit_id)
        return Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor

    def _place_tag(self, number: int) -> None:
        self.tag.setText(self.spots[number].text)
        metrics = self.tag.fontMetrics()
        edges = 4 * metrics.averageCharWidth()
        longest = max(map(metrics.horizontalAdvance, self.spots[number].text.splitlines() or [""]))
        wide = min(longest + edges, max(_TAG_WIDEST, self.width() // 3))
        self.tag.resize(wide, self.tag.heightForWidth(wide))
        seen = QRectF(self.visibleRegion().boundingRect())
        spot = self.spot_rect(number)
        below = spot.bottom() + _GAP
        above = spot.top() - _GAP - self.tag.height()
        y = below if below + self.tag.height() <= seen.bottom() else max(above, seen.top())
        x = min(spot.left(), seen.right() - self.tag.width() - _GAP)
        self.tag.move(round(max(seen.left(), x)), round(y))
        self.tag.raise_()


def _area(spot: Spot) -> float:
    return spot.width * spot.height


def _way(to: QPointF, across: int, down: int) -> float | None:
    """How far a place is in a direction, sideways counted twice; None where it lies elsewhere."""
    along = to.x() * across + to.y() * down
    aside = abs(to.y() if across else to.x())
    return along + 2 * aside if along > 1 and along >= aside / 2 else None
