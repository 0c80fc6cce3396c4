"""Panels of lines over the months of a year: where they stand, their frames, on pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from desk.reports.charts.axis import Axis
from desk.reports.charts.canvas import Canvas
from desk.reports.charts.chart import Paper
from desk.reports.charts.measure import width
from desk.reports.charts.style import sizes
from desk.reports.charts.surroundings import Area, Around, area
from desk.reports.sheet import DARK, LIGHT, MIDDLE

_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """Panels of equal size over pages."""

    area: Area
    columns: int
    rows: int
    gap: float

    @property
    def each(self) -> int:
        """Panels of a page."""
        return self.columns * self.rows

    def place(self, at: int) -> Area:
        """Where a panel of a page stands."""
        wide = (self.area.width - (self.columns - 1) * self.gap) / self.columns
        tall = (self.area.height - (self.rows - 1) * self.gap) / self.rows
        left = self.area.left + at % self.columns * (wide + self.gap)
        top = self.area.top + at // self.columns * (tall + self.gap)
        return Area(left, top, left + wide, top + tall)


def grid_of(paper: Paper, around: Around, count: int, least: tuple[float, float]) -> Grid:
    """As few rows and columns of panels as the count needs, and no more than fit."""
    room, em = area(paper, around), sizes(paper).em
    gap = 2 * em
    columns = max(1, int((room.width + gap) / (least[0] * em + gap)))
    rows = max(1, int((room.height + gap) / (least[1] * em + gap)))
    if columns * rows >= count:
        shapes = [(c, ceil(count / c)) for c in range(1, columns + 1) if ceil(count / c) <= rows]
        columns, rows = min(shapes, key=lambda one: (one[0] * one[1], abs(one[0] - one[1])))
    return Grid(room, columns, rows, gap)


@dataclass(frozen=True, slots=True)
class Plot:
    """Where days and values stand in a panel."""

    area: Area
    axis: Axis
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where the end of a day stands."""
        part = ((day - self.first).days + 1) / ((self.last - self.first).days + 1)
        return self.area.left + part * self.area.width

    def y(self, value: Decimal | float) -> float:
        """Where a value stands; what lies beyond an end stands at it."""
        part = (float(value) - self.axis.low) / (self.axis.high - self.axis.low)
        return self.area.bottom - min(max(part, 0.0), 1.0) * self.area.height


def frame(canvas: Canvas, plot: Plot, ticks: Sequence[tuple[float, str]]) -> None:
    """Draw the lines of round values and the names of months, as many as have room."""
    inner, small, em = plot.area, canvas.sizes.small, canvas.sizes.em
    for at, words in ticks:
        y = plot.y(at)
        colour = MIDDLE if at == 0 else LIGHT
        canvas.line([(inner.left, y), (inner.right, y)], colour=colour, width_pt=0.7, under=True)
        canvas.text(inner.left - 0.4 * em, y, words, size=small, colour=DARK, side="right")
    months = (plot.last.year - plot.first.year) * _DECEMBER + plot.last.month
    step = inner.width / months
    room = width("12月", small) * 1.3
    each = next(n for n in (1, 2, 3, 6, 12) if step * n >= room or n == _DECEMBER)
    for month in range(each, months + 1, each):
        x = inner.left + (month - 0.5) * step
        foot = inner.bottom + 0.8 * em
        canvas.text(x, foot, f"{month}月", size=small, colour=DARK, side="center")
