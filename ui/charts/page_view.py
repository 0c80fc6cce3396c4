"""A chart's page with zoom, turned by keys, its figures told by mouse and keyboard."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

from desk.reports.charts.chart import Page
from ui.charts.canvas import PageCanvas
from ui.charts.drawing import Drawing

FIT_PAGE, FIT_WIDTH, FIT_READABLE = 0, -1, -2
ZOOMS = (25, 33, 50, 67, 80, 100, 125, 150, 200, 300)
_DOTS_PER_MM = 96 / 25.4
_SETTLE_MS = 60
_READABLE = 90  # percent of the size on paper
_DRAWING = "正在画……"


class PageView(QScrollArea):
    """Shows one page of several; pictures are drawn as sharp as the screen.

    Signals:
        turned(int): another page (from 0) is shown.
        zoomed(int): it is shown at this many percent.
    """

    turned = Signal(int)
    zoomed = Signal(int)
    _MOVES: ClassVar[dict[Qt.Key, tuple[int, int]]] = {
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Up: (0, -1),
        Qt.Key.Key_Down: (0, 1),
    }

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.canvas = PageCanvas()
        self.pages: Sequence[Page] = ()
        self.at = 0
        self._zoom = FIT_READABLE
        self.setWidget(self.canvas)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("图")
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._draw)
        self.canvas.pointed.connect(self._on_pointed)

    @property
    def percent(self) -> int:
        """How large the page is shown; 100 is its size on paper."""
        page = self.canvas.page
        if page is None:
            return 100
        return round(100 * self.canvas.page_rect().width() / (page.sheet.width * _DOTS_PER_MM))

    def say(self, words: str) -> None:
        """Say something instead of a page."""
        self.pages, self.at = (), 0
        self.canvas.show_page(None)
        self.canvas.tell(words)
        self._fit()

    def wait(self) -> None:
        """Say that pages are being drawn; the former one stays below it."""
        self.canvas.tell(_DRAWING)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages from the first one on."""
        self.pages = pages
        self.turn_to(0)

    def turn_to(self, at: int) -> None:
        """Show a page by its number from 0."""
        if not self.pages:
            return
        self.at = max(0, min(at, len(self.pages) - 1))
        self.canvas.show_page(self.pages[self.at])
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._draw()
        self.turned.emit(self.at)

    def fit(self, zoom: int) -> None:
        """Show at so many percent, or fitted: FIT_PAGE, FIT_WIDTH, FIT_READABLE.

        The last is the whole page unless its text were too small then.
        """
        self._zoom = zoom
        self._fit()
        self._draw()

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1)."""
        now = self.percent
        others = [one for one in ZOOMS if (one - now) * step > 0]
        if others:
            self.fit(min(others, key=lambda one: abs(one - now)))

    def _fit(self) -> None:
        """Give the page its room."""
        page = self.canvas.page
        self.canvas.resize(self._room(page) if page else self.maximumViewportSize())
        self.zoomed.emit(self.percent)

    def _room(self, page: Page) -> QSize:
        # Not the viewport's size: a bar that comes and goes with the page's would make it flicker.
        room, sheet = self.maximumViewportSize(), page.sheet
        full = sheet.width * _DOTS_PER_MM
        whole = min(room.width(), room.height() * sheet.width / sheet.height)
        wide = float(room.width() - self.verticalScrollBar().sizeHint().width())
        if self._zoom == FIT_PAGE or (
            self._zoom == FIT_READABLE and whole >= full * _READABLE / 100
        ):
            return room
        if self._zoom == FIT_READABLE:
            wide = min(wide, max(whole, full))
        elif self._zoom != FIT_WIDTH:
            wide = full * self._zoom / 100
        return QSize(round(wide), round(wide * sheet.height / sheet.width))

    def _draw(self) -> None:
        page = self.canvas.page
        if page is None or self.canvas.image.width() == self.canvas.wanted_px:
            return
        self.wait()

        def show(image: QImage) -> None:
            if self.canvas.page is page:
                self.canvas.show_page(page, image)

        self.drawing.picture(page, self.canvas.wanted_px, show, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.canvas.tell("这一页没有画出来")
        self.drawing.session.fail(error)

    def _on_pointed(self, number: int) -> None:
        self.setAccessibleDescription(self.canvas.spot.text if self.canvas.spot else "")
        if number >= 0 and self.hasFocus():
            spot = self.canvas.spot_rect(number).center()
            self.ensureVisible(round(spot.x()), round(spot.y()))

    def _key_action(self, key: int) -> Callable[[], object] | None:
        last = len(self.pages) - 1
        return {
            int(Qt.Key.Key_PageDown): lambda: self.turn_to(self.at + 1),
            int(Qt.Key.Key_PageUp): lambda: self.turn_to(self.at - 1),
            int(Qt.Key.Key_Home): lambda: self.turn_to(0),
            int(Qt.Key.Key_End): lambda: self.turn_to(last),
            int(Qt.Key.Key_Return): self.canvas.follow,
            int(Qt.Key.Key_Enter): self.canvas.follow,
        }.get(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        action = self._key_action(key)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in self._MOVES:
            self.canvas.move_by(*self._MOVES[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.canvas.spot:
            self.canvas.point(-1)
        elif action:
            action()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, on: bool) -> bool:
        # Tab goes from figure to figure, and after the last one on to the next widget.
        return self.canvas.step(1 if on else -1) or super().focusNextPrevChild(on)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._settling.start()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._settling.start()
        return super().viewportEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        down = event.angleDelta().y() < 0
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(-1 if down else 1)
        elif bar.value() == (bar.maximum() if down else bar.minimum()):
            self.turn_to(self.at + (1 if down else -1))  # beyond the page's end lies the next one
        else:
            super().wheelEvent(event)

    def spot_place(self, number: int) -> QPoint:
        """Where a spot's middle lies in the canvas."""
        return self.canvas.spot_rect(number).center().toPoint()
