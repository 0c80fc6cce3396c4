"""The true pages of an issue: the very PDF that is printed, zoomed and followed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

from desk.layout.positions import Place
from ui.issue.preview_pages import A4_INCHES, GAP, PreviewPages

FIT_WIDTH, FIT_PAGE = 0, -1
_ZOOMS = (30, 40, 50, 67, 80, 100, 125, 150, 200)
_SCREEN_DPI = 96
_WIDEST = 150  # percent; wider pages are harder to read


class Preview(QScrollArea):
    """The pages with zoom: Ctrl+wheel and keys, or fitted to the width or the page.

    Signals:
        moved(int): another page (from 1) is in view.
        zoomed(int): the pages are shown at this many percent.
        picked(int): the item of this draft was clicked on.
    """

    moved = Signal(int)
    zoomed = Signal(int)
    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.pages = PreviewPages()
        self.setWidget(self.pages)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("版面")
        self._missed = ""  # an item to show that was put in after these pages
        self._zoom = FIT_WIDTH
        self._columns = 1
        self.pages.picked.connect(lambda key: self.picked.emit(int(key)))
        self.verticalScrollBar().valueChanged.connect(lambda _at: self.moved.emit(self.page))

    @property
    def page(self) -> int:
        """The page (from 1) that most of the view shows; 0 where there is none."""
        area = (
            self.viewport()
            .rect()
            .translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        )
        seen = {
            number: area.intersected(self.pages.page_rect(number))
            for number in range(self.pages.count)
        }
        heights = {number: one.width() * one.height() for number, one in seen.items()}
        return max(heights, key=lambda number: heights[number]) + 1 if heights else 0

    @property
    def percent(self) -> int:
        """How large the pages are shown."""
        if self._zoom > 0:
            return self._zoom
        view = self.viewport()
        full = [inches * _SCREEN_DPI for inches in A4_INCHES]
        wide = 100 * (view.width() - 2 * GAP) / (full[0] * self._columns)
        high = 100 * (view.height() - 2 * GAP) / full[1]
        room = wide if self._zoom == FIT_WIDTH else min(wide, high)
        return max(20, min(_WIDEST, int(room)))

    def show_pdf(self, pdf: bytes, count: int, places: Mapping[str, Place] | None = None) -> None:
        """Show a document without leaving the place the clerk looks at."""
        page, part = self._anchor()
        self.pages.show_pdf(pdf, count, places or {})
        self._apply()
        self._restore(page, part)
        if self._missed and self.pages.place_of(self._missed) is not None:
            self.show_item(self._missed)
        self.moved.emit(self.page)

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top."""
        self.verticalScrollBar().setValue(self.pages.page_rect(page - 1).top() - GAP)

    def show_item(self, key: str) -> None:
        """Mark an item and bring its beginning into view, unless it is there already."""
        self.pages.choose(key)
        place = self.pages.place_of(key)
        self._missed = key if place is None else ""
        if place is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= place.y() <= bar.value() + height * 3 // 4:
            bar.setValue(place.y() - height // 6)

    def zoom(self, step: int) -> None:
        """Larger (+1) or smaller (-1)."""
        now = self.percent
        larger = [one for one in _ZOOMS if one > now]
        smaller = [one for one in _ZOOMS if one < now]
        self.fit((larger[:1] or [_ZOOMS[-1]])[0] if step > 0 else (smaller[-1:] or [_ZOOMS[0]])[0])

    def fit(self, zoom: int) -> None:
        """Show at so many percent, or fitted: FIT_WIDTH, FIT_PAGE."""
        self._zoom = zoom
        self._look_again()

    def set_spreads(self, *, on: bool) -> None:
        """Show pages as they lie open when printed on both sides, or one below the other."""
        self._columns = 2 if on else 1
        self._look_again()

    def _look_again(self) -> None:
        page, part = self._anchor()
        self._apply()
        self._restore(page, part)

    def _apply(self) -> None:
        self.pages.set_look(round(_SCREEN_DPI * self.percent / 100), self._columns)
        self.zoomed.emit(self.percent)

    def _anchor(self) -> tuple[int, float]:
        """The page (from 0) at the top of the view, and which part of it lies above."""
        top = self.verticalScrollBar().value()
        for number in range(self.pages.count):
            area = self.pages.page_rect(number)
            if area.bottom() >= top:
                return number, (top - area.top()) / max(1, area.height())
        return 0, 0.0

    def _restore(self, page: int, part: float) -> None:
        if self.pages.count:
            area = self.pages.page_rect(min(page, self.pages.count - 1))
            self.verticalScrollBar().setValue(area.top() + round(part * area.height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        page, part = self._anchor()
        super().resizeEvent(event)
        self._apply()
        self._restore(page, part)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
