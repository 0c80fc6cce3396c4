"""A page of a chart while it is drawn: text, bars, lines, marks and spots, in mm from its top."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desk.reports.charts.chart import Page, Paper, Spot
from desk.reports.charts.line_text import LineText
from desk.reports.charts.measure import elided, width
from desk.reports.charts.shapes import AREAS, LINES, UNDER, Dashes, Shapes
from desk.reports.charts.style import Fill, Sizes, sizes
from desk.reports.sheet import DARK, INK, MIDDLE, MM_PER_POINT, Sheet, blank_sheet

Side = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Canvas:
    """A page being drawn; y runs down, and of text and bars it is the middle of their height."""

    paper: Paper
    sheet: Sheet
    shapes: Shapes
    spots: list[Spot] = field(default_factory=list)

    @property
    def sizes(self) -> Sizes:
        """The sizes of text on it."""
        return sizes(self.paper)

    def text(  # noqa: PLR0913 - a place, a look and a limit, all but two by name
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 0,
        colour: str = INK,
        side: Side = "left",
        room: float = 0,
    ) -> None:
        """Write a line; ``side`` is where x lies, and what is longer than ``room`` mm is elided."""
        size = size or self.sizes.body
        told = elided(words, room, size) if room else words
        if told:
            line = LineText((x, y), told, size, side)
            line.set_color(colour)
            self.sheet.axes.add_artist(line)

    def label(self, x: float, y: float, words: str, fill: Fill, *, size: float = 0) -> None:
        """Write a line in the middle of a filled area; on hatching it stands on white."""
        size = size or self.sizes.body
        if fill.hatch:
            half = width(words, size) / 2 + 0.1 * self.sizes.em
            self.bar(x - half, x + half, y, size * MM_PER_POINT * 1.1, Fill("white"))
        self.text(x, y, words, size=size, colour=fill.words, side="center")

    def bar(self, x: float, to_x: float, y: float, tall: float, fill: Fill) -> None:
        """Fill an upright box between two x, whichever comes first."""
        left, right = min(x, to_x), max(x, to_x)
        if right > left:
            self.shapes.box((left, y - tall / 2, right, y + tall / 2), fill)

    def outline(self, x: float, to_x: float, y: float, tall: float, colour: str = MIDDLE) -> None:
        """Draw the frame of a box."""
        low, high = y - tall / 2, y + tall / 2
        corners = [(x, low), (to_x, low), (to_x, high), (x, high), (x, low)]
        self.shapes.line(corners, colour, 0.6, "-", AREAS)

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill a shape by its corners."""
        self.shapes.area(points, colour)

    def line(
        self,
        points: Iterable[tuple[float, float]],
        *,
        colour: str = MIDDLE,
        width_pt: float = 0.6,
        style: Dashes = "-",
        under: bool = False,
    ) -> None:
        """Draw a line through points; it lies on the bars, or ``under`` them."""
        self.shapes.line(list(points), colour, width_pt, style, UNDER if under else LINES)

    def mark(
        self,
        x: float,
        y: float,
        shape: str,
        *,
        size: float = 0,
        colour: str = DARK,
        hollow: bool = False,
    ) -> None:
        """Set a shape ("o", "s", "v", "^", "D", "x") of a size in points."""
        size = size or self.sizes.body * 0.6
        self.shapes.mark((x, y), shape, size, Fill("white" if hollow else colour, stroke=colour))

    def cut(self, x: float, y: float, tall: float) -> None:
        """Say with two white strokes that a bar goes on behind x, where it ends on the page."""
        step = 0.45 * self.sizes.body * MM_PER_POINT
        for back in (2, 1):
            foot = x - back * step
            slant = tall * 0.25
            self.line(
                [(foot - slant, y + tall * 0.6), (foot + slant, y - tall * 0.6)],
                colour="white",
                width_pt=self.sizes.body * 0.2,
            )

    def spot(  # noqa: PLR0913, PLR0917 - a place and where it leads
        self,
        x: float,
        y: float,
        wide: float,
        tall: float,
        text: str,
        unit_id: int = 0,
        days: tuple[date, date] | None = None,
    ) -> None:
        """Tell a figure of a box whose middle height is y, and lead to the lines behind it."""
        first, last = days or (None, None)
        self.spots.append(Spot(x, y - tall / 2, wide, tall, text, unit_id, first, last))

    def page(self, note: str) -> Page:
        """The page as it is now."""
        return Page(self.sheet, tuple(self.spots), note)


def blank_canvas(paper: Paper) -> Canvas:
    """Take an empty page."""
    sheet = blank_sheet(paper.width, paper.height)
    shapes = Shapes()
    sheet.axes.add_artist(shapes)
    return Canvas(paper, sheet, shapes)
