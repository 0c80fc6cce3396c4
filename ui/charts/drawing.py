"""Pages and pictures drawn on the worker, kept while they may be asked for again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desk.jobs import Job
from desk.reports.charts.chart import Page
from ui.session import Session
from ui.worker import Running

T = TypeVar("T")
KeyT = TypeVar("KeyT", bound=Hashable)
_Found = TypeVar("_Found")
_DRAWN, _PICTURE = "pages", "picture"
_PAGES, _PICTURES = 40, 16  # kept; a picture of a 4K screen takes 33 MB


class Drawing(QObject):
    """Draws for one view: what was asked for later makes earlier wishes void."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._pages: OrderedDict[Hashable, tuple[Page, ...]] = OrderedDict()
        self._pictures: OrderedDict[tuple[int, int], tuple[Page, QImage]] = OrderedDict()
        self._running: dict[str, Running] = {}  # the last wish for pages, and for a picture

    def forget(self) -> None:
        """Drop everything: other figures are shown now."""
        self.stop()
        self._pages.clear()
        self._pictures.clear()

    def stop(self) -> None:
        """Wish for nothing any more."""
        for kind in list(self._running):
            self._drop(kind)

    def pages(
        self,
        key: Hashable,
        draw: Callable[[], Sequence[Page]],
        done: Callable[[tuple[Page, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Hand over the pages kept under a key, drawn when they are first asked for."""
        self.stop()
        if key in self._pages:
            self._pages.move_to_end(key)
            done(self._pages[key])
            return

        def finish(found: tuple[Page, ...]) -> None:
            _keep(self._pages, key, found, _PAGES)
            done(found)

        self._run(_DRAWN, lambda: tuple(draw()), finish, failed)

    def picture(
        self,
        page: Page,
        width_px: int,
        done: Callable[[QImage], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Hand over the picture of a page, so many pixels wide."""
        self._drop(_PICTURE)
        key = id(page), width_px
        if key in self._pictures:
            self._pictures.move_to_end(key)
            done(self._pictures[key][1])
            return

        def finish(image: QImage) -> None:
            _keep(self._pictures, key, (page, image), _PICTURES)
            done(image)

        self._run(_PICTURE, partial(picture_of, page, width_px), finish, failed)

    def _drop(self, kind: str) -> None:
        if kind in self._running:
            self._running.pop(kind).cancel()

    def _run(
        self,
        kind: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def ended(callback: Callable[[_Found], None], result: _Found) -> None:
            if self._running.get(kind) is running:
                del self._running[kind]
                callback(result)

        running = self.session.worker.run(
            _once(work), done=partial(ended, done), failed=partial(ended, failed)
        )
        self._running[kind] = running


def picture_of(page: Page, width_px: int) -> QImage:
    """Draw a page; not on the window's thread, it takes a while."""
    from desk.reports.charts.page_pixels import (  # noqa: PLC0415 - brings matplotlib
        page_pixels,
    )

    found = page_pixels(page, width_px)
    kind = QImage.Format.Format_RGBA8888
    image = QImage(found.data, found.width, found.height, 4 * found.width, kind)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy, fast to paint


def _once(work: Callable[[], T]) -> Job[T]:
    yield from ()
    return work()


def _keep(kept: OrderedDict[KeyT, T], key: KeyT, value: T, most: int) -> None:
    kept[key] = value
    while len(kept) > most:
        kept.popitem(last=False)
