"""A page to draw on in millimetres from its top left corner, and its colours."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from desk.reports.figure_bytes import blank_figure

INK, DARK, MIDDLE, LIGHT = "#1f2328", "#6b7178", "#cdd2d7", "#eef0f2"
BLUE, RED = "#2563a8", "#b3261e"
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure and the axes that span it."""

    figure: Figure
    axes: Axes
    width: float
    height: float


def blank_sheet(width_mm: float, height_mm: float) -> Sheet:
    """Lay out an empty page."""
    figure = blank_figure(width_mm, height_mm)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width_mm), ylim=(height_mm, 0))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    return Sheet(figure, axes, width_mm, height_mm)
