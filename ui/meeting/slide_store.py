"""The slides of a meeting, drawn ahead on the worker and kept ready to be turned to."""

import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desk.jobs import Job
from desk.reports.charts.chart import Paper
from desk.reports.decks.plan import DeckPlan
from desk.reports.decks.slide import Slide
from desk.surveys.survey import Survey
from ui.charts.drawing import picture_of
from ui.session import Session
from ui.worker import Running

_UNPACKED = 5  # pictures kept ready; of a 4K screen each takes 33 MB
_RGB = QImage.Format.Format_RGB32


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide and its picture, packed: white pages are mostly the same byte."""

    slide: Slide
    width: int
    height: int
    packed: bytes

    def picture(self) -> QImage:
        """The picture itself."""
        data = zlib.decompress(self.packed)
        return QImage(data, self.width, self.height, 4 * self.width, _RGB).copy()


class SlideStore(QObject):
    """Draws part after part; what is drawn can be turned to while the rest follows.

    Signals:
        grown(): more slides are there.
        failed(Exception): a part could not be drawn; the others follow.
    """

    grown = Signal()
    failed = Signal(object)

    def __init__(
        self, session: Session, survey: Survey, plan: DeckPlan, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._survey, self._plan = session, survey, plan
        self.slides: list[Shown] = []
        self.complete = False
        self._paper, self._width = Paper.WIDE, 0
        self._running: Running | None = None
        self._ready: OrderedDict[int, tuple[Shown, QImage]] = OrderedDict()

    def begin(self, paper: Paper, width_px: int) -> None:
        """Draw all slides for a screen; those of another one are dropped."""
        if (paper, width_px) == (self._paper, self._width):
            return
        self.stop()
        self._paper, self._width = paper, width_px
        self.slides, self.complete = [], False
        self._ready.clear()
        self._go_on(0)

    def stop(self) -> None:
        """Draw no more."""
        if self._running:
            self._running.cancel()
        self._running = None

    def picture(self, shown: Shown) -> QImage:
        """The picture of a slide, ready to paint."""
        kept = self._ready.get(id(shown))
        found = kept[1] if kept else shown.picture()
        self._keep(shown, found)
        return found

    def prepare(self, shown: Shown) -> None:
        """Make a picture ready beside the work: one of a 4K screen takes 60 ms."""
        if id(shown) not in self._ready:
            self._session.worker.run(
                _unpacked(shown),
                done=lambda found: self._keep(shown, found),
                failed=self._session.fail,
                is_short=True,
            )

    def _keep(self, shown: Shown, picture: QImage) -> None:
        self._ready[id(shown)] = shown, picture
        self._ready.move_to_end(id(shown))
        while len(self._ready) > _UNPACKED:
            self._ready.popitem(last=False)

    def lines(
        self,
        unit_id: int,
        days: tuple[date, date],
        done: Callable[[list[Shown]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Draw the lines behind a figure, as slides of their own."""
        survey, paper, width = self._survey, self._paper, self._width
        job = _drawn_lines(survey, paper, width, unit_id, days)
        self._session.worker.run(job, done=done, failed=failed)

    def days(self) -> tuple[date, date]:
        """The days the slides are of."""
        return self._survey.stretch.first, self._survey.stretch.last

    def _go_on(self, at: int) -> None:
        if at == len(self._plan.parts):
            self.complete, self._running = True, None
            self.grown.emit()
            return
        key = self._plan.parts[at]
        self._running = running = self._session.worker.run(
            _drawn(key, self._survey, self._paper, self._width),
            done=lambda found: self._on_drawn(running, at, found),
            failed=lambda error: self._on_failed(running, at, error),
        )

    def _on_drawn(self, running: Running, at: int, found: list[Shown]) -> None:
        if running is self._running:
            self.slides.extend(found)
            self._go_on(at + 1)
            if found:
                self.grown.emit()

    def _on_failed(self, running: Running, at: int, error: Exception) -> None:
        if running is self._running:
            self.failed.emit(error)
            self._go_on(at + 1)


def _drawn(key: str, survey: Survey, paper: Paper, width_px: int) -> Job[list[Shown]]:
    from desk.reports.decks.slides import part_slides  # noqa: PLC0415 - heavy, loaded on use

    yield from ()
    return [_packed(one, width_px) for one in part_slides(key, survey, paper)]


def _drawn_lines(
    survey: Survey, paper: Paper, width_px: int, unit_id: int, days: tuple[date, date]
) -> Job[list[Shown]]:
    from desk.reports.decks.slides import line_slides  # noqa: PLC0415 - heavy, loaded on use

    yield from ()
    return [_packed(one, width_px) for one in line_slides(survey, paper, unit_id, *days)]


def _unpacked(shown: Shown) -> Job[QImage]:
    yield from ()
    return shown.picture()


def _packed(slide: Slide, width_px: int) -> Shown:
    picture = picture_of(slide.page, width_px)
    data = zlib.compress(picture.constBits(), 1)
    return Shown(slide, picture.width(), picture.height(), data)
