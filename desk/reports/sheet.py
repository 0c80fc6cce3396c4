"""A page to draw on in millimetres from its top left corner, in the charts' own look."""

from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from desk.reports.figure_bytes import blank_figure, face

INK, DARK, MIDDLE, LIGHT = "#1f2328", "#6b7178", "#cdd2d7", "#eef0f2"
BLUE, RED = "#2563a8", "#b3261e"
MM_PER_POINT = 25.4 / 72


class Look(TypedDict, total=False):
    """How a text differs from ink, from the left."""

    color: str
    ha: Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure and the axes that span it; every drawing goes on top of the ones before."""

    figure: Figure
    axes: Axes
    width: float
    height: float

    def text(self, x: float, y: float, words: str, size_pt: float, **look: Unpack[Look]) -> None:
        """Write a line whose middle height is y; ink and from the left unless told otherwise."""
        self.axes.text(
            x,
            y,
            words,
            fontproperties=face(size_pt),
            color=look.get("color", INK),
            ha=look.get("ha", "left"),
            va="center_baseline",
            parse_math=False,  # a "$" in a name is a dollar
        )

    def box(self, x: float, y: float, width: float, tall: float, colour: str) -> None:
        """Fill a box whose middle height is y."""
        self.axes.add_patch(Rectangle((x, y - tall / 2), width, tall, color=colour, linewidth=0))

    def mark(self, x: float, y: float, shape: str, size_pt: float) -> None:
        """Set a red shape: a filled triangle for behind, a hollow circle for zero."""
        inside = "white" if shape == "o" else RED
        self.axes.plot([x], [y], shape, color=RED, mfc=inside, ms=size_pt, mew=1.0)

    def line(self, x: float, y: float, to_x: float, to_y: float, width_pt: float) -> None:
        """Draw a fine grey line."""
        self.axes.plot([x, to_x], [y, to_y], "-", color=MIDDLE, linewidth=width_pt)


def blank_sheet(width_mm: float, height_mm: float) -> Sheet:
    """Lay out an empty page."""
    figure = blank_figure(width_mm, height_mm)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, width_mm), ylim=(height_mm, 0))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    return Sheet(figure, axes, width_mm, height_mm)
