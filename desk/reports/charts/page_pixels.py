"""A page as a picture for the screen."""

from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg

from desk.reports.charts.chart import Page
from desk.reports.figure_bytes import SETTINGS


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows of red, green, blue and opacity, a byte each."""

    width: int
    height: int
    data: bytes


def page_pixels(page: Page, width_px: int) -> Pixels:
    """Draw a page so many pixels wide."""
    figure = page.sheet.figure
    with mpl.rc_context(SETTINGS):
        figure.set_dpi(width_px / (page.sheet.width / 25.4))
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib's own is untyped
        width, height = canvas.get_width_height()
        rows = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
        return Pixels(width, height, bytes(rows))
